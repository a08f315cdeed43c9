import { countBefore } from './binary-search';
import { eachCell, type Selection } from './cells';
import { DAY_MS, momentOf } from './day';
import type { Figures } from './metric';
import { ExactSum } from './money';
import type { Span } from './period';

export interface CodeShare {
  /** '' for rows without a code. */
  code: string;
  /** 1e-8 units. */
  commission: bigint;
  newReferrals: number;
}

/** What each code brought in a span, the best first, whatever code is selected. Codes with nothing are left out. */
export function codeShares(figures: Figures, span: Span, select: Selection, codes: string[]): CodeShare[] {
  const sums = new Map<number, ExactSum>();
  eachCell(figures.rollups, span, 'commission', { ...select, code: undefined }, ({ code, sum }, at) => {
    let total = sums.get(code[at]);
    if (!total) {
      total = new ExactSum();
      sums.set(code[at], total);
    }
    total.add(sum.low[at], sum.high[at]);
  });
  const people = newReferrals(figures, span, select);
  const shares = new Set([...sums.keys(), ...people.keys()]);
  return [...shares]
    .map(position => ({
      code: codes[position] ?? '',
      commission: sums.get(position)?.total ?? 0n,
      newReferrals: people.get(position) ?? 0,
    }))
    .sort((a, b) => Number(b.commission - a.commission) || b.newReferrals - a.newReferrals);
}

/** Referrals registered in the span by code: each counts once, with the code of its earliest registration. */
function newReferrals({ parties, crowd }: Figures, span: Span, { among }: Selection): Map<number, number> {
  const { moment, party } = crowd.arrivals;
  const people = new Map<number, number>();
  const end = countBefore(moment, momentOf(span.to) + DAY_MS);
  for (let i = countBefore(moment, momentOf(span.from)); i < end; i++) {
    if (among && !among.has(party[i])) continue;
    const code = parties.code[party[i]];
    people.set(code, (people.get(code) ?? 0) + 1);
  }
  return people;
}
