import { type CodeShare, codeShares } from '../domain/code-share';
import { type CountryMapping, NO_MAPPING } from '../domain/country';
import type { Filter } from '../domain/filter';
import {
  CARD_METRICS,
  type CardMetric,
  changeOf,
  METRICS,
  type MetricChange,
  measure,
} from '../domain/metric';
import { touched } from '../domain/period';
import { type Line, linesOf, sparkOf } from '../domain/series';
import { readFigures } from './figures';
import type { LedgerReader } from './reader';
import { type Scope, scopeOf } from './scope';

export interface Card {
  metric: CardMetric;
  /** 1e-8 units for money, a whole number for counts. */
  value: bigint;
  unpriced: number;
  /** Absent where there is nothing to compare with. */
  change?: MetricChange;
  spark: number[];
}

export interface Overview extends Scope {
  lines: Line[];
  cards: Card[];
  /** Commission and new referrals per code, the best first; not narrowed to the filter's own code. */
  codes: CodeShare[];
}

const SPARK_POINTS = 60;
/** A sparkline of one day is a dot; shorter periods show the weeks that lead up to them. */
const SPARK_DAYS = 30;

/**
 * Everything the Overview shows for a filter. `now` in ms.
 * @param mapping what the user has told of countries.
 */
export async function readOverview(
  ledger: LedgerReader,
  filter: Filter,
  now: number,
  mapping: CountryMapping = NO_MAPPING,
): Promise<Overview> {
  const { book } = ledger;
  const scope = scopeOf(ledger, filter, now);
  const { span, shown, compared } = scope;
  const all = filter.period === 'all';
  const sparkSpan = { from: Math.min(span.from, shown.to - SPARK_DAYS + 1), to: shown.to };
  const spans = [span, sparkSpan, ...(compared ? [touched(compared)] : [])];
  const { figures, select } = await readFigures(ledger, spans, filter, mapping);
  const partial = compared && (await ledger.partial(compared));

  const cards = CARD_METRICS.map((metric): Card => {
    const { value, unpriced } = measure(metric, figures, span, select, { all });
    const base = compared && measure(metric, figures, compared, select, { partial });
    return {
      metric,
      value,
      unpriced,
      ...(base && { change: changeOf(value, base.value) }),
      spark: sparkOf(metric, figures, sparkSpan, select, SPARK_POINTS),
    };
  });
  const metricSelect = 'account' in METRICS[filter.metric] ? { ...select, account: undefined } : select;
  const intervals = scope.bars.map(bar => bar.span);
  return {
    ...scope,
    lines: linesOf(filter.metric, figures, intervals, metricSelect),
    cards,
    codes: book ? codeShares(figures, span, select, book.state.codes) : [],
  };
}
