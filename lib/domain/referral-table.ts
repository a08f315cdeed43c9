import { ACCOUNTS, type FilterAccount } from './account';
import { homeParties } from './country';
import { type Day, dayOf, firstDayOf } from './day';
import type { Figures } from './metric';
import type { Span } from './period';
import { NOBODY, SLOTS_PER_DAY } from './rollup';

/** Exact sums per referral as halves, `high * 2^32 + low`, and whether there was any commission at all. */
export interface PerReferral {
  low: Float64Array;
  high: Float64Array;
  seen: Uint8Array;
}

export function unitsOf({ low, high }: PerReferral, referral: number): bigint {
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
    const over = Math.floor(low[i] / 4_294_967_296);
    if (over === 0) continue;
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

/** What each referral brought in a span, in one account or in all. */
export function withinSpan(
  figures: Figures,
  span: Span,
  account?: FilterAccount,
  code?: number,
): PerReferral {
  const { parties } = figures;
  const within = perReferral(parties.referrals);
  const wanted = account ? ACCOUNTS.indexOf(account) : -1;
  for (const [month, { start, party, sum }] of figures.rollups) {
    const begin = firstDayOf(month);
    const to = Math.min(span.to - begin, 30);
    for (let day = Math.max(span.from - begin, 0); day <= to; day++) {
      for (let a = 0; a < ACCOUNTS.length; a++) {
        if (wanted >= 0 && a !== wanted) continue;
        const slot = day * SLOTS_PER_DAY + a;
        for (let at = start[slot]; at < start[slot + 1]; at++) {
          const p = party[at];
          const referral = parties.referral[p];
          if (referral === NOBODY || (code !== undefined && parties.code[p] !== code)) continue;
          within.low[referral] += sum.low[at];
          within.high[referral] += sum.high[at];
          within.seen[referral] = 1;
        }
      }
    }
    carry(within);
  }
  return within;
}

/** Referrals whose first commission in an account lies in the span: its new traders. */
export function newTraders(table: ReferralTable, account: FilterAccount, span: Span): number {
  const first = table.first[ACCOUNTS.indexOf(account)];
  let count = 0;
  for (const day of first) if (day >= span.from && day <= span.to) count++;
  return count;
}

/** The day of a registration, -1 where there is none. */
export function registeredOn(figures: Figures, table: ReferralTable, referral: number): Day {
  const home = table.home[referral];
  const moment = home < 0 ? Number.NaN : figures.parties.registration[home];
  return Number.isNaN(moment) ? -1 : dayOf(moment);
}
