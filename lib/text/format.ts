import { dayOf, partsOf } from '../domain/day';
import type { MetricChange } from '../domain/metric';
import { exactDecimal } from '../domain/money';

/** How numbers and days are written. */
export const FORM = {
  group: ',',
  point: '.',
  months: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
  /** `Nov 22`; also `Nov 1–22` */
  day: (month: string, date: number | string) => `${month} ${date}`,
  /** A day with its year. */
  ofYear: (day: string, year: number) => `${day}, ${year}`,
  percent: (number: string) => `${number}\u202f%`,
  /** A change from nothing. */
  fresh: 'new',
};

export const MINUS = '−';

/** What stands where nothing is known. Always with a reason beside it. */
export const DASH = '–';

/** What values are stored in: the exports' own `(USDT)` column, taken 1:1. */
export const BASE = 'BUSD';

/** Decimals of currencies that are not written with two. */
export const DIGITS: Record<string, number> = { COP: 0, JPY: 0, BTC: 6, ETH: 5, BNB: 4 };

/** The currency figures are in. A page shows one ledger, so there is one for all of it. */
export let CURRENCY = BASE;
let decimals = 2;

/** Says what figures are in from now on. */
export function showIn(currency = BASE): void {
  CURRENCY = currency;
  decimals = DIGITS[currency] ?? 2;
}

export const grouped = (digits: string) => digits.replace(/\B(?=(\d{3})+$)/g, FORM.group);

/** 1e-8 units to `digits` decimals, or as many as the currency is written with, rounded half away from zero: `10,059.28`, `−3.10`. */
export function money(units: bigint, digits = decimals): string {
  const step = 10n ** BigInt(8 - digits);
  const size = units < 0n ? -units : units;
  const rounded = (size + step / 2n) / step;
  const text = rounded.toString().padStart(digits + 1, '0');
  const whole = grouped(digits === 0 ? text : text.slice(0, -digits));
  const sign = units < 0n && rounded !== 0n ? MINUS : '';
  return `${sign}${whole}${digits === 0 ? '' : FORM.point + text.slice(-digits)}`;
}

/** Every digit there is, grouped: for hover, focus and copy. */
export function exactMoney(units: bigint, currency = CURRENCY): string {
  const [whole, fraction] = exactDecimal(units < 0n ? -units : units).split('.');
  return `${units < 0n ? MINUS : ''}${grouped(whole)}${fraction ? FORM.point + fraction : ''} ${currency}`;
}

export function count(n: number | bigint): string {
  return n < 0 ? MINUS + grouped(String(-n)) : grouped(String(n));
}

export function percent(value: number, digits = 1): string {
  const [whole, fraction] = Math.abs(value).toFixed(digits).split('.');
  return (value < 0 ? MINUS : '') + FORM.percent(grouped(whole) + (fraction ? FORM.point + fraction : ''));
}

/** `+18.4 %`, `−2.2 %`, `new` */
export function change(of: MetricChange): string {
  if (of === 'new') return FORM.fresh;
  if (of === 'none') return DASH;
  if (direction(of) === 'flat') return percent(0);
  return `${of.percent > 0 ? '+' : ''}${percent(of.percent)}`;
}

export function direction(of: MetricChange | undefined): 'up' | 'down' | 'flat' {
  if (of === 'new') return 'up';
  // What is shown as 0.0 is no change.
  if (!of || of === 'none' || Math.abs(of.percent) < 0.05) return 'flat';
  return of.percent > 0 ? 'up' : 'down';
}

/** `Nov 22`, with the year when it is not `year`. */
export function day(of: number, year?: number): string {
  const { year: own, month, date } = partsOf(of);
  const text = FORM.day(FORM.months[month], date);
  return own === year ? text : FORM.ofYear(text, own);
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
