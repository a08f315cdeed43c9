import type { FilterAccount } from './account';
import { type Day, firstDayOf, lastDayOf, monthOf, partsOf } from './day';
import { parseDecimal } from './money';
import type { Span } from './period';

/** What a bonus programme counts. Fees are commissions divided by the ratio of their code on their day. */
export const PROGRAMME_METRICS = {
  commission: { unit: 'money', of: 'commission' },
  'commission-spot': { unit: 'money', of: 'commission', account: 'spot' },
  'commission-futures': { unit: 'money', of: 'commission', account: 'futures' },
  'commission-mining': { unit: 'money', of: 'commission', account: 'mining' },
  'fees-spot': { unit: 'money', of: 'fees', account: 'spot' },
  'fees-futures': { unit: 'money', of: 'fees', account: 'futures' },
  'new-referrals': { unit: 'count', of: 'new-referrals' },
  'new-traders-spot': { unit: 'count', of: 'new-traders', account: 'spot' },
  'new-traders-futures': { unit: 'count', of: 'new-traders', account: 'futures' },
  'traders-spot': { unit: 'count', of: 'traders', account: 'spot' },
  'traders-futures': { unit: 'count', of: 'traders', account: 'futures' },
} as const satisfies Record<
  string,
  {
    unit: 'money' | 'count';
    of: 'commission' | 'fees' | 'new-referrals' | 'new-traders' | 'traders';
    account?: FilterAccount;
  }
>;
export type ProgrammeMetric = keyof typeof PROGRAMME_METRICS;

/** When a programme counts: between two dates, in a calendar month, or over the last so many months. */
export type When = { is: 'fixed'; from: Day; to: Day } | { is: 'month' } | { is: 'rolling'; months: number };

export interface Tier {
  name: string;
  /** A decimal: money in the reporting currency, or a number of people. */
  threshold: string;
  /** What reaching it pays, in the words of the programme. */
  reward: string;
}

/** Tiers in force from a day on. */
export interface TierVersion {
  from: Day;
  tiers: Tier[];
}

export interface Programme {
  name: string;
  metric: ProgrammeMetric;
  when: When;
  /** Ascending by day; the last one that has begun counts. */
  versions: TierVersion[];
  /** A second condition that must be met as well. */
  needs?: { metric: ProgrammeMetric; threshold: string; when: When };
  note?: string;
  /** Where a preset was taken from, and when. */
  source?: { text: string; date: string };
}

/** Units of a threshold: 1e-8 for money, whole numbers for people; undefined for what is no number. */
export function thresholdOf(metric: ProgrammeMetric, text: string): bigint | undefined {
  const units = parseDecimal(text);
  if (typeof units === 'string' || units < 0n) return undefined;
  return PROGRAMME_METRICS[metric].unit === 'money' ? units : units / 100_000_000n;
}

/** The same date some months earlier, or the last day of that month where it has no such date. */
function monthsBefore(day: Day, months: number): Day {
  const month = monthOf(day) - months;
  return Math.min(firstDayOf(month) + partsOf(day).date - 1, lastDayOf(month));
}

/** The days a programme counts on `today`, to its end: a month that has begun is counted whole. */
export function windowOn(when: When, today: Day): Span {
  if (when.is === 'fixed') return { from: when.from, to: when.to };
  if (when.is === 'month') return { from: firstDayOf(monthOf(today)), to: lastDayOf(monthOf(today)) };
  return { from: monthsBefore(today, when.months) + 1, to: today };
}

/** The tiers in force on a day, the lowest first. */
export function tiersOn(programme: Programme, day: Day): Tier[] {
  const { tiers } = programme.versions.findLast(v => v.from <= day) ?? programme.versions[0] ?? { tiers: [] };
  return tiers
    .filter(tier => thresholdOf(programme.metric, tier.threshold) !== undefined)
    .sort((a, b) =>
      thresholdOf(programme.metric, a.threshold)! < thresholdOf(programme.metric, b.threshold)! ? -1 : 1,
    );
}

