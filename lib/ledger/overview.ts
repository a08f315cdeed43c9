import { type CodeShare, codeShares } from '../domain/code-share';
import { coveredWithin } from '../domain/coverage';
import { dayOf, momentOf } from '../domain/day';
import type { Filter } from '../domain/filter';
import { defaultInterval, type Interval, intervalsOf } from '../domain/interval';
import {
  CARD_METRICS,
  type CardMetric,
  type Change,
  changeOf,
  METRICS,
  measure,
  type Selection,
} from '../domain/metric';
import {
  begun,
  type Comparison,
  compareWith,
  isRolling,
  resolvePeriod,
  type Span,
  touched,
} from '../domain/period';
import { type Line, linesOf, sparkOf } from '../domain/series';
import type { LedgerReader } from './reader';

export interface Card {
  metric: CardMetric;
  /** 1e-8 units for money, a whole number for counts. */
  value: bigint;
  unpriced: number;
  /** Absent where there is nothing to compare with. */
  change?: Change;
  spark: number[];
}

export interface Bar {
  span: Span;
  /** The interval is not over, or its data ends inside it. */
  open: boolean;
  /** No file speaks for any of its days. */
  dark: boolean;
}

export interface Overview {
  /** What was asked for. Screens go by this, not by the address, so that they change once and all together. */
  filter: Filter;
  span: Span;
  /** The part of it that has begun: what a label shows. */
  shown: Span;
  compared?: Comparison;
  /** Days of the shown part that some file speaks for. */
  coveredDays: number;
  interval: Interval;
  bars: Bar[];
  lines: Line[];
  cards: Card[];
  /** Commission and new referrals per code, the best first; not narrowed to the filter's own code. */
  codes: CodeShare[];
  known?: Span;
  upTo?: number;
}

/** More bars than this say nothing, and drawing them would take longer than a frame. */
const MOST_BARS = 1100;
const SPARK_POINTS = 60;
/** A sparkline of one day is a dot; shorter periods show the weeks that lead up to them. */
const SPARK_DAYS = 30;

/** Everything the Overview shows for a filter. `now` in ms. */
export async function readOverview(ledger: LedgerReader, filter: Filter, now: number): Promise<Overview> {
  const { source } = ledger;
  const today = dayOf(now);
  const span = resolvePeriod(filter.period, today, source?.known, filter.custom);
  const shown = begun(span, today);
  const all = filter.period === 'all';
  const reached = Math.min(now, source ? source.upTo + 1 : 0);
  const compared = all ? undefined : compareWith(filter.compare, span, reached, isRolling(filter.period));
  const sparkSpan = { from: Math.min(span.from, shown.to - SPARK_DAYS + 1), to: shown.to };
  const spans = [span, sparkSpan, ...(compared ? [touched(compared)] : [])];
  const { figures, code } = await ledger.figures(spans, filter.code);
  const partial = compared && (await ledger.partial(compared));
  const select: Selection = { account: filter.account, ...(code !== undefined && { code }) };
  const comparable = compared && source && coveredWithin(source.covered, touched(compared)) > 0;

  const cards = CARD_METRICS.map((metric): Card => {
    const { value, unpriced } = measure(metric, figures, span, select, { all });
    const base = comparable && measure(metric, figures, compared, select, { partial });
    return {
      metric,
      value,
      unpriced,
      ...(base && { change: changeOf(value, base.value) }),
      spark: sparkOf(metric, figures, sparkSpan, select, SPARK_POINTS),
    };
  });

  const interval = bearable(filter.interval ?? defaultInterval(shown), shown);
  const intervals = intervalsOf(shown, interval);
  const metricSelect = 'account' in METRICS[filter.metric] ? { ...select, account: undefined } : select;
  return {
    filter,
    span,
    shown,
    ...(comparable && { compared }),
    coveredDays: source ? coveredWithin(source.covered, shown) : 0,
    interval,
    bars: intervals.map(of => ({
      span: of,
      open: momentOf(of.to + 1) > reached && momentOf(of.from) <= reached,
      dark: !source || coveredWithin(source.covered, of) === 0,
    })),
    lines: linesOf(filter.metric, figures, intervals, metricSelect),
    cards,
    codes: source ? codeShares(figures, span, filter.account, source.state.codes) : [],
    known: source?.known,
    upTo: source?.upTo,
  };
}

function bearable(interval: Interval, span: Span): Interval {
  const days = span.to - span.from + 1;
  if (interval === 'day' && days > MOST_BARS) return days > MOST_BARS * 7 ? 'month' : 'week';
  return interval === 'week' && days > MOST_BARS * 7 ? 'month' : interval;
}
