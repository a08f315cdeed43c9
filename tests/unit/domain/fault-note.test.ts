import { expect, test } from 'vitest';
import { describeFault, parseFaults } from '../../../lib/domain/fault-note';

const error = (name: string, message: string, stack?: string) =>
  Object.assign(new Error(message), { name, stack });
const OURS = 'chrome-extension://abcdefgh/chunks/start-x_1.js:12:345';

test.each<[unknown, string]>([
  [
    error('TypeError', 'secret', `TypeError: secret\n    at go (${OURS})`),
    'TypeError at start-x_1.js:12:345',
  ],
  [
    error('TypeError', 'secret', `go@moz-extension://0-1-2/background.js:1:9\n`),
    'TypeError at background.js:1:9',
  ],
  // The nearest place that is ours; what is built in has none.
  [
    error('Error', 'x', `Error: x\n    at JSON.parse (<anonymous>)\n    at a (${OURS})`),
    'Error at start-x_1.js:12:345',
  ],
  // A message that looks like a place of ours is still a message.
  [error('Error', `read ${OURS}`, `Error: read ${OURS}\n    at <anonymous>`), 'Error'],
  [error('QuotaExceededError', ''), 'QuotaExceededError'],
  [error('name with 1234.56', 'x'), 'Error'],
  [error('x'.repeat(60), 'x'), 'Error'],
  [{ is: 'outpaced' }, 'outpaced'],
  [{ is: 'unknown', detail: 'secret' }, 'unknown'],
  [{ is: 42 }, 'Error'],
  ['secret', 'Error'],
  [undefined, 'Error'],
  [null, 'Error'],
])('%o is noted as %s', (thrown, want) => {
  expect(describeFault(thrown)).toBe(want);
});

test.each([undefined, 'x', {}, [null, 5, 'x', { at: 1 }, { at: '1', where: 'sync', what: 'Error' }]])(
  'of %j nothing is kept',
  raw => {
    expect(parseFaults(raw)).toEqual([]);
  },
);

test('what is whole is read', () => {
  const note = { at: 1, where: 'sync' as const, what: 'Error' };
  expect(parseFaults([null, note])).toEqual([note]);
});
