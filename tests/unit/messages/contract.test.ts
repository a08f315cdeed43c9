import { describe, expect, expectTypeOf, test } from 'vitest';
import { DONE, done, failed } from '../../../lib/domain/result';
import { call } from '../../../lib/messages/call';
import {
  answering,
  asking,
  type Calls,
  type ContractOf,
  type Handlers,
} from '../../../lib/messages/contract';
import { GUEST_CALLS } from '../../../lib/messages/guest-messages';
import { PAGE_CALLS } from '../../../lib/messages/page-messages';
import { parseToGuest } from '../../../lib/messages/to-guest';

const ID = '00000000-0000-4000-8000-000000000001';

/** Whether a table of calls takes something for one of its messages. */
function isHeard(calls: Record<string, { parse(raw: object): object | undefined }>, raw: unknown): boolean {
  const handlers = Object.fromEntries(Object.keys(calls).map(is => [is, async () => DONE]));
  return answering(calls, handlers)(raw) !== undefined;
}

describe('our own pages', () => {
  const connect = { is: 'connect', label: 'Main', how: 'locked', ticket: ID };
  test.each<unknown>([
    { is: 'refresh-campaigns' },
    { is: 'new-key' },
    connect,
    { ...connect, how: 'key-pair', again: ID, draft: ID },
    { is: 'disconnect', id: ID, rows: 'keep' },
    { is: 'owns-exports', id: ID, on: false },
    { is: 'unlock', id: ID, ticket: ID },
    { is: 'lock', id: ID },
    { is: 'sync-now' },
    { is: 'value-statements' },
    { is: 'report-in' },
    { is: 'report-in', currency: 'EUR' },
  ])('may send %j', raw => {
    expect(isHeard(PAGE_CALLS, raw)).toBe(true);
  });

  test.each<unknown>([
    undefined,
    null,
    'sync-now',
    7,
    [],
    ['sync-now'],
    {},
    { is: undefined },
    { is: ['sync-now'] },
    { is: 'SYNC-NOW' },
    { is: 'sync-now', more: 1 },
    { is: 'toString' },
    { is: 'constructor' },
    { is: '__proto__' },
    { is: 'guest-data' },
    { is: 'use-code', code: 'MYCODE1' },
    { is: 'lock' },
    { is: 'lock', id: 'not an id' },
    { is: 'lock', id: `${ID}0` },
    { is: 'lock', id: { toString: () => ID } },
    { ...connect, label: '' },
    { ...connect, label: 'x'.repeat(61) },
    { ...connect, how: 'plainly' },
    { ...connect, ticket: undefined },
    // A secret has no place in a message: not even beside everything that is right.
    { ...connect, secret: 'shhh' },
    { is: 'disconnect', id: ID, rows: 'all' },
    { is: 'owns-exports', id: ID, on: 'yes' },
    { is: 'report-in', currency: 'DOGE' },
  ])('are not heard with %j', raw => {
    expect(isHeard(PAGE_CALLS, raw)).toBe(false);
  });
});

describe('elements on a page of Binance', () => {
  test.each<unknown>([
    { is: 'guest-data' },
    { is: 'open-dashboard', hash: '' },
    { is: 'open-dashboard', hash: '#/links' },
    { is: 'hide', where: 'page' },
    { is: 'use-code', code: 'MYCODE1' },
    { is: 'qr', code: 'MYCODE1' },
  ])('may send %j', raw => {
    expect(isHeard(GUEST_CALLS, raw)).toBe(true);
  });

  test.each<unknown>([
    ...Object.keys(PAGE_CALLS).map(is => ({ is, id: ID, rows: 'drop', ticket: ID, on: true })),
    { is: 'sync-now' },
    { is: 'new-key' },
    { is: 'value-statements' },
    { is: 'report-in' },
    { is: 'guest-data', address: 'https://www.binance.com/' },
    { is: 'open-dashboard' },
    { is: 'open-dashboard', hash: '#/data' },
    { is: 'open-dashboard', hash: 'javascript:alert(1)' },
    { is: 'hide', where: 'everywhere' },
    { is: 'use-code', code: '"><script>' },
    { is: 'use-code', code: ['MYCODE1'] },
    { is: 'qr', code: '' },
    { is: 'copy', text: 'x' },
  ])('are not heard with %j', raw => {
    expect(isHeard(GUEST_CALLS, raw)).toBe(false);
  });
});

test.each<[unknown, unknown]>([
  [
    { is: 'copy', text: 'https://x', copied: 'Copied', refused: 'Copy by hand', more: 1 },
    { is: 'copy', text: 'https://x', copied: 'Copied', refused: 'Copy by hand' },
  ],
  [{ is: 'copy', text: 5, copied: 'Copied', refused: 'Copy by hand' }, undefined],
  [
    { is: 'copy', text: 'https://x', refused: 'Copy by hand' },
    { is: 'copy', text: 'https://x', refused: 'Copy by hand' },
  ],
  [{ is: 'copy', text: 'https://x', copied: 'Copied' }, undefined],
  [{ is: 'copy', text: 'https://x', copied: 5, refused: 'Copy by hand' }, undefined],
  [{ is: 'copy' }, undefined],
  [{ is: 'paste', text: 'x' }, undefined],
  [null, undefined],
  ['copy', undefined],
])('a content script reads %j as %j', (raw, want) => {
  expect(parseToGuest(raw)).toEqual(want);
});

describe('a contract', () => {
  const CALLS = {
    half: call({}).answers<number, { is: 'odd'; by: number }>(),
    rest: call({}).answers(),
  };
  type Contract = ContractOf<typeof CALLS>;
  const calls: Calls<Contract> = CALLS;

  test('carries values and faults with their details from end to end', async () => {
    let n = 8;
    const answer = answering<Contract>(calls, {
      half: async () => (n % 2 ? failed({ is: 'odd', by: 1 }) : done(n / 2)),
      rest: async () => DONE,
    });
    const ask = asking<Contract>(async <Reply>(message: object) => (await answer(message)) as Reply);
    expect(await ask('half')).toEqual({ ok: true, value: 4 });
    n = 3;
    expect(await ask('half')).toEqual({ ok: false, fault: { is: 'odd', by: 1 } });
  });

  test('says that it failed where nobody answers', async () => {
    expect(await asking<Contract>(async () => undefined)('rest')).toEqual({
      ok: false,
      fault: { is: 'failed' },
    });
  });

  test('does not compile with a handler too few, another answer or another fault', () => {
    expectTypeOf<{ half: Handlers<Contract>['half'] }>().not.toExtend<Handlers<Contract>>();
    expectTypeOf(async () => done('four')).not.toExtend<Handlers<Contract>['half']>();
    expectTypeOf(async () => failed({ is: 'even' as const })).not.toExtend<Handlers<Contract>['half']>();
    // The control: what fits, fits.
    expectTypeOf(async () => done(4)).toExtend<Handlers<Contract>['half']>();
  });
});
