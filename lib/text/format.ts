import type { FilterAccount } from '../domain/account';
import { DAY_MS, dayOf, partsOf } from '../domain/day';
import type { Interval } from '../domain/interval';
import type { Change } from '../domain/metric';
import { exactDecimal } from '../domain/money';
import type { Comparison, ComparisonName, PeriodName, Span } from '../domain/period';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const THIN = '\u202f';
const MINUS = '−';

/** What stands where nothing is known. Always with a reason beside it. */
export const DASH = '–';

/** What values are stored in: the exports' own `(USDT)` column, taken 1:1. */
export const BASE = 'BUSD';

/** Decimals of currencies that are not written with two. */
const DIGITS: Record<string, number> = { COP: 0, JPY: 0, BTC: 6, ETH: 5, BNB: 4 };

/** The currency figures are in. A page shows one ledger, so there is one for all of it. */
export let CURRENCY = BASE;
let decimals = 2;

/** Says what figures are in from now on. */
export function showIn(currency = BASE): void {
  CURRENCY = currency;
  decimals = DIGITS[currency] ?? 2;
}

const grouped = (digits: string) => digits.replace(/\B(?=(\d{3})+$)/g, ',');

/** 1e-8 units to `digits` decimals, or as many as the currency is written with, rounded half away from zero: `10,059.28`, `−3.10`. */
export function money(units: bigint, digits = decimals): string {
  const step = 10n ** BigInt(8 - digits);
  const size = units < 0n ? -units : units;
  const rounded = (size + step / 2n) / step;
  const text = rounded.toString().padStart(digits + 1, '0');
  const whole = grouped(digits === 0 ? text : text.slice(0, -digits));
  const sign = units < 0n && rounded !== 0n ? MINUS : '';
  return `${sign}${whole}${digits === 0 ? '' : `.${text.slice(-digits)}`}`;
}

/** An amount with its currency's name, whatever the page shows figures in. */
export function moneyIn(units: bigint, currency = BASE): string {
  return `${money(units, DIGITS[currency] ?? 2)} ${currency}`;
}

/** Every digit there is, grouped: for hover, focus and copy. */
export function exactMoney(units: bigint, currency = CURRENCY): string {
  const [whole, fraction] = exactDecimal(units < 0n ? -units : units).split('.');
  return `${units < 0n ? MINUS : ''}${grouped(whole)}${fraction ? `.${fraction}` : ''} ${currency}`;
}

export function count(n: number | bigint): string {
  return n < 0 ? MINUS + grouped(String(-n)) : grouped(String(n));
}

/** `1 row`, `12,408 rows` */
export function counted(n: number, one: string, many = `${one}s`): string {
  return `${count(n)} ${n === 1 ? one : many}`;
}

export function percent(value: number, digits = 1): string {
  return `${value < 0 ? MINUS : ''}${grouped(Math.abs(value).toFixed(digits).split('.')[0])}${
    digits > 0 ? `.${Math.abs(value).toFixed(digits).split('.')[1]}` : ''
  }${THIN}%`;
}

/** `+18.4 %`, `−2.2 %`, `new` */
export function change(of: Change): string {
  if (of === 'new') return 'new';
  if (of === 'none') return DASH;
  if (direction(of) === 'flat') return percent(0);
  return `${of.percent > 0 ? '+' : ''}${percent(of.percent)}`;
}

export function direction(of: Change | undefined): 'up' | 'down' | 'flat' {
  if (of === 'new') return 'up';
  // What is shown as 0.0 is no change.
  if (!of || of === 'none' || Math.abs(of.percent) < 0.05) return 'flat';
  return of.percent > 0 ? 'up' : 'down';
}

/** `Nov 22`, with the year when it is not `year`. */
export function day(of: number, year?: number): string {
  const { year: own, month, date } = partsOf(of);
  return `${MONTHS[month]} ${date}${own === year ? '' : `, ${own}`}`;
}

/** `2026-11-22 13:04:59`, for columns of moments; the head says that it is UTC. */
export function stampOf(moment: number): string {
  return new Date(moment).toISOString().slice(0, 19).replace('T', ' ');
}

