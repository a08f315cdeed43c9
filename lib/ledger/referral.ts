import { ACCOUNTS, type Account } from '../domain/account';
import { monthOf } from '../domain/day';
import type { Filter } from '../domain/filter';
import type { Figures } from '../domain/metric';
import { HalvesSum } from '../domain/money';
import type { Span } from '../domain/period';
import { accountOfSlot, slotsOf } from '../domain/rollup';
import type { LedgerReader } from './reader';
import { readReferralTable } from './referrals';
import { type Scope, scopeOf } from './scope';

/** One referral's page: its months and who it is. */
export interface ReferralView {
  id: string;
  /** All that is known, in months. */
  scope: Scope;
  lines: { account: Account; values: bigint[] }[];
  /** Codes it came with and sub-accounts that count to it. */
  codes: string[];
  subs: string[];
  /** The days everything is known of: what its rows are asked for. */
  known: Span;
}

/** @returns undefined for an id that no file has, or none. */
export async function readReferral(
  ledger: LedgerReader,
  id: string,
  filter: Filter,
  now: number,
): Promise<ReferralView | undefined> {
  const { book } = ledger;
  if (!book || id === '') return undefined;
  const { positions } = await readReferralTable(ledger);
  const position = positions.get(id);
  if (position === undefined) return undefined;
  const [{ figures }, names] = await Promise.all([ledger.figures([book.known]), ledger.names()]);
  const scope = scopeOf(ledger, { ...filter, period: 'all', interval: 'month' }, now);
  const own: number[] = [];
  figures.parties.referral.forEach((referral, p) => {
    if (referral === position) own.push(p);
  });
  const unique = (texts: string[]) => [...new Set(texts)].filter(Boolean);
  return {
    id: names.referrals[position],
    scope,
    lines: monthLines(figures, scope, position),
    codes: unique(own.map(p => names.codes[figures.parties.code[p]])),
    subs: unique(own.map(p => names.subs[p])),
    known: book.known,
  };
}

function monthLines({ rollups, parties }: Figures, { bars }: Scope, wanted: number): ReferralView['lines'] {
  const sums = ACCOUNTS.map(() => bars.map(() => new HalvesSum()));
  const occurs = ACCOUNTS.map(() => false);
  const barOf = new Map(bars.map((bar, i) => [monthOf(bar.span.from), i]));
  for (const [month, { start, party, sum }] of rollups) {
    const bar = barOf.get(month);
    if (bar === undefined) continue;
    for (const slot of slotsOf('commission')) {
      const account = accountOfSlot(slot);
      for (let at = start[slot]; at < start[slot + 1]; at++) {
        if (parties.referral[party[at]] !== wanted) continue;
        sums[account][bar].add(sum.low[at], sum.high[at]);
        occurs[account] = true;
      }
    }
  }
  return ACCOUNTS.flatMap((account, a) =>
    occurs[a] ? [{ account, values: sums[a].map(sum => sum.total) }] : [],
  );
}
