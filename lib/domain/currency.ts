import type { Columns } from './commission';
import { DAY_MS, type Day, firstDayOf, type Month } from './day';
import { UNPRICED } from './money';
import type { PriceHistory } from './price';

/**
 * Currencies figures can be shown in: those Binance trades against USDT (daily candles, docs/facts/binance.md §1.9).
 */
export const CURRENCIES = [
  'EUR',
  'BRL',
  'TRY',
  'UAH',
  'PLN',
  'RON',
  'CZK',
  'ZAR',
  'MXN',
  'ARS',
  'COP',
  'JPY',
  'BTC',
  'ETH',
  'BNB',
] as const;
export type Currency = (typeof CURRENCIES)[number];
/** Their pairs give USDT for one of it; those of the others give it for one USDT. */
const INVERSE: readonly Currency[] = ['EUR', 'BTC', 'ETH', 'BNB'];

export const isCurrency = (text: unknown): text is Currency =>
  (CURRENCIES as readonly unknown[]).includes(text);

/** Binance's pair of a currency and USDT. */
export const currencyPair = (currency: Currency): string =>
  INVERSE.includes(currency) ? `${currency}USDT` : `USDT${currency}`;

/** A currency's rates by UTC day, as its pair opened. */
export interface Rates {
  currency: Currency;
  history: PriceHistory | undefined;
}

/** Under which name the prices of a currency's pair are stored: an asset's own are USDT for one of it. */
export const ratesKey = (currency: Currency): string =>
  INVERSE.includes(currency) ? currency : currencyPair(currency);

const ONE = 100_000_000n;
const MOST = 2n ** 63n - 1n;

/**
 * A value in another currency at the price its pair opened at, rounded to eight decimals half away from zero.
 * @returns UNPRICED without a price, and for what no longer fits.
 */
export function exchanged(units: bigint, price: bigint | undefined, currency: Currency): bigint {
  if (price === undefined || units === UNPRICED) return UNPRICED;
  const [over, under] = INVERSE.includes(currency) ? [units * ONE, price] : [units * price, ONE];
  const half = under / 2n;
  const value = (over < 0n ? over - half : over + half) / under;
  return value > MOST || value < -MOST ? UNPRICED : value;
}

const rateOn = (history: PriceHistory | undefined, day: Day): bigint | undefined =>
  history?.open[day - history.first] || undefined;

/**
 * Rows of a month with their values in another currency, each at its own day's rate, so that sums of any rows are
 * exact sums of what each row is worth. Rows of days without a rate are unpriced.
 */
export function inCurrency(month: Month, parts: Columns[], { currency, history }: Rates): Columns[] {
  const first = firstDayOf(month);
  return parts.map(columns => ({
    ...columns,
    value: columns.value.map((units, i) =>
      exchanged(units, rateOn(history, first + Math.floor(columns.time[i] / DAY_MS)), currency),
    ),
  }));
}

/** The days of a month's rows that have no rate (yet), in order. */
export function unratedDays(month: Month, parts: Columns[], rates: Rates): Day[] {
  const days = new Set<Day>();
  for (const { time } of parts) for (const t of time) days.add(firstDayOf(month) + Math.floor(t / DAY_MS));
  return [...days].filter(day => !hasRate(rates, day)).sort((a, b) => a - b);
}

/** Whether a day has a rate. */
export const hasRate = ({ history }: Rates, day: Day): boolean => rateOn(history, day) !== undefined;
