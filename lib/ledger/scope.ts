import { coveredWithin } from '../domain/coverage';
import { dayOf, firstDayOf, momentOf } from '../domain/day';
import type { Filter } from '../domain/filter';
import { defaultInterval, type Interval, intervalsOf } from '../domain/interval';
import {
  begun,
  type Comparison,
  compareWith,
  isRolling,
  resolvePeriod,
  type Span,
  touched,
} from '../domain/period';
import type { BookView } from './book-view';
import type { LedgerReader } from './reader';

export interface Bar {
  span: Span;
  /** The interval is not over, or its data ends inside it. */
  open: boolean;
  /** No file speaks for any of its days. */
  dark: boolean;
}

/** What every section shows of its filter: the resolved days and how they are cut. */
export interface Scope {
  /** What was asked for. Screens go by this, not by the address, so that they change once and all together. */
  filter: Filter;
  span: Span;
  /** The part of it that has begun: what a label shows. */
  shown: Span;
  /** What it can be compared with; absent where no file speaks for that. */
  compared?: Comparison;
  /** Days of the shown part that some file speaks for. */
  coveredDays: number;
  /** Those of them that only an account's own records speak for, which name neither referral nor code. */
  namelessDays: number;
  /** Shown days on which another source has more than an export that covers them whole (`SourceChoice.exceeded`). */
  exceededDays: number;
  interval: Interval;
  bars: Bar[];
  known?: Span;
  upTo?: number;
}

/** More bars than this say nothing, and drawing them would take longer than a frame. */
const MOST_BARS = 1100;

/** Days of a span that a month's choice says of that another source has more. */
const exceededWithin = ({ state: { months } }: BookView, { from, to }: Span): number =>
  months.reduce((n, { month, choice }) => {
    const days = (choice?.exceeded ?? []).map(day => firstDayOf(month) + day);
    return n + days.filter(day => from <= day && day <= to).length;
  }, 0);

/** Resolves a filter for a ledger. `now` in ms. */
export function scopeOf({ book }: LedgerReader, filter: Filter, now: number): Scope {
  const today = dayOf(now);
  const span = resolvePeriod(filter.period, today, book?.known, filter.custom);
  const shown = begun(span, today);
  const reached = Math.min(now, book ? book.upTo + 1 : 0);
  const compared =
    filter.period === 'all'
      ? undefined
      : compareWith(filter.compare, span, reached, isRolling(filter.period));
  const comparable = compared && book && coveredWithin(book.covered, touched(compared)) > 0;
  const interval = bearable(filter.interval ?? defaultInterval(shown), shown);
  return {
    filter,
    span,
    shown,
    ...(comparable && { compared }),
    coveredDays: book ? coveredWithin(book.covered, shown) : 0,
    exceededDays: book ? exceededWithin(book, shown) : 0,
    namelessDays: book ? coveredWithin(book.covered, shown) - coveredWithin(book.named, shown) : 0,
    interval,
    bars: intervalsOf(shown, interval).map(of => ({
      span: of,
      open: momentOf(of.to + 1) > reached && momentOf(of.from) <= reached,
      dark: !book || coveredWithin(book.covered, of) === 0,
    })),
    known: book?.known,
    upTo: book?.upTo,
  };
}

function bearable(interval: Interval, span: Span): Interval {
  const days = span.to - span.from + 1;
  if (interval === 'day' && days > MOST_BARS) return days > MOST_BARS * 7 ? 'month' : 'week';
  return interval === 'week' && days > MOST_BARS * 7 ? 'month' : interval;
}
