import { beforeEach, expect, test, vi } from 'vitest';
import { mutant } from '../../mutants';

/** What was done, in order. */
const done: string[] = [];
const answer = vi.fn();

vi.mock('wxt/browser', () => ({ browser: {} }));
vi.mock('../../../lib/platform/vault', async original => ({
  ...(await original<typeof import('../../../lib/platform/vault')>()),
  layDown: async () => ({ ticket: 'ticket', clear: async () => void done.push('cleared') }),
}));
vi.mock('../../../lib/state/ask', () => ({ ask: answer }));
vi.mock('../../../lib/state/once-per-revision', () => ({
  oncePerRevision: () => async () => void done.push('read again'),
}));

type Connections = typeof import('../../../lib/state/connections');
const { unlockConnection } = await import('../../../lib/state/connections');

beforeEach(() => {
  done.length = 0;
});

const unlocked = (by: Pick<Connections, 'unlockConnection'>) =>
  by.unlockConnection('one', 'correct horse').then(
    right => String(right),
    (error: Error) => error.message,
  );

test.each([
  ['it was right', { ok: true }],
  ['it was wrong', { ok: false, fault: { is: 'wrong-passphrase' } }],
])('a passphrase that was laid down is gone before anything else is done: %s', async (_, result) => {
  answer.mockResolvedValue(result);
  await unlocked({ unlockConnection });
  expect(done).toEqual(['cleared', 'read again']);
});

test('and when the answer never comes whole', async () => {
  answer.mockRejectedValue(new Error('gone'));
  expect(await unlocked({ unlockConnection })).toBe('gone');
  expect(done).toEqual(['cleared']);
});

test('one that clears only after the rest leaves it there, and that is seen', async () => {
  const broken = await mutant<Connections>(
    'lib/state/connections.ts',
    `  await asked.finally(clear);
  const { ok } = await shown(asked);
  return ok;`,
    `  const { ok } = await shown(asked);
  await clear();
  return ok;`,
  );
  answer.mockResolvedValue({ ok: false, fault: { is: 'wrong-passphrase' } });
  await unlocked(broken);
  expect(done).toEqual(['read again', 'cleared']);
});