/** `Nov 1–22`, `Oct 24 – Nov 22`, `Dec 2025`, `2024` */
export function span({ from, to }: Span, today: number): string {
  const year = partsOf(today).year;
  const a = partsOf(from);
  const b = partsOf(to);
  if (from === to) return day(from, year);
  const lastOfMonth = partsOf(to + 1).date === 1;
  if (a.date === 1 && lastOfMonth) {
    if (a.year === b.year && a.month === 0 && b.month === 11) return String(a.year);
    if (a.year === b.year && a.month === b.month) return `${MONTHS[a.month]} ${a.year}`;
  }
  if (a.year === b.year && a.month === b.month) {
    return `${MONTHS[a.month]} ${a.date}–${b.date}${a.year === year ? '' : `, ${a.year}`}`;
  }
  return a.year === b.year
    ? `${day(from, a.year)} – ${day(to, year)}`
    : `${day(from, undefined)} – ${day(to, undefined)}`;
}

/** `13:00` */
export function time(moment: number): string {
  return new Date(moment).toISOString().slice(11, 16);
}

/** `Nov 22, 13:00 UTC`; of today only `13:00 UTC` */
export function moment(at: number, today: number): string {
  const own = dayOf(at);
  if (own === today) return `${time(at)} UTC`;
  return `${day(own, partsOf(today).year)}, ${time(at)} UTC`;
}

/** What a period is compared with, in words: `vs Oct 1–22`, `vs Nov 21 until 13:00`. */
export function compared(of: Comparison, today: number): string {
  if (of.until === undefined) return `vs ${span(of, today)}`;
  const last = Math.floor(of.until / DAY_MS);
  if (of.to < of.from) return `vs ${span({ from: last, to: last }, today)} until ${time(of.until)}`;
  return `vs ${span({ from: of.from, to: last }, today)}, ${time(of.until)}`;
}

/** The same in fewer words, for a card: rolling periods by their length, others without the hour. */
export function comparedShort(
  of: Comparison,
  period: PeriodName,
  name: ComparisonName,
  today: number,
): string {
  const days = /^(\d+)d$/.exec(period)?.[1];
  if (name === 'year') return 'vs a year before';
  if (days) return `vs ${days} days before`;
  if (period === 'this-year') return `vs same part of ${partsOf(of.from).year}`;
  if (of.until === undefined || of.to < of.from) return compared(of, today);
  return `vs ${span({ from: of.from, to: of.to + 1 }, today)}`;
}

/** A bar's name: a day, a week by its days, a month. */
export function bar(of: Span, interval: Interval, today: number): string {
  if (interval === 'month') {
    const { year, month } = partsOf(of.from);
    return `${MONTHS[month]} ${year}`;
  }
  return span(of, today);
}

/** The short name under a bar. */
export function tick(of: Span, interval: Interval): string {
  const { year, month, date } = partsOf(of.from);
  if (interval === 'month') return month === 0 ? String(year) : MONTHS[month];
  return `${MONTHS[month]} ${date}`;
}

/** A round number on an axis: `1,500`, `20k`, `1.2M`. */
export function axis(value: number): string {
  const size = Math.abs(value);
  const sign = value < 0 ? MINUS : '';
  if (size >= 1e6) return `${sign}${trim(size / 1e6)}M`;
  if (size >= 1e4) return `${sign}${trim(size / 1e3)}k`;
  return `${sign}${size >= 1 || size === 0 ? grouped(String(Math.round(size * 100) / 100)) : trim(size)}`;
}

const trim = (n: number) => String(Number(n.toPrecision(3)));

export function bytes(n: number): string {
  if (n < 1024) return `${n} bytes`;
  const units = ['kB', 'MB', 'GB'];
  let size = n / 1024;
  let unit = 0;
  while (size >= 1024 && unit < 2) {
    size /= 1024;
    unit++;
  }
  return `${size < 10 ? size.toFixed(1) : Math.round(size)} ${units[unit]}`;
}

export const ACCOUNT_NAMES: Record<FilterAccount | 'other', string> = {
  spot: 'Spot (Margin)',
  futures: 'Futures',
  mining: 'Mining',
  other: 'Other',
};
