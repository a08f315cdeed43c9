import { eachCell } from './cells';
import { type Day, firstDayOf, lastDayOf } from './day';
import { ExactSum } from './money';
import type { Rollup } from './rollup';

/** Commission per day of a month (all accounts and codes), for the series the popup paints first. */
export function dailyCommission(rollup: Rollup): { day: Day; sum: bigint; unpriced: number }[] {
  const { month } = rollup;
  const span = { from: firstDayOf(month), to: lastDayOf(month) };
  const days = new Map<Day, { sum: ExactSum; unpriced: number }>();
  eachCell(new Map([[month, rollup]]), span, 'commission', {}, ({ sum, unpriced }, at, day) => {
    const entry = days.get(day) ?? { sum: new ExactSum(), unpriced: 0 };
    entry.sum.add(sum.low[at], sum.high[at]);
    entry.unpriced += unpriced[at];
    days.set(day, entry);
  });
  return [...days].map(([day, { sum, unpriced }]) => ({ day, sum: sum.total, unpriced }));
}
