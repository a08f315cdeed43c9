import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { CodeForm } from '../../components/links/CodeForm';
import { parseDay } from '../../lib/domain/day';
import type { CodeNote } from '../../lib/domain/notebook';
import { complaint, enter, faults, field, press, unreachable } from './form';

afterEach(cleanup);

const TODAY = parseDay('2026-11-22')!;

function show(details: CodeNote = {}) {
  const save = vi.fn<(details: CodeNote) => void>();
  const close = vi.fn();
  return { ...render(<CodeForm details={details} today={TODAY} save={save} close={close} />), save, close };
}

const KNOWN: CodeNote = {
  label: 'Channel',
  country: 'DE',
  colour: '#aabbcc',
  terms: [
    { from: 0, ratio: { spot: 4100, futures: 3000 }, kickback: { spot: 1025 } },
    { from: TODAY - 10, ratio: { spot: 2000 }, kickback: {} },
  ],
};

test('every field has a name and is reached by keys', async () => {
  const { container } = show(KNOWN);
  expect(await faults(container)).toEqual([]);
  expect(unreachable(container)).toEqual([]);
});

test('saved as it was opened, nothing changes', () => {
  const { save } = show(KNOWN);
  press('Save');
  expect(save).toHaveBeenCalledWith(KNOWN);
});

test('what is left empty is left out', () => {
  const { save } = show({ label: 'Channel', channel: 'YouTube' });
  enter('Label', '   ');
  enter('Channel', ' Telegram ');
  press('Save');
  expect(save).toHaveBeenCalledWith({ channel: 'Telegram' });
});

describe('terms', () => {
  test.each([
    ['41', 4100],
    ['41.5', 4150],
    ['41,25', 4125],
    [' 0 ', 0],
    ['100', 10_000],
    ['100.00', 10_000],
  ])('%j percent are %i hundredths', (text, hundredths) => {
    const { save } = show();
    enter('Ratio Spot (Margin) 1', text);
    press('Save');
    expect(save).toHaveBeenCalledWith({ terms: [{ from: 0, ratio: { spot: hundredths }, kickback: {} }] });
  });

  test.each(['100.01', '101', '-1', '41.255', 'forty', '4e1', '1 000', '٤١'])(
    '%j percent are refused',
    text => {
      const { save } = show();
      enter('To friends Futures 1', text);
      press('Save');
      expect(complaint()).toBe('Percent are numbers from 0 to 100 with at most two decimals.');
      expect(save).not.toHaveBeenCalled();
    },
  );

  test('a change begins as a copy of the one before, today; without its day it is refused', () => {
    const { save } = show(KNOWN);
    press('Add a change');
    expect(field('Ratio Spot (Margin) 3').value).toBe('20');
    const days = screen.getAllByLabelText<HTMLInputElement>('From');
    expect(days.map(day => day.value)).toEqual(['', '2026-11-12', '2026-11-22']);
    days[2].value = '';
    fireEvent.input(days[2]);
    press('Save');
    expect(complaint()).toBe('Every change but the first needs its day.');
    expect(save).not.toHaveBeenCalled();
  });

  test('are saved in the order of their days, whatever order they were typed in', () => {
    const { save } = show(KNOWN);
    const [, second] = screen.getAllByLabelText<HTMLInputElement>('From');
    press('Add a change');
    second.value = '2026-12-24';
    fireEvent.input(second);
    press('Save');
    const days = save.mock.calls[0][0].terms!.map(terms => terms.from);
    expect(days).toEqual([0, TODAY, parseDay('2026-12-24')]);
  });

  test('the last change can be taken away again, the first cannot', () => {
    show(KNOWN);
    press('Remove this change');
    expect(screen.queryByLabelText('Ratio Spot (Margin) 2')).toBeNull();
    expect(screen.queryByRole('button', { name: 'Remove this change' })).toBeNull();
  });
});

test('Cancel saves nothing', () => {
  const { save, close } = show(KNOWN);
  press('Cancel');
  expect(close).toHaveBeenCalledOnce();
  expect(save).not.toHaveBeenCalled();
});
