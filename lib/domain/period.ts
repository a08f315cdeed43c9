import { DAY_MS, type Day, firstDayOf, lastDayOf, monthOf } from './day';

export const PERIODS = [
  'today',
  'yesterday',
  '7d',
  '30d',
  '90d',
  'this-month',
  'last-month',
  'this-year',
  'last-year',
  'all',
  'custom',
] as const;
export type PeriodName = (typeof PERIODS)[number];

/** From–to days, both included. */
export interface Span {
  from: Day;
  to: Day;
}

const year = (day: Day) => Math.floor(monthOf(day) / 12);
const wholeMonth = (month: number): Span => ({ from: firstDayOf(month), to: lastDayOf(month) });
const wholeYear = (number: number): Span => ({
  from: firstDayOf(number * 12),
  to: lastDayOf(number * 12 + 11),
});

/**
 * The days a named period means. A period that is not over reaches to its calendar end.
 * @param known the days the ledger knows of; `all` is their span, and today alone if there are none.
 */
export function resolvePeriod(name: PeriodName, today: Day, known?: Span, custom?: Span): Span {
  const back = (days: number): Span => ({ from: today - days + 1, to: today });
  switch (name) {
    case 'today':
      return back(1);
    case 'yesterday':
      return { from: today - 1, to: today - 1 };
    case '7d':
      return back(7);
    case '30d':
      return back(30);
    case '90d':
      return back(90);
    case 'this-month':
      return wholeMonth(monthOf(today));
    case 'last-month':
      return wholeMonth(monthOf(today) - 1);
    case 'this-year':
      return wholeYear(year(today));
    case 'last-year':
      return wholeYear(year(today) - 1);
    case 'custom':
      return custom ?? back(30);
    case 'all':
      return known ? { from: known.from, to: Math.max(known.to, today) } : back(1);
  }
}

/** Whole calendar months keep being whole months when moved; any other span moves by its own length. */
function wholeMonths(span: Span): number {
  const first = monthOf(span.from);
  const last = monthOf(span.to);
  return span.from === firstDayOf(first) && span.to === lastDayOf(last) ? last - first + 1 : 0;
}

/** The span `steps` of its own lengths later (negative: earlier). */
export function shiftSpan(span: Span, steps: number): Span {
  const months = wholeMonths(span);
  if (months > 0) {
    const first = monthOf(span.from) + steps * months;
    return { from: firstDayOf(first), to: lastDayOf(first + months - 1) };
  }
  const days = (span.to - span.from + 1) * steps;
  return { from: span.from + days, to: span.to + days };
}

/**
 * What a period is compared with: whole days, and the part of one more day.
 * `until` is a moment inside the day `to + 1`, or undefined when the span ends with whole days.
 */
export interface Comparison extends Span {
  until?: number;
}

/** Periods that are a number of days up to today: whatever days they are, they stay days. */
export function isRolling(name: PeriodName): boolean {
  return /^\d+d$/.test(name);
}

/** What a period can be compared with. */
export const COMPARISONS = ['previous', 'year', 'none'] as const;
export type ComparisonName = (typeof COMPARISONS)[number];

/** The same date a year earlier; 29 February becomes 28 February. */
function yearBefore(day: Day): Day {
  const month = monthOf(day) - 12;
  return Math.min(firstDayOf(month) + (day - firstDayOf(monthOf(day))), lastDayOf(month));
}

/** The same days a year earlier. */
export function yearEarlier(span: Span): Span {
  const months = wholeMonths(span);
  if (months === 0) return { from: yearBefore(span.from), to: yearBefore(span.to) };
  const first = monthOf(span.from) - 12;
  return { from: firstDayOf(first), to: lastDayOf(first + months - 1) };
}

/**
 * What a period is compared with, like with like: one that is not over with the same part of the other.
 * @param reached the moment up to which the period can be known: the smaller of now and the end of the data.
 * @param rolling the period is a number of days, even where these happen to be a calendar month.
 * @returns undefined where nothing of the period has happened yet.
 */
export function compareWith(
  name: ComparisonName,
  span: Span,
  reached: number,
  rolling = false,
): Comparison | undefined {
  if (name === 'none') return undefined;
  const days = span.to - span.from + 1;
  const before =
    name === 'year'
      ? yearEarlier(span)
      : rolling
        ? { from: span.from - days, to: span.to - days }
        : shiftSpan(span, -1);
  const start = span.from * DAY_MS;
  if (reached >= (span.to + 1) * DAY_MS) return before;
  if (reached <= start) return undefined;
  // A year ago the same date counts, beside a leap day too; within the year the number of days.
  const byDate = name === 'year' || (!rolling && wholeMonths(span) === 12);
  const day = Math.floor(reached / DAY_MS);
  const end = byDate ? yearBefore(day) : before.from + day - span.from;
  // A shorter month ends where it ends: 30 days of March compare with the 28 of February.
  if (end > before.to) return before;
  const rest = reached % DAY_MS;
  return { from: before.from, to: end - 1, ...(rest > 0 && { until: end * DAY_MS + rest }) };
}

/** The whole days a comparison touches, the begun day it ends in among them. */
export function touched({ from, to, until }: Comparison): Span {
  return { from, to: until === undefined ? to : to + 1 };
}

/** The part of a span that has begun: what a label shows for a month that is not over. */
export function begun(span: Span, today: Day): Span {
  return { from: span.from, to: Math.max(span.from, Math.min(span.to, today)) };
}
