import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, expect, test } from 'vitest';
import { Menu } from '../../components/controls/Menu';

afterEach(cleanup);

function show(picked: string[]) {
  render(
    <Menu
      label="Interval"
      name="interval"
      value="week"
      items={[
        { value: 'day', label: 'Daily' },
        { value: 'week', label: 'Weekly' },
        { value: 'month', label: 'Monthly' },
      ]}
      onPick={value => picked.push(value)}
    >
      Weekly
    </Menu>,
  );
  return screen.getByRole('button', { name: 'Interval: Weekly' });
}

test('opens on the chosen item, moves with the arrows around the ends, picks, and gives the focus back', () => {
  const picked: string[] = [];
  const pill = show(picked);
  expect(screen.queryByRole('menu')).toBeNull();
  fireEvent.click(pill);
  expect(document.activeElement?.textContent).toBe('Weekly');
  fireEvent.keyDown(document.activeElement!, { key: 'ArrowDown' });
  fireEvent.keyDown(document.activeElement!, { key: 'ArrowDown' });
  expect(document.activeElement?.textContent).toBe('Daily');
  fireEvent.click(document.activeElement!);
  expect(picked).toEqual(['day']);
  expect(screen.queryByRole('menu')).toBeNull();
  expect(document.activeElement).toBe(pill);
});

test('Escape closes it and picks nothing', () => {
  const picked: string[] = [];
  const pill = show(picked);
  fireEvent.click(pill);
  fireEvent.keyDown(document.activeElement!, { key: 'Escape' });
  expect(screen.queryByRole('menu')).toBeNull();
  expect(picked).toEqual([]);
  expect(document.activeElement).toBe(pill);
});

test('a press outside closes it', () => {
  fireEvent.click(show([]));
  fireEvent.pointerDown(document.body);
  expect(screen.queryByRole('menu')).toBeNull();
});

test('fields below the items keep their own arrow keys', () => {
  render(
    <Menu
      label="Period"
      name="period"
      value="a"
      items={[{ value: 'a', label: 'A' }]}
      onPick={() => {}}
      footer={() => (
        <form>
          <input aria-label="From" />
        </form>
      )}
    >
      A
    </Menu>,
  );
  fireEvent.click(screen.getByRole('button', { name: 'Period: A' }));
  const field = screen.getByLabelText('From');
  field.focus();
  // `false` would say that the default was prevented.
  expect(fireEvent.keyDown(field, { key: 'ArrowDown' })).toBe(true);
  expect(document.activeElement).toBe(field);
});
