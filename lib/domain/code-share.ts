import { ACCOUNTS } from './account';
import { DAY_MS, firstDayOf, momentOf } from './day';
import { cellsOf, type Figures, type Selection } from './metric';
import { ExactSum } from './money';
import type { Span } from './period';
import { countBefore } from './referral';
import { accountOfSlot, dayOfSlot, kindOfSlot } from './rollup';

export interface CodeShare {
  /** '' for rows without a code. */
  code: string;
  /** 1e-8 units. */
  commission: bigint;
  newReferrals: number;
}

/** What each code brought in a span, the best first. Codes with nothing are left out. */
export function codeShares(
  figures: Figures,
  span: Span,
  select: Omit<Selection, 'code'>,
  codes: string[],
): CodeShare[] {
  const wanted = select.account ? ACCOUNTS.indexOf(select.account) : -1;
  const sums = new Map<number, ExactSum>();
  for (const [month, rollup] of figures.rollups) {
    const { slot, code, sum } = cellsOf(rollup, select);
    const begin = firstDayOf(month);
    for (let i = 0; i < slot.length; i++) {
      const day = begin + dayOfSlot(slot[i]);
      if (day < span.from || day > span.to || kindOfSlot(slot[i]) !== 0) continue;
      if (wanted >= 0 && accountOfSlot(slot[i]) !== wanted) continue;
      let total = sums.get(code[i]);
      if (!total) {
        total = new ExactSum();
        sums.set(code[i], total);
      }
      total.add(sum.low[i], sum.high[i]);
    }
  }
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
