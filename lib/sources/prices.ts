import * as z from 'zod/mini';
import { DAY_MS, type Day, momentOf } from '../domain/day';
import { MARKET_DATA } from '../domain/income-streams';
import { API_LIMIT, type ApiRequest, exactAmount, Unreadable } from './api';

/**
 * Daily prices, `GET /api/v3/klines` of the public market-data host (docs/facts/binance.md §1.9): candles of `1d`
 * open at 00:00 UTC. What a coin opened at is the day's price, because it stands as soon as the day begins and never
 * changes.
 */
const LIMIT = { ...API_LIMIT, name: 'market data' };
/** Days in one answer. */
export const DAYS = 1_000;

const Candle = z.tuple([z.number(), z.string()], z.unknown());
const Answer = z.array(Candle);

export const pricesOf = (pair: string, from: Day, to: Day): ApiRequest => ({
  host: MARKET_DATA,
  path: '/api/v3/klines',
  params: {
    symbol: pair,
    interval: '1d',
    startTime: momentOf(from),
    endTime: momentOf(to + 1) - 1,
    limit: DAYS,
  },
  limit: LIMIT,
  weight: 2,
  signed: false,
});

/** A ticker that can be part of a pair's name. Binance lists some in other scripts, as 币安人生. */
export const isTicker = (asset: string): boolean => /^[\p{Lu}\p{Lo}\p{N}]{1,20}$/u.test(asset);

/** @returns day → price in 1e-8; days without a candle are left out. */
export function readCandles(answer: unknown): Map<Day, bigint> {
  const parsed = Answer.safeParse(answer);
  if (!parsed.success) throw new Unreadable('klines');
  const prices = new Map<Day, bigint>();
  for (const [moment, open] of parsed.data) {
    const price = exactAmount(open);
    if (price !== undefined && price > 0n) prices.set(Math.floor(moment / DAY_MS), price);
  }
  return prices;
}
