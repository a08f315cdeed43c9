import { ACCOUNTS, type FilterAccount } from './account';
import { homeParties } from './country';
import { firstDayOf } from './day';
import type { Figures } from './metric';
import type { Span } from './period';
import type { Parties } from './referral';
import { NOBODY, type Rollup, SLOTS_PER_DAY } from './rollup';

/** Exact sums per referral as halves, `high * 2^32 + low`, and whether there was any commission at all. */
export interface PerReferral {
  low: Float64Array;
  high: Float64Array;
  seen: Uint8Array;
}

export function unitsOf({ low, high }: Pick<PerReferral, 'low' | 'high'>, referral: number): bigint {
  return BigInt(high[referral]) * 4_294_967_296n + BigInt(low[referral]);
}

/** The life of every referral of a source, over everything that is known. Days where there are none are -1. */
export interface ReferralTable {
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
  for (let i = 0; i < low.length; i++) {
    // Mostly there is nothing to carry, and a comparison costs less than a division.
    if (low[i] < 4_294_967_296) continue;
    const over = Math.floor(low[i] / 4_294_967_296);
    low[i] -= over * 4_294_967_296;
    high[i] += over;
  }
}

/** @param figures all months there are. */
export function referralTable(figures: Figures): ReferralTable {
  const { parties, crowd } = figures;
  const n = parties.referrals;
  const first = ACCOUNTS.map(() => new Int32Array(n).fill(-1));
  const last = new Int32Array(n).fill(-1);
  const total = perReferral(n);
  const months = [...figures.rollups.keys()].sort((a, b) => a - b);
  for (const month of months) {
    const { start, party, sum } = figures.rollups.get(month)!;
    const begin = firstDayOf(month);
    for (let day = 0; day < 31; day++) {
      for (let account = 0; account < ACCOUNTS.length; account++) {
        const slot = day * SLOTS_PER_DAY + account;
        const firstOf = first[account];
        for (let at = start[slot]; at < start[slot + 1]; at++) {
          const referral = parties.referral[party[at]];
          if (referral === NOBODY) continue;
          total.low[referral] += sum.low[at];
          total.high[referral] += sum.high[at];
          total.seen[referral] = 1;
          if (firstOf[referral] < 0) firstOf[referral] = begin + day;
          last[referral] = begin + day;
        }
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

/** Whole months as they were added up before: most spans are made of them. */
const wholeMonths = new WeakMap<Rollup, Map<string, MonthSums>>();

function monthSums(
  { start, party, sum }: Rollup,
  parties: Parties,
  from: number,
  to: number,
  account: number,
  code: number | undefined,
): MonthSums {
  const n = parties.referrals;
  const low = new Float64Array(n + 1);
  const high = new Float64Array(n + 1);
  const seen = new Uint8Array(n + 1);
  let count = 0;
  for (let day = from; day <= to; day++) {
    for (let a = 0; a < ACCOUNTS.length; a++) {
      if (account >= 0 && a !== account) continue;
      const slot = day * SLOTS_PER_DAY + a;
      for (let at = start[slot]; at < start[slot + 1]; at++) {
        const p = party[at];
        if (code !== undefined && parties.code[p] !== code) continue;
        const referral = parties.referral[p] === NOBODY ? n : parties.referral[p];
        low[referral] += sum.low[at];
        high[referral] += sum.high[at];
        if (seen[referral] === 0) {
          seen[referral] = 1;
          count++;
        }
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
    const carried = Math.floor(low[referral] / 4_294_967_296);
    sums.referral[at] = referral;
    sums.low[at] = low[referral] - carried * 4_294_967_296;
    sums.high[at++] = high[referral] + carried;
  }
  return sums;
}

function wholeMonth(rollup: Rollup, parties: Parties, account: number, code: number | undefined): MonthSums {
  const kept = wholeMonths.get(rollup) ?? new Map<string, MonthSums>();
  wholeMonths.set(rollup, kept);
  const key = `${account} ${code}`;
  let sums = kept.get(key);
  if (!sums) {
    sums = monthSums(rollup, parties, 0, 30, account, code);
    kept.set(key, sums);
  }
  return sums;
}

/**
 * What each referral brought in a span, in one account or in all. One entry more than there are referrals: the last
 * is what rows that name nobody brought.
 */
export function withinSpan(
  figures: Figures,
  span: Span,
  account?: FilterAccount,
  code?: number,
): PerReferral {
  const { parties } = figures;
  const within = perReferral(parties.referrals + 1);
  const wanted = account ? ACCOUNTS.indexOf(account) : -1;
  for (const [month, rollup] of figures.rollups) {
    const first = firstDayOf(month);
    const days = firstDayOf(month + 1) - first;
    const from = Math.max(span.from - first, 0);
    const to = Math.min(span.to - first, days - 1);
    if (from > to) continue;
    // Days left out that hold nothing make no difference: the first and the last month of all there is are whole too.
    const { start } = rollup;
    const whole =
      start[from * SLOTS_PER_DAY] === 0 && start[(to + 1) * SLOTS_PER_DAY] === start[start.length - 1];
    const { referral, low, high } = whole
      ? wholeMonth(rollup, parties, wanted, code)
      : monthSums(rollup, parties, from, to, wanted, code);
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
export function newTraders(table: ReferralTable, account: FilterAccount, span: Span): number {
  const first = table.first[ACCOUNTS.indexOf(account)];
  let count = 0;
  for (const day of first) if (day >= span.from && day <= span.to) count++;
  return count;
}
