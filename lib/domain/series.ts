import { ACCOUNTS, type Account } from './account';
import { type Day, firstDayOf, monthOf } from './day';
import {
  type CardMetric,
  cellsOf,
  type Figures,
  METRICS,
  referralsIn,
  type Selection,
  tradersIn,
} from './metric';
import { ExactSum } from './money';
import type { Span } from './period';
import { accountOfSlot, dayOfSlot, kindOfSlot } from './rollup';

/** One line of a chart: exact values per interval (1e-8 units for money, whole numbers for counts). */
export interface Line {
  /** The account, or the metric itself where it is not split by account. */
  of: Account | CardMetric;
  values: bigint[];
}

/** Commission per interval, one line an account that occurs. */
export function commissionLines(figures: Figures, intervals: Span[], select: Selection): Line[] {
  if (intervals.length === 0) return [];
  const first = intervals[0].from;
  const last = intervals[intervals.length - 1].to;
  // Which interval a day is in, looked up once per day instead of searched once per cell.
  const intervalOf = new Int32Array(last - first + 1).fill(-1);
  intervals.forEach((span, i) => {
    intervalOf.fill(i, span.from - first, span.to - first + 1);
  });
  const wanted = select.account ? ACCOUNTS.indexOf(select.account) : -1;
  const sums = ACCOUNTS.map(() => intervals.map(() => new ExactSum()));
  const occurs = ACCOUNTS.map(() => false);
  for (let month = monthOf(first); month <= monthOf(last); month++) {
    const rollup = figures.rollups.get(month);
    if (!rollup) continue;
    const { slot, code, sum } = cellsOf(rollup, select);
    const begin = firstDayOf(month);
    for (let i = 0; i < slot.length; i++) {
      if (kindOfSlot(slot[i]) !== 0) continue;
      const account = accountOfSlot(slot[i]);
      if (wanted >= 0 && account !== wanted) continue;
      if (select.code !== undefined && code[i] !== select.code) continue;
      const day: Day = begin + dayOfSlot(slot[i]);
      if (day < first || day > last) continue;
      sums[account][intervalOf[day - first]].add(sum.low[i], sum.high[i]);
      occurs[account] = true;
    }
  }
  return ACCOUNTS.flatMap((account, a) =>
    occurs[a] ? [{ of: account, values: sums[a].map(sum => sum.total) }] : [],
  );
}

/** Any card metric per interval. */
export function linesOf(metric: CardMetric, figures: Figures, intervals: Span[], select: Selection): Line[] {
  if (metric === 'commission') return commissionLines(figures, intervals, select);
  const spec = METRICS[metric];
  const values = intervals.map(span =>
    BigInt(
      'account' in spec ? tradersIn(spec.account, figures, span, select) : referralsIn(figures, span, false),
    ),
  );
  return [{ of: metric, values }];
}

/**
 * A sparkline's points: the metric per day of the span, thinned to at most `points` by adding up neighbours.
 * For its shape only.
 */
export function sparkOf(
  metric: CardMetric,
  figures: Figures,
  span: Span,
  select: Selection,
  points: number,
): number[] {
  const days = span.to - span.from + 1;
  const step = Math.ceil(days / points);
  const values = new Float64Array(Math.ceil(days / step));
  const spec = METRICS[metric];
  if (metric === 'referrals') {
    for (let i = 0; i < values.length; i++) {
      const from = span.from + i * step;
      values[i] = referralsIn(figures, { from, to: Math.min(from + step - 1, span.to) }, false);
    }
    return [...values];
  }
  const account = 'account' in spec ? spec.account : select.account;
  const wanted = account ? ACCOUNTS.indexOf(account) : -1;
  for (let month = monthOf(span.from); month <= monthOf(span.to); month++) {
    const rollup = figures.rollups.get(month);
    if (!rollup) continue;
    const begin = firstDayOf(month);
    if (metric === 'commission') {
      const { slot, code, sum } = cellsOf(rollup, select);
      for (let i = 0; i < slot.length; i++) {
        if (kindOfSlot(slot[i]) !== 0 || (wanted >= 0 && accountOfSlot(slot[i]) !== wanted)) continue;
        if (select.code !== undefined && code[i] !== select.code) continue;
        const day = begin + dayOfSlot(slot[i]);
        if (day < span.from || day > span.to) continue;
        values[Math.floor((day - span.from) / step)] += sum.high[i] * 4_294_967_296 + sum.low[i];
      }
    } else {
      const daily = select.people ? select.people.dailyOf(rollup) : rollup.daily;
      for (let position = 0; position < 31; position++) {
        const day = begin + position;
        if (day < span.from || day > span.to) continue;
        values[Math.floor((day - span.from) / step)] += daily[position * ACCOUNTS.length + wanted];
      }
    }
  }
  return [...values];
}
