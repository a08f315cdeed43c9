import { ACCOUNTS, type FilterAccount } from './account';
import { countBefore } from './binary-search';
import { noBits, setBit, uniteBits } from './bits';
import { eachCell, type Selection } from './cells';
import type { Kind } from './commission';
import { DAY_MS, firstDayOf, lastDayOf, type Month, monthOf } from './day';
import { ExactSum } from './money';
import { percentOf } from './percent';
import type { Comparison, Span } from './period';
import { type Crowd, countReferrals, type Parties, type Registrations } from './referral';
import { type Cells, type Rollup, slotsOf } from './rollup';

/** Every headline figure, by its name in `data-metric`. */
export const METRICS = {
  commission: { unit: 'money', kind: 'commission' },
  referrals: { unit: 'count' },
  'traders-spot': { unit: 'count', account: 'spot' },
  'traders-futures': { unit: 'count', account: 'futures' },
  miners: { unit: 'count', account: 'mining' },
  kickback: { unit: 'money', kind: 'kickback' },
  bonus: { unit: 'money', kind: 'bonus' },
} as const satisfies Record<
  string,
  { unit: 'money'; kind: Kind } | { unit: 'count'; account?: FilterAccount }
>;
export type Metric = keyof typeof METRICS;

/** The figures of the Overview, in order. */
export const CARD_METRICS = [
  'commission',
  'referrals',
  'traders-spot',
  'traders-futures',
  'miners',
] as const satisfies Metric[];
export type CardMetric = (typeof CARD_METRICS)[number];

/** What figures are computed from: the rollups at hand and the dictionary of one source. */
export interface Figures {
  rollups: ReadonlyMap<Month, Rollup>;
  parties: Parties;
  /** How parties make up referrals. */
  crowd: Crowd;
  registrations: Registrations;
}

/** Days of one rollup, as positions in its month. */
interface MonthPart {
  rollup: Rollup;
  from: number;
  to: number;
}

/** The rollups a span touches. `partial` stands for the begun day after it, if a comparison ends inside a day. */
function monthParts(rollups: ReadonlyMap<Month, Rollup>, span: Span, partial?: Rollup): MonthPart[] {
  const parts: MonthPart[] = [];
  for (const [month, rollup] of rollups) {
    const first = firstDayOf(month);
    const from = Math.max(span.from - first, 0);
    const to = Math.min(span.to - first, 30);
    if (from <= to && from <= 30 && to >= 0) parts.push({ rollup, from, to });
  }
  if (partial) parts.push({ rollup: partial, from: 0, to: 30 });
  return parts;
}

export interface MoneyFigure {
  units: bigint;
  unpriced: number;
}

/** Exact sum of a kind over a span. @param partial the begun day after it, if a comparison ends inside a day. */
export function sumOf(
  kind: Kind,
  { rollups }: Figures,
  span: Span,
  select: Selection,
  partial?: Rollup,
): MoneyFigure {
  const sum = new ExactSum();
  let unpriced = 0;
  const add = (cells: Cells, at: number) => {
    sum.add(cells.sum.low[at], cells.sum.high[at]);
    unpriced += cells.unpriced[at];
  };
  eachCell(rollups, span, kind, select, add);
  if (partial) {
    const month = { from: firstDayOf(partial.month), to: lastDayOf(partial.month) };
    eachCell(new Map([[partial.month, partial]]), month, kind, select, add);
  }
  return { units: sum.total, unpriced };
}

/**
 * Distinct referrals with at least one commission in the account: the parties as bits, whole months at once, then
 * narrowed to those that count, then parties of one referral taken together.
 */
export function tradersIn(
  account: FilterAccount,
  figures: Figures,
  span: Span,
  select: Selection,
  partial?: Rollup,
): number {
  const index = ACCOUNTS.indexOf(account);
  const bits = noBits(figures.parties.referral.length);
  for (const { rollup, from, to } of monthParts(figures.rollups, span, partial)) {
    const days = firstDayOf(rollup.month + 1) - firstDayOf(rollup.month);
    if (from === 0 && to >= days - 1) {
      uniteBits(bits, rollup.traders[index]);
      continue;
    }
    const { start, party } = rollup;
    for (const slot of slotsOf('commission', { account }, from, to)) {
      for (let at = start[slot]; at < start[slot + 1]; at++) setBit(bits, party[at]);
    }
  }
  return countReferrals(bits, figures.crowd, select.people?.bits);
}

/** Distinct referrals registered in the span; of `all`, every known one, registered or not. */
export function referralsIn(figures: Figures, span: Comparison, all: boolean): number {
  const { count, moments } = figures.registrations;
  if (all) return count;
  const end = span.until ?? (span.to + 1) * DAY_MS;
  return countBefore(moments, end) - countBefore(moments, span.from * DAY_MS);
}

/** A figure of a metric over a span: exact units of 1e-8 for money, a whole number for counts. */
export function measure(
  metric: Metric,
  figures: Figures,
  span: Comparison,
  select: Selection,
  options: { all?: boolean; partial?: Rollup } = {},
): { value: bigint; unpriced: number } {
  const spec = METRICS[metric];
  if (spec.unit === 'money') {
    const { units, unpriced } = sumOf(spec.kind, figures, span, select, options.partial);
    return { value: units, unpriced };
  }
  if ('account' in spec) {
    return { value: BigInt(tradersIn(spec.account, figures, span, select, options.partial)), unpriced: 0 };
  }
  return { value: BigInt(referralsIn(figures, span, options.all ?? false)), unpriced: 0 };
}

/** The months a span touches. */
export function monthsOf(span: Span): Month[] {
  const months: Month[] = [];
  for (let month = monthOf(span.from); month <= monthOf(span.to); month++) months.push(month);
  return months;
}

/** Change in percent, to the decimal that is shown, or why there is none. */
export type MetricChange = { percent: number } | 'new' | 'none';

/** @returns `none` where both are zero or the base is negative: no percentage says anything then. */
export function changeOf(value: bigint, base: bigint): MetricChange {
  if (base === 0n) return value > 0n ? 'new' : 'none';
  if (base < 0n) return 'none';
  return { percent: percentOf(value - base, base) };
}
