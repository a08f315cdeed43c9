import { act, cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { CopyButton } from '../../components/controls/CopyButton';
import { COPIED_FOR } from '../../lib/domain/copied-for';

const written: string[] = [];
let takes = true;

beforeEach(() => {
  vi.useFakeTimers();
  written.length = 0;
  takes = true;
  vi.stubGlobal('navigator', {
    clipboard: {
      writeText: async (text: string) => {
        if (!takes) throw new DOMException('refused', 'NotAllowedError');
        written.push(text);
      },
    },
  });
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const press = () => act(async () => void fireEvent.click(screen.getByRole('button')));
const pass = (ms: number) => act(async () => void vi.advanceTimersByTime(ms));

test('says for a while that it has copied, and for the whole time again when pressed again', async () => {
  render(<CopyButton text="a link" />);
  await press();
  expect(written).toEqual(['a link']);
  expect(screen.getByRole('button').textContent).toBe('Copied');
  expect(screen.getByRole('status').textContent).toBe('Copied');
  await pass(COPIED_FOR - 100);
  await press();
  await pass(COPIED_FOR - 100);
  expect(screen.getByRole('button').textContent).toBe('Copied');
  await pass(200);
  expect(screen.getByRole('button').textContent).toBe('Copy link');
  expect(screen.getByRole('status').textContent).toBe('');
});

test.each(['refuses', 'is not there'])('a clipboard that %s: the caller shows the text', async how => {
  if (how === 'refuses') takes = false;
  else vi.stubGlobal('navigator', {});
  const refused = vi.fn();
  render(<CopyButton text="a link" onRefused={refused} />);
  await press();
  expect(refused).toHaveBeenCalledTimes(1);
  expect(screen.getByRole('button').textContent).toBe('Copy it by hand');
});
