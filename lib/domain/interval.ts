import { type Day, firstDayOf, lastDayOf, mondayOf, monthOf } from './day';
import type { Span } from './period';

export const INTERVALS = ['day', 'week', 'month'] as const;
export type Interval = (typeof INTERVALS)[number];

const START: Record<Interval, (day: Day) => Day> = {
  day: day => day,
  week: mondayOf,
  month: day => firstDayOf(monthOf(day)),
};
const NEXT: Record<Interval, (start: Day) => Day> = {
  day: start => start + 1,
  week: start => start + 7,
  month: start => lastDayOf(monthOf(start)) + 1,
};

/** The intervals of a span in order. The first and the last are cut to the span: they hold only its days. */
export function intervalsOf(span: Span, interval: Interval): Span[] {
  const spans: Span[] = [];
  for (let start = START[interval](span.from); start <= span.to; start = NEXT[interval](start)) {
    spans.push({ from: Math.max(start, span.from), to: Math.min(NEXT[interval](start) - 1, span.to) });
  }
  return spans;
}

/** The interval that gives a readable number of bars when the user has not chosen one. */
export function defaultInterval(span: Span): Interval {
  const days = span.to - span.from + 1;
  if (days <= 92) return 'day';
  return days <= 400 ? 'week' : 'month';
}
