import { DAY_MS, partsOf } from '../domain/day';
import type { Interval } from '../domain/interval';
import type { Comparison, ComparisonName, PeriodName, Span } from '../domain/period';
import { day, FORM, time } from './format';

/** Words about stretches of time. */
export const SPANS = {
  month: (month: string, year: number) => `${month} ${year}`,
  versus: (what: string) => `vs ${what}`,
  versusUntil: (what: string, time: string) => `vs ${what} until ${time}`,
  versusYear: 'vs a year before',
  versusDays: (days: string) => `vs ${days} days before`,
  versusPart: (year: number) => `vs same part of ${year}`,
};

const monthText = (month: number, year: number) => SPANS.month(FORM.months[month], year);

/** `Nov 1–22`, `Oct 24 – Nov 22`, `Dec 2025`, `2024` */
export function span({ from, to }: Span, today: number): string {
  const year = partsOf(today).year;
  const a = partsOf(from);
  const b = partsOf(to);
  if (from === to) return day(from, year);
  const lastOfMonth = partsOf(to + 1).date === 1;
  if (a.date === 1 && lastOfMonth) {
    if (a.year === b.year && a.month === 0 && b.month === 11) return String(a.year);
    if (a.year === b.year && a.month === b.month) return monthText(a.month, a.year);
  }
  if (a.year === b.year && a.month === b.month) {
    const days = FORM.day(FORM.months[a.month], `${a.date}–${b.date}`);
    return a.year === year ? days : FORM.ofYear(days, a.year);
  }
  return a.year === b.year
    ? `${day(from, a.year)} – ${day(to, year)}`
    : `${day(from, undefined)} – ${day(to, undefined)}`;
}

/** What a period is compared with, in words: `vs Oct 1–22`, `vs Nov 21 until 13:00`. */
export function compared(of: Comparison, today: number): string {
  if (of.until === undefined) return SPANS.versus(span(of, today));
  const last = Math.floor(of.until / DAY_MS);
  if (of.to < of.from) return SPANS.versusUntil(span({ from: last, to: last }, today), time(of.until));
  return `${SPANS.versus(span({ from: of.from, to: last }, today))}, ${time(of.until)}`;
}

/** The same in fewer words, for a card: rolling periods by their length, others without the hour. */
export function comparedShort(
  of: Comparison,
  period: PeriodName,
  name: ComparisonName,
  today: number,
): string {
  const days = /^(\d+)d$/.exec(period)?.[1];
  if (name === 'year') return SPANS.versusYear;
  if (days) return SPANS.versusDays(days);
  if (period === 'this-year') return SPANS.versusPart(partsOf(of.from).year);
  if (of.until === undefined || of.to < of.from) return compared(of, today);
  return SPANS.versus(span({ from: of.from, to: of.to + 1 }, today));
}

/** A bar's name: a day, a week by its days, a month. */
export function bar(of: Span, interval: Interval, today: number): string {
  if (interval === 'month') {
    const { year, month } = partsOf(of.from);
    return monthText(month, year);
  }
  return span(of, today);
}

/** The short name under a bar. */
export function tick(of: Span, interval: Interval): string {
  const { year, month, date } = partsOf(of.from);
  if (interval === 'month') return month === 0 ? String(year) : FORM.months[month];
  return FORM.day(FORM.months[month], date);
}
