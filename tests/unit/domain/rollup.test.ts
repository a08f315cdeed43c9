import { expect, test } from 'vitest';
import { ACCOUNTS } from '../../../lib/domain/account';
import { KINDS } from '../../../lib/domain/commission';
import { accountOfSlot, dayOfSlot, kindOfSlot, SLOTS, slotOf, slotsOf } from '../../../lib/domain/rollup';

test('a slot is one day, kind and account, and says which', () => {
  const seen = new Set<number>();
  for (let day = 0; day < 31; day++) {
    for (const kind of KINDS.keys()) {
      for (const account of ACCOUNTS.keys()) {
        const slot = slotOf(day, kind, account);
        expect([dayOfSlot(slot), kindOfSlot(slot), accountOfSlot(slot)]).toEqual([day, kind, account]);
        seen.add(slot);
      }
    }
  }
  expect(seen.size).toBe(SLOTS);
  expect(Math.max(...seen)).toBe(SLOTS - 1);
});

test('slots of kinds share a month among them, those of accounts a kind', () => {
  const all = KINDS.flatMap(kind => ACCOUNTS.flatMap(account => slotsOf(kind, { account })));
  expect([...all].sort((a, b) => a - b)).toEqual(Array.from({ length: SLOTS }, (_, slot) => slot));
  expect(slotsOf('kickback')).toEqual(
    ACCOUNTS.flatMap(account => slotsOf('kickback', { account })).sort((a, b) => a - b),
  );
  expect(slotsOf('bonus', { account: 'mining' }, 3, 5).map(dayOfSlot)).toEqual([3, 4, 5]);
});
