import { expect, test } from 'vitest';
import { MonthRows } from '../../../lib/domain/commission';
import { dailyCommission } from '../../../lib/domain/daily-commission';
import { firstDayOf } from '../../../lib/domain/day';
import { UNPRICED_HIGH, UNPRICED_LOW } from '../../../lib/domain/money';
import { rollUp } from '../../../lib/domain/rollup';

test('a month is told by day: commissions of every account and code, unpriced rows counted', () => {
  const rows = new MonthRows(674);
  const pay = (day: number, party: number, type: number, low: number, high = 0) =>
    rows.push(day * 86_400_000, party, type, 0, 0, 0, low, high);
  pay(0, 0, 0, 5);
  pay(0, 1, 1, 7);
  pay(0, 0, 2, 1000);
  pay(30, 1, 0, 0xffffffff);
  pay(30, 1, 0, 1);
  pay(30, 0, 0, UNPRICED_LOW, UNPRICED_HIGH);
  const rollup = rollUp(674, [rows.columns()], {
    accountOfType: Uint8Array.of(0, 3, 0),
    kindOfType: Uint8Array.of(0, 0, 2),
    codeOfParty: Uint32Array.of(0, 1),
    referralOfParty: Uint32Array.of(0, 1),
  });
  const first = firstDayOf(674);
  expect(dailyCommission(rollup)).toEqual([
    { day: first, sum: 12n, unpriced: 0 },
    { day: first + 30, sum: 4_294_967_296n, unpriced: 1 },
  ]);
});
