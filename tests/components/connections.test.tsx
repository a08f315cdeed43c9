import { signal } from '@preact/signals';
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { parseDay } from '../../lib/domain/day';
import type { ConnectionView } from '../../lib/state/connections';
import { complaint, enter, faults, field, press, unreachable } from './form';

const state = vi.hoisted(() => ({
  connect: vi.fn(),
  makeKey: vi.fn(),
  prepareForm: vi.fn(),
  disconnect: vi.fn(),
  lockConnection: vi.fn(),
  unlockConnection: vi.fn(),
  setOwner: vi.fn(),
  syncNow: vi.fn(),
  cursorsOf: vi.fn(),
}));
vi.mock('../../lib/state/connections', () => ({
  ...state,
  connections: signal([]),
  syncing: signal(false),
  draft: signal(undefined),
  makesKeys: signal(true),
}));
const { connections, syncing } = (await import('../../lib/state/connections')) as unknown as {
  connections: { value: ConnectionView[] };
  syncing: { value: boolean };
};
const { Connections } = await import('../../components/data/Connections');

const TODAY = parseDay('2026-11-22')!;
const connection = (of: Partial<ConnectionView> = {}): ConnectionView => ({
  id: 'one',
  label: 'Main',
  how: 'convenient',
  ownsExports: false,
  state: { ways: {} },
  ...of,
});
const show = (...all: ConnectionView[]) => {
  connections.value = all;
  return render(<Connections today={TODAY} />);
};
const article = (name = 'Main') => within(screen.getByRole('article', { name }));

afterEach(cleanup);
beforeEach(() => {
  for (const fake of Object.values(state)) fake.mockReset();
  state.cursorsOf.mockReturnValue({});
  syncing.value = false;
});

test.each<[string, ConnectionView[]]>([
  ['none', []],
  ['one', [connection()]],
  [
    'one that is locked and one whose key is gone',
    [connection({ how: 'locked' }), connection({ id: 'two', label: 'Second', how: 'none' })],
  ],
])('with %s everything has a name and is reached by keys', async (_, all) => {
  const { container } = show(...all);
  expect(await faults(container)).toEqual([]);
  expect(unreachable(container)).toEqual([]);
});

describe('syncing', () => {
  test('is offered where something can be asked', () => {
    show(connection({ how: 'none' }));
    expect(screen.queryByRole('button', { name: 'Sync now' })).toBeNull();
    cleanup();
    show(connection());
    press('Sync now');
    expect(state.syncNow).toHaveBeenCalledOnce();
  });

  test('is busy while it runs', () => {
    syncing.value = true;
    show(connection());
    expect(screen.getByRole('button', { name: 'Syncing…' }).hasAttribute('disabled')).toBe(true);
  });
});

describe('the form to connect', () => {
  test('opens at a press and is gone with Cancel', () => {
    show();
    press('Connect account');
    expect(field('API key')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Connect account' })).toBeNull();
    press('Cancel');
    expect(screen.queryByLabelText('API key')).toBeNull();
  });

  test('knows which connection is connected again', () => {
    show(connection({ id: 'two', label: 'Second', how: 'none' }));
    press('Connect again');
    expect(field('Name').value).toBe('Second');
  });
});

describe('a locked connection', () => {
  const locked = connection({ how: 'locked' });

  test('asks for its passphrase, which leaves the field as it is sent', async () => {
    state.unlockConnection.mockResolvedValue(true);
    show(locked);
    const button = screen.getByRole('button', { name: 'Unlock' });
    expect(button.hasAttribute('disabled')).toBe(true);
    enter('Passphrase', 'correct horse');
    fireEvent.click(button);
    expect(state.unlockConnection).toHaveBeenCalledWith('one', 'correct horse');
    await waitFor(() => expect(field('Passphrase').value).toBe(''));
    expect(complaint()).toBeUndefined();
  });

  test('says when that was the wrong one', async () => {
    state.unlockConnection.mockResolvedValue(false);
    show(locked);
    enter('Passphrase', 'wrong horse');
    press('Unlock');
    await waitFor(() => expect(complaint()).toBe('That passphrase does not open it.'));
    expect(field('Passphrase').value).toBe('');
  });

  test('that is unlocked says until when, and locks at a press', () => {
    show(connection({ how: 'locked', unlockedUntil: TODAY * 86_400_000 + 15 * 3_600_000 }));
    expect(article().queryByLabelText('Passphrase')).toBeNull();
    expect(screen.getByRole('article').textContent).toMatch(/15:00/);
    press('Lock');
    expect(state.lockConnection).toHaveBeenCalledWith('one');
  });
});

describe('leaving', () => {
  test.each<[string, unknown]>([
    ['Disconnect and keep its commissions', ['one', 'keep']],
    ['Disconnect and remove them', ['one', 'drop']],
  ])('asks first: %s', (name, sent) => {
    show(connection());
    press('Disconnect');
    expect(state.disconnect).not.toHaveBeenCalled();
    press(name);
    expect(state.disconnect.mock.calls).toEqual([sent]);
  });

  test('can be thought better of', () => {
    show(connection());
    press('Disconnect');
    press('Stay connected');
    expect(state.disconnect).not.toHaveBeenCalled();
    expect(screen.getByRole('button', { name: 'Disconnect' })).toBeTruthy();
  });

  test('has nothing to keep apart where the key is gone already', () => {
    show(connection({ how: 'none' }));
    press('Disconnect');
    expect(screen.queryByRole('button', { name: 'Disconnect and keep its commissions' })).toBeNull();
  });
});

test('whose exports are imported is told per connection', () => {
  show(connection(), connection({ id: 'two', label: 'Second', ownsExports: true }));
  const box = article('Second').getByRole<HTMLInputElement>('checkbox');
  expect(box.checked).toBe(true);
  fireEvent.click(box);
  expect(state.setOwner.mock.calls).toEqual([['two', false]]);
});

test('what was refused is said, with a way out', () => {
  show(connection({ state: { ways: {}, refused: { is: 'powers', powers: ['enableWithdrawals'] } } }));
  expect(article().getByRole('status').textContent).toMatch(/withdraw/i);
  expect(article().getByRole('button', { name: 'Connect again' })).toBeTruthy();
});

test('how far each way has been read stands in its row', () => {
  const day = (text: string) => parseDay(text)! * 86_400_000;
  state.cursorsOf.mockReturnValue({
    spot: { first: day('2026-09-01'), last: day('2026-11-22') + 3_600_000 },
  });
  show(connection());
  const [, first, ...others] = article().getAllByRole('row');
  expect(first.textContent).toMatch(/Sep/);
  expect(first.textContent).toMatch(/01:00/);
  for (const row of others) expect(row.textContent).not.toMatch(/Sep/);
});
