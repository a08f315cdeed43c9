import { ACCOUNTS, type FilterAccount } from './account';
import { hasBit } from './bits';
import type { Selection } from './cells';
import { firstDayOf, lastDayOf } from './day';
import { memo, weakMemo } from './memo';
import type { Figures } from './metric';
import { carryAt, joinHalves } from './money';
import { PartySet } from './party-set';
import type { Span } from './period';
import type { Parties } from './referral';
import { homeParties } from './referral-countries';
import { accountOfSlot, dayOfSlot, NOBODY, type Rollup, SLOTS_PER_DAY, slotsOf } from './rollup';

/** Exact sums per referral as halves, `high * 2^32 + low`, and whether there was any commission at all. */
export interface PerReferral {
  low: Float64Array;
  high: Float64Array;
  seen: Uint8Array;
}

export function unitsOf({ low, high }: Pick<PerReferral, 'low' | 'high'>, referral: number): bigint {
  return joinHalves(low[referral], high[referral]);
}

/** The life of every referral of a source, over everything that is known. Days where there are none are -1. */
export interface ReferralColumns {
  /** Party it registered as, -1 for none. */
  home: Int32Array;
  /** First day with a commission, by account. */
  first: Int32Array[];
  /** Last day with a commission in any account. */
  last: Int32Array;
  total: PerReferral;
}

const perReferral = (n: number): PerReferral => ({
  low: new Float64Array(n),
  high: new Float64Array(n),
  seen: new Uint8Array(n),
});

function carry({ low, high }: PerReferral): void {
  for (let i = 0; i < low.length; i++) carryAt(low, high, i);
}

/** @param figures all months there are. */
export function referralTable(figures: Figures): ReferralColumns {
  const { parties, crowd } = figures;
  const n = parties.referrals;
  const first = ACCOUNTS.map(() => new Int32Array(n).fill(-1));
  const last = new Int32Array(n).fill(-1);
  const total = perReferral(n);
  const months = [...figures.rollups.keys()].sort((a, b) => a - b);
  for (const month of months) {
    const { start, party, sum } = figures.rollups.get(month)!;
    const begin = firstDayOf(month);
    for (const slot of slotsOf('commission')) {
      const firstOf = first[accountOfSlot(slot)];
      const day = begin + dayOfSlot(slot);
      for (let at = start[slot]; at < start[slot + 1]; at++) {
        const referral = parties.referral[party[at]];
        if (referral === NOBODY) continue;
        total.low[referral] += sum.low[at];
        total.high[referral] += sum.high[at];
        total.seen[referral] = 1;
        if (firstOf[referral] < 0) firstOf[referral] = day;
        last[referral] = day;
      }
    }
    carry(total);
  }
  return { home: homeParties(parties, crowd), first, last, total };
}

/** What the referrals brought in some days of a month: only those that brought something, rows of nobody at `n`. */
interface MonthSums {
  referral: Uint32Array;
  low: Float64Array;
  high: Float64Array;
}

/** @param only one bit a party: the others are left out. @param from, to days of the month, both included. */
function monthSums(
  { start, party, sum }: Rollup,
  parties: Parties,
  only: Uint32Array | undefined,
  account: FilterAccount | undefined,
  from = 0,
  to = 30,
): MonthSums {
  const n = parties.referrals;
  const low = new Float64Array(n + 1);
  const high = new Float64Array(n + 1);
  const seen = new Uint8Array(n + 1);
  let count = 0;
  for (const slot of slotsOf('commission', { account }, from, to)) {
    for (let at = start[slot]; at < start[slot + 1]; at++) {
      const p = party[at];
      if (only && !hasBit(only, p)) continue;
      const referral = parties.referral[p] === NOBODY ? n : parties.referral[p];
      low[referral] += sum.low[at];
      high[referral] += sum.high[at];
      if (seen[referral] === 0) {
        seen[referral] = 1;
        count++;
      }
    }
  }
  const sums = {
    referral: new Uint32Array(count),
    low: new Float64Array(count),
    high: new Float64Array(count),
  };
  let at = 0;
  for (let referral = 0; referral <= n; referral++) {
    if (seen[referral] === 0) continue;
    carryAt(low, high, referral);
    sums.referral[at] = referral;
    sums.low[at] = low[referral];
    sums.high[at++] = high[referral];
  }
  return sums;
}

/** Whole months are kept, of a set of parties or of all: most spans are made of them. */
const wholeMonth = weakMemo((rollup: Rollup) =>
  weakMemo((of: PartySet | Parties) =>
    memo((account: FilterAccount | undefined) =>
      of instanceof PartySet
        ? monthSums(rollup, of.parties, of.bits, account)
        : monthSums(rollup, of, undefined, account),
    ),
  ),
);

/**
 * What each referral brought in a span, of the rows a selection leaves. One entry more than there are referrals: the
 * last is what rows that name nobody brought.
 */
export function withinSpan(figures: Figures, span: Span, { account, people }: Selection): PerReferral {
  const { parties } = figures;
  const within = perReferral(parties.referrals + 1);
  for (const [month, rollup] of figures.rollups) {
    const first = firstDayOf(month);
    const from = Math.max(span.from - first, 0);
    const to = Math.min(span.to, lastDayOf(month)) - first;
    if (from > to) continue;
    // Days left out that hold nothing make no difference: the first and the last month of all there is are whole too.
    const { start } = rollup;
    const whole =
      start[from * SLOTS_PER_DAY] === 0 && start[(to + 1) * SLOTS_PER_DAY] === start[start.length - 1];
    const { referral, low, high } = whole
      ? wholeMonth(rollup)(people ?? parties)(account)
      : monthSums(rollup, parties, people?.bits, account, from, to);
    for (let i = 0; i < referral.length; i++) {
      const r = referral[i];
      within.low[r] += low[i];
      within.high[r] += high[i];
      within.seen[r] = 1;
    }
  }
  carry(within);
  return within;
}

/** Referrals whose first commission in an account lies in the span: its new traders. */
export function newTraders(table: ReferralColumns, account: FilterAccount, span: Span): number {
  const first = table.first[ACCOUNTS.indexOf(account)];
  let count = 0;
  for (const day of first) if (day >= span.from && day <= span.to) count++;
  return count;
}
