import { ACCOUNTS, type FilterAccount } from './account';
import { KINDS } from './commission';
import { DAY_MS, firstDayOf, type Month, monthOf } from './day';
import { ExactSum } from './money';
import type { PartySet } from './party-set';
import type { Comparison, Span } from './period';
import { type Crowd, countBefore, countReferrals, type Parties, type Registrations } from './referral';
import { accountOfSlot, type Cells, dayOfSlot, kindOfSlot, type Rollup, SLOTS_PER_DAY } from './rollup';

/** Every headline figure, by its name in `data-metric`. */
export const METRICS = {
  commission: { unit: 'money' },
  referrals: { unit: 'count' },
  'traders-spot': { unit: 'count', account: 'spot' },
  'traders-futures': { unit: 'count', account: 'futures' },
  miners: { unit: 'count', account: 'mining' },
  kickback: { unit: 'money' },
  bonus: { unit: 'money' },
} as const satisfies Record<string, { unit: 'money' | 'count'; account?: FilterAccount }>;
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

/** Which rows count. `code` is a position in the source's dictionary. */
export interface Selection {
  account?: FilterAccount;
  code?: number;
  /** Only these parties: those of a country. Money has the code apart from it. */
  among?: PartySet;
  /** Only these parties are people that count: those of the code and the country together. */
  people?: PartySet;
}

/** The sums of a rollup as a selection sees them; its account and code are still to be told apart. */
export function cellsOf(rollup: Rollup, { among }: Selection): Cells {
  return among ? among.cellsOf(rollup) : rollup.cells;
}

/** Days of one rollup, as positions in its month. */
interface Part {
  rollup: Rollup;
  from: number;
  to: number;
}

/** The rollups a span touches. `partial` stands for the begun day after it, if a comparison ends inside a day. */
function partsOf(rollups: ReadonlyMap<Month, Rollup>, span: Span, partial?: Rollup): Part[] {
  const parts: Part[] = [];
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

const kindIndex = (metric: 'commission' | 'kickback' | 'bonus') => KINDS.indexOf(metric);

/** Exact sum of a kind over a span. */
export function sumOf(
  metric: 'commission' | 'kickback' | 'bonus',
  figures: Figures,
  span: Span,
  select: Selection,
  partial?: Rollup,
): MoneyFigure {
  const kind = kindIndex(metric);
  const account = select.account ? ACCOUNTS.indexOf(select.account) : -1;
  const sum = new ExactSum();
  let unpriced = 0;
  for (const { rollup, from, to } of partsOf(figures.rollups, span, partial)) {
    const { slot, code, sum: sums, unpriced: without } = cellsOf(rollup, select);
    for (let i = 0; i < slot.length; i++) {
      const day = dayOfSlot(slot[i]);
      if (day < from) continue;
      if (day > to) break;
      if (kindOfSlot(slot[i]) !== kind) continue;
      if (account >= 0 && accountOfSlot(slot[i]) !== account) continue;
      if (select.code !== undefined && code[i] !== select.code) continue;
      sum.add(sums.low[i], sums.high[i]);
      unpriced += without[i];
    }
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
  const bits = new Uint32Array((figures.parties.referral.length + 31) >>> 5);
  for (const { rollup, from, to } of partsOf(figures.rollups, span, partial)) {
    const days = firstDayOf(rollup.month + 1) - firstDayOf(rollup.month);
    if (from === 0 && to >= days - 1) {
      const month = rollup.traders[index];
      for (let word = 0; word < month.length; word++) bits[word] |= month[word];
      continue;
    }
    const { start, party } = rollup;
    for (let day = from; day <= to; day++) {
      const slot = day * SLOTS_PER_DAY + index;
      for (let at = start[slot]; at < start[slot + 1]; at++) bits[party[at] >>> 5] |= 1 << (party[at] & 31);
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
    const { units, unpriced } = sumOf(
      metric as 'commission' | 'kickback' | 'bonus',
      figures,
      span,
      select,
      options.partial,
    );
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

/** Change in percent, or why there is none. */
export type Change = { percent: number } | 'new' | 'none';

/** @returns `none` where both are zero or the base is negative: no percentage says anything then. */
export function changeOf(value: bigint, base: bigint): Change {
  if (base === 0n) return value > 0n ? 'new' : 'none';
  if (base < 0n) return 'none';
  return { percent: Number(((value - base) * 10_000n) / base) / 100 };
}
