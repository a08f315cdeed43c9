import { ACCOUNTS, type Account, type FilterAccount } from './account';
import { eachCell, type Selection } from './cells';
import { firstDayOf } from './day';
import { type CardMetric, type Figures, METRICS, referralsIn, tradersIn } from './metric';
import { ExactSum, nearestDouble } from './money';
import type { Span } from './period';
import { accountOfSlot } from './rollup';

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
  const sums = ACCOUNTS.map(() => intervals.map(() => new ExactSum()));
  const occurs = ACCOUNTS.map(() => false);
  eachCell(figures.rollups, { from: first, to: last }, 'commission', select, ({ slot, sum }, at, day) => {
    const account = accountOfSlot(slot[at]);
    sums[account][intervalOf[day - first]].add(sum.low[at], sum.high[at]);
    occurs[account] = true;
  });
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
  if (spec.unit === 'money') {
    eachCell(figures.rollups, span, spec.kind, select, ({ sum }, at, day) => {
      values[Math.floor((day - span.from) / step)] += nearestDouble(sum.low[at], sum.high[at]);
    });
  } else if ('account' in spec) {
    addTraders(values, spec.account, figures, span, select, step);
  } else {
    for (let i = 0; i < values.length; i++) {
      const from = span.from + i * step;
      values[i] = referralsIn(figures, { from, to: Math.min(from + step - 1, span.to) }, false);
    }
  }
  return [...values];
}

/** Adds each day's traders of an account to the value of its step. */
function addTraders(
  values: Float64Array,
  account: FilterAccount,
  { rollups }: Figures,
  span: Span,
  { people }: Selection,
  step: number,
): void {
  const wanted = ACCOUNTS.indexOf(account);
  for (const [month, rollup] of rollups) {
    const daily = people ? people.dailyOf(rollup) : rollup.daily;
    const first = firstDayOf(month);
    const to = Math.min(span.to - first, 30);
    for (let day = Math.max(span.from - first, 0); day <= to; day++) {
      values[Math.floor((first + day - span.from) / step)] += daily[day * ACCOUNTS.length + wanted];
    }
  }
}