/** What a programme has reached, exactly. All amounts are in the metric's units. */
export interface Progress {
  span: Span;
  /** The part of it that has begun. */
  begun: Span;
  state: 'upcoming' | 'running' | 'over';
  value: bigint;
  tiers: { tier: Tier; threshold: bigint; reached: boolean }[];
  /** The highest tier reached and the next one, as positions in `tiers`; -1 for none. */
  at: number;
  next: number;
  /** What the next tier still needs, 0 where there is none. */
  missing: bigint;
  /** Days after today that still count; undefined in a rolling one, which has no end. */
  daysLeft?: number;
  /** Per day so far, as a double for showing. */
  pace: number;
  /** Per day from today on to reach the next tier in time. */
  needed?: number;
  /** What leaves a rolling time next, and the first day it no longer counts. */
  leaving?: { on: Day; value: bigint };
  needs?: { value: bigint; threshold: bigint; met: boolean; span: Span };
}

/** Exact value of a metric over whole days. */
export type Measure = (metric: ProgrammeMetric, span: Span) => bigint;

export function progressOf(programme: Programme, today: Day, measure: Measure): Progress {
  const { metric, when, needs } = programme;
  const span = windowOn(when, today);
  const state = span.from > today ? 'upcoming' : span.to < today ? 'over' : 'running';
  const begun = { from: span.from, to: Math.max(span.from, Math.min(span.to, today)) };
  const value = state === 'upcoming' ? 0n : measure(metric, begun);
  const tiers = tiersOn(programme, Math.min(today, span.to)).map(tier => {
    const threshold = thresholdOf(metric, tier.threshold)!;
    return { tier, threshold, reached: value >= threshold };
  });
  const next = tiers.findIndex(t => !t.reached);
  const at = next < 0 ? tiers.length - 1 : next - 1;
  const missing = next < 0 ? 0n : tiers[next].threshold - value;
  const days = begun.to - begun.from + 1;
  const unit = PROGRAMME_METRICS[metric].unit === 'money' ? 1e8 : 1;
  const daysLeft = when.is === 'rolling' ? undefined : Math.max(0, span.to - Math.max(today, span.from - 1));
  const met = needs && measureNeed(needs, today, measure);
  return {
    span,
    begun,
    state,
    value,
    tiers,
    at,
    next,
    missing,
    daysLeft,
    pace: state === 'upcoming' ? 0 : Number(value) / unit / days,
    ...(daysLeft !== undefined &&
      state !== 'over' && { needed: Number(missing) / unit / Math.max(1, daysLeft) }),
    ...(when.is === 'rolling' && { leaving: leavingNext(metric, when, today, measure) }),
    ...(met && { needs: met }),
  };
}

function measureNeed(
  needs: NonNullable<Programme['needs']>,
  today: Day,
  measure: Measure,
): Progress['needs'] {
  const threshold = thresholdOf(needs.metric, needs.threshold) ?? 0n;
  const whole = windowOn(needs.when, today);
  const span = { from: whole.from, to: Math.min(whole.to, today) };
  const value = span.from > span.to ? 0n : measure(needs.metric, span);
  return { value, threshold, met: value >= threshold, span };
}

/** The oldest day of a rolling time that counts for something, and when it drops out. */
function leavingNext(metric: ProgrammeMetric, when: When, today: Day, measure: Measure): Progress['leaving'] {
  const span = windowOn(when, today);
  for (let day = span.from; day <= today; day++) {
    const value = measure(metric, { from: day, to: day });
    if (value === 0n) continue;
    let on = today + 1;
    while (windowOn(when, on).from <= day) on++;
    // Several days can drop out together, where a month is longer than the one before.
    // Not what those days count alone: who also traded later still counts.
    const rest = windowOn(when, on).from;
    const left = rest > today ? 0n : measure(metric, { from: rest, to: today });
    const leaving = measure(metric, { from: span.from, to: today }) - left;
    if (leaving !== 0n) return { on, value: leaving };
  }
  return undefined;
}
