import { dailyCommission } from '../domain/daily-commission';
import { DAY_MS, dayOf, firstDayOf, type Month } from '../domain/day';
import { type Parties, registrationsOf } from '../domain/referral';
import type { Rollup } from '../domain/rollup';
import type { Glance } from '../store/manifest';

/** What the popup paints first. @param rollups of the months that are others than before; `emptied` are no more. */
export function glanceOf(
  rollups: Iterable<Rollup>,
  emptied: Month[],
  before: Glance | undefined,
  parties: Parties,
): Glance {
  const days = new Map<number, { sum: bigint; unpriced: number }>();
  before?.commission.forEach((sum, i) => {
    days.set(before.first + i, { sum, unpriced: before.unpriced[i] });
  });
  const clear = (month: Month) => {
    for (let day = firstDayOf(month); day < firstDayOf(month + 1); day++) days.delete(day);
  };
  emptied.forEach(clear);
  for (const rollup of rollups) {
    // A month's rollup speaks for all its days, so its entries replace those of before.
    clear(rollup.month);
    for (const entry of dailyCommission(rollup)) days.set(entry.day, entry);
  }
  const keys = [...days.keys()];
  const first = keys.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
  const length = keys.length === 0 ? 0 : keys.reduce((a, b) => Math.max(a, b), first) - first + 1;
  const moments = registrationsOf(parties).moments;
  const firstRegistration = moments.length > 0 ? dayOf(moments[0]) : 0;
  const registrations = new Uint32Array(
    moments.length > 0 ? dayOf(moments[moments.length - 1]) - firstRegistration + 1 : 0,
  );
  for (const moment of moments) registrations[Math.floor(moment / DAY_MS) - firstRegistration]++;
  return {
    first: length > 0 ? first : 0,
    commission: Array.from({ length }, (_, i) => days.get(first + i)?.sum ?? 0n),
    unpriced: Uint32Array.from({ length }, (_, i) => days.get(first + i)?.unpriced ?? 0),
    firstRegistration,
    registrations,
  };
}
