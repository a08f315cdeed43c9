import { describe, expect, test } from 'vitest';
import { isoDay, mondayOf, monthOf, parseDay } from '../../../lib/domain/day';
import { defaultInterval, intervalsOf } from '../../../lib/domain/interval';
import {
  compareWith,
  type PeriodName,
  resolvePeriod,
  type Span,
  shiftSpan,
  yearEarlier,
} from '../../../lib/domain/period';

const day = (iso: string) => parseDay(iso)!;
const span = (from: string, to: string): Span => ({ from: day(from), to: day(to) });
const iso = (s: Span) => `${isoDay(s.from)} ${isoDay(s.to)}`;

describe('periods are UTC days, both ends included', () => {
  const known = span('2024-02-03', '2026-11-20');
  test.each<[PeriodName, string, string]>([
    ['today', '2026-11-22', '2026-11-22 2026-11-22'],
    ['yesterday', '2026-01-01', '2025-12-31 2025-12-31'],
    ['7d', '2026-11-22', '2026-11-16 2026-11-22'],
    ['30d', '2026-11-22', '2026-10-24 2026-11-22'],
    ['90d', '2026-11-22', '2026-08-25 2026-11-22'],
    ['this-month', '2026-02-10', '2026-02-01 2026-02-28'],
    ['last-month', '2024-03-31', '2024-02-01 2024-02-29'],
    ['this-year', '2026-11-22', '2026-01-01 2026-12-31'],
    ['last-year', '2026-01-01', '2025-01-01 2025-12-31'],
    ['all', '2026-11-22', '2024-02-03 2026-11-22'],
  ])('%s on %s', (name, today, want) => {
    expect(iso(resolvePeriod(name, day(today), known))).toBe(want);
  });
});

const at = (text: string) => Date.parse(`${text}Z`);
const words = (c: ReturnType<typeof compareWith>) =>
  c &&
  `${isoDay(c.from)} ${isoDay(c.to)}${c.until === undefined ? '' : ` until ${new Date(c.until).toISOString().slice(0, 16)}`}`;

describe('like is compared with like', () => {
  test.each<[string, Span, string, string | undefined]>([
    ['a finished month', span('2026-10-01', '2026-10-31'), '2026-11-22T13:00', '2026-09-01 2026-09-30'],
    [
      'today so far',
      span('2026-11-22', '2026-11-22'),
      '2026-11-22T13:00',
      '2026-11-21 2026-11-20 until 2026-11-21T13:00',
    ],
    [
      'a month so far',
      span('2026-11-01', '2026-11-30'),
      '2026-11-22T13:00',
      '2026-10-01 2026-10-21 until 2026-10-22T13:00',
    ],
    [
      'a month longer than the one before',
      span('2026-03-01', '2026-03-31'),
      '2026-03-30T12:00',
      '2026-02-01 2026-02-28',
    ],
    [
      'seven days whose data ended yesterday',
      span('2026-11-16', '2026-11-22'),
      '2026-11-22T00:00',
      '2026-11-09 2026-11-14',
    ],
    ['a period that has not begun', span('2026-11-22', '2026-11-22'), '2026-11-21T10:00', undefined],
    ['a year', span('2025-01-01', '2025-12-31'), '2026-11-22T13:00', '2024-01-01 2024-12-31'],
  ])('%s', (_, period, reached, want) => {
    expect(words(compareWith('previous', period, at(reached)))).toBe(want);
  });
});

describe('a year earlier', () => {
  test.each<[string, Span, string]>([
    ['a leap month', span('2024-02-01', '2024-02-29'), '2023-02-01 2023-02-28'],
    ['days up to 29 February', span('2024-02-26', '2024-02-29'), '2023-02-26 2023-02-28'],
    ['days over New Year', span('2025-12-28', '2026-01-03'), '2024-12-28 2025-01-03'],
  ])('%s', (_, period, want) => {
    expect(iso(yearEarlier(period))).toBe(want);
  });

  test('of a month so far is the same part of that month', () => {
    const month = span('2026-11-01', '2026-11-30');
    expect(words(compareWith('year', month, at('2026-11-22T13:00')))).toBe(
      '2025-11-01 2025-11-21 until 2025-11-22T13:00',
    );
    expect(compareWith('none', month, at('2026-11-22T13:00'))).toBeUndefined();
  });
});

test('a rolling period stays a number of days where it happens to be a month', () => {
  const november = span('2026-11-01', '2026-11-30');
  expect(words(compareWith('previous', november, at('2026-12-01T00:00'), true))).toBe(
    '2026-10-02 2026-10-31',
  );
  expect(words(compareWith('previous', november, at('2026-11-30T12:00'), true))).toBe(
    '2026-10-02 2026-10-30 until 2026-10-31T12:00',
  );
});

test('a year so far ends on the same date beside a leap year', () => {
  const year = span('2025-01-01', '2025-12-31');
  const want = '2024-01-01 2024-06-29 until 2024-06-30T12:00';
  expect(words(compareWith('previous', year, at('2025-06-30T12:00')))).toBe(want);
  expect(words(compareWith('year', year, at('2025-06-30T12:00')))).toBe(want);
});

test('months stay months when moved', () => {
  expect(iso(shiftSpan(span('2026-01-01', '2026-01-31'), -1))).toBe('2025-12-01 2025-12-31');
  expect(iso(shiftSpan(span('2026-01-01', '2026-03-31'), 1))).toBe('2026-04-01 2026-06-30');
  expect(iso(shiftSpan(span('2026-01-02', '2026-01-08'), 1))).toBe('2026-01-09 2026-01-15');
});

test('intervals cover the span once, weeks beginning on Monday', () => {
  const year = span('2025-12-29', '2027-01-03');
  for (const interval of ['day', 'week', 'month'] as const) {
    const all = intervalsOf(year, interval);
    expect(all[0].from).toBe(year.from);
    expect(all.at(-1)!.to).toBe(year.to);
    all.slice(1).forEach((s, i) => {
      expect(s.from).toBe(all[i].to + 1);
    });
  }
  expect(isoDay(mondayOf(day('2026-11-22')))).toBe('2026-11-16');
  expect(isoDay(mondayOf(day('1969-12-31')))).toBe('1969-12-29');
  expect(monthOf(day('2026-11-22'))).toBe(56 * 12 + 10);
  expect(defaultInterval(span('2026-01-01', '2026-12-31'))).toBe('week');
});
