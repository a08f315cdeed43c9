import { coveredWithin } from '../domain/coverage';
import { type Day, dayOf } from '../domain/day';
import { changeOf, type MetricChange, measure } from '../domain/metric';
import { compareWith, type PeriodName, resolvePeriod, type Span, touched } from '../domain/period';
import type { Glance, Manifest } from '../store/manifest';
import { type BookView, bookViewOf } from './book-view';
import type { LedgerReader } from './reader';

/** The periods the popup shows. */
export const GLANCE_PERIODS = [
  'today',
  'yesterday',
  'this-month',
  'last-month',
] as const satisfies PeriodName[];
export type GlancePeriod = (typeof GLANCE_PERIODS)[number];

export interface GlanceFigure {
  period: GlancePeriod;
  /** 1e-8 units. */
  commission: bigint;
  unpriced: number;
  /** Some file speaks for a day of the period. */
  covered: boolean;
  newReferrals: number;
}

export interface GlanceView {
  source: BookView;
  figures: GlanceFigure[];
  /** Commission of the 30 days up to today, or up to the end of the data if that is long ago. */
  spark: number[];
  sparkSpan: Span;
  /** Everything there is: what is shown when none of the periods has data. */
  total: bigint;
}

/** What the popup paints first, from the manifest alone. */
export function glanceFigures(manifest: Manifest, now: number): GlanceView | undefined {
  const source = bookViewOf(manifest);
  if (!source) return undefined;
  const { glance } = source.state;
  const today = dayOf(now);
  const figures = GLANCE_PERIODS.map(period => figureOf(source, period, today));
  const end = source.known.to > today - 30 ? today : source.known.to;
  const sparkSpan = { from: end - 29, to: end };
  const spark = Array.from({ length: 30 }, (_, i) => Number(at(glance, sparkSpan.from + i)));
  return { source, figures, spark, sparkSpan, total: glance.commission.reduce((a, b) => a + b, 0n) };
}

/** What today has come to, without working out anything else. */
export function todayOf(manifest: Manifest, now: number): GlanceFigure | undefined {
  const source = bookViewOf(manifest);
  return source && figureOf(source, 'today', dayOf(now));
}

function figureOf({ state: { glance }, covered }: BookView, period: GlancePeriod, today: Day): GlanceFigure {
  const span = resolvePeriod(period, today);
  let commission = 0n;
  let unpriced = 0;
  let newReferrals = 0;
  for (let day = span.from; day <= span.to; day++) {
    commission += at(glance, day);
    unpriced += glance.unpriced[day - glance.first] ?? 0;
    newReferrals += glance.registrations[day - glance.firstRegistration] ?? 0;
  }
  return { period, commission, unpriced, covered: coveredWithin(covered, span) > 0, newReferrals };
}

const at = (glance: Glance, day: number) => glance.commission[day - glance.first] ?? 0n;

export interface GlanceDetail {
  changes: Partial<Record<GlancePeriod, MetricChange>>;
  /** Distinct traders per period: Spot (Margin), Futures, Mining. */
  traders: Record<GlancePeriod, [number, number, number]>;
}

/** What follows the first paint: changes against the period before, and the traders. */
export async function readGlanceDetail(ledger: LedgerReader, now: number): Promise<GlanceDetail> {
  const { book } = ledger;
  const today = dayOf(now);
  const changes: GlanceDetail['changes'] = {};
  const traders = {} as GlanceDetail['traders'];
  const reached = Math.min(now, book ? book.upTo + 1 : 0);
  for (const period of GLANCE_PERIODS) {
    const span = resolvePeriod(period, today);
    const compared = compareWith('previous', span, reached);
    const before = compared && touched(compared);
    const { figures } = await ledger.figures(before ? [span, before] : [span]);
    const count = (metric: 'traders-spot' | 'traders-futures' | 'miners') =>
      Number(measure(metric, figures, span, {}).value);
    traders[period] = [count('traders-spot'), count('traders-futures'), count('miners')];
    if (!compared || !book || coveredWithin(book.covered, before!) === 0) continue;
    const partial = await ledger.partial(compared);
    changes[period] = changeOf(
      measure('commission', figures, span, {}).value,
      measure('commission', figures, compared, {}, { partial }).value,
    );
  }
  return { changes, traders };
}
