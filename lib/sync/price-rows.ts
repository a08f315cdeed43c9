import { type Currency, currencyPair, ratesKey } from '../domain/currency';
import { DAY_MS, type Day, dayOf, MINUTE_MS } from '../domain/day';
import { type PriceHistory, priceOn, REPORTING_ASSET, valueAt } from '../domain/price';
import { Unreadable } from '../sources/api';
import { DAYS, isTicker, pricesOf, readCandles } from '../sources/prices';
import { mergePrices, readPrices } from '../store/prices';
import type { Database } from '../store/schema';
import { askBinance } from './ask-binance';
import { type AskEnv, BudgetSpent, RetryLater } from './ask-faults';

/** What had no price is asked about again after so long. */
const AGAIN = DAY_MS;
/** Today's price, if it was not there yet. */
const SOON = 10 * MINUTE_MS;
/** A coin without a pair of its own is priced through this one. */
const BRIDGE = 'BTC';

interface PricedRow {
  asset: string;
  amount: bigint;
  time: number;
}

/** First and last day, both included. */
export interface DayRange {
  from: Day;
  to: Day;
}

/** Widens the days of an asset by one. */
export function widen(ranges: Map<string, DayRange>, asset: string, day: Day): void {
  const range = ranges.get(asset);
  if (!range) ranges.set(asset, { from: day, to: day });
  else {
    range.from = Math.min(range.from, day);
    range.to = Math.max(range.to, day);
  }
}

/** The prices of assets on these days, asked for where some are missing. Never fails: a missing price can come later. */
export async function askPrices(
  env: AskEnv,
  wanted: Map<string, DayRange>,
): Promise<Map<string, PriceHistory | undefined>> {
  const known = new Map<string, PriceHistory | undefined>();
  for (const [asset, { from, to }] of wanted) {
    if (asset !== REPORTING_ASSET) known.set(asset, await pricesFor(env, asset, from, to));
  }
  return known;
}

/** The values of rows on their days, UNPRICED where no price is known. */
export async function priceRows(env: AskEnv, rows: PricedRow[]): Promise<bigint[]> {
  const wanted = new Map<string, DayRange>();
  for (const { asset, time } of rows) widen(wanted, asset, dayOf(time));
  const known = await askPrices(env, wanted);
  return rows.map(({ asset, amount, time }) =>
    valueAt(amount, priceOn(asset, dayOf(time), known.get(asset))),
  );
}

/** The same from prices that are stored, asking nobody: behind the writer's lock nothing waits for the network. */
export async function knownValues(db: Database, rows: PricedRow[]): Promise<bigint[]> {
  const known = new Map<string, PriceHistory | undefined>();
  for (const asset of new Set(rows.map(row => row.asset))) known.set(asset, await readPrices(db, asset));
  return rows.map(({ asset, amount, time }) =>
    valueAt(amount, priceOn(asset, dayOf(time), known.get(asset))),
  );
}

/**
 * A currency's rates on these days, asked for if some are missing.
 * @returns whether Binance has told all it has of them.
 */
export async function askRates(env: AskEnv, currency: Currency, from: Day, to: Day): Promise<boolean> {
  const pair = currencyPair(currency);
  const history = await pricesFor(env, ratesKey(currency), from, to, async (first, last) => {
    const days = await candles(env, pair, first, last);
    // Nothing at all is no answer to keep: who asks again by hand is to be heard.
    if (days.size === 0) throw new Unreadable('no rates');
    return days;
  });
  return history !== undefined && history.first <= from && to < history.first + history.open.length;
}

/** An asset's prices by its pair with the reporting asset, or through another. */
async function assetCandles(env: AskEnv, asset: string, first: Day, last: Day): Promise<Map<Day, bigint>> {
  const days = await candles(env, `${asset}${REPORTING_ASSET}`, first, last);
  return days.size === 0 && asset !== BRIDGE ? bridged(env, asset, first, last) : days;
}

/** An asset's prices, asked for if days are missing. @param ask where they come from. */
async function pricesFor(
  env: AskEnv,
  asset: string,
  from: Day,
  to: Day,
  ask = (first: Day, last: Day) => assetCandles(env, asset, first, last),
): Promise<PriceHistory | undefined> {
  const before = await readPrices(env.db, asset);
  const covers = before && before.first <= from && to < before.first + before.open.length;
  if (covers) {
    // The day that has just begun may get its candle any moment; older gaps mostly stay.
    const pause = hasGap(before, from, to - 1) ? AGAIN : SOON;
    if (!hasGap(before, from, to) || env.now() - before.at <= pause) return before;
  }
  if (!isTicker(asset)) return before;
  // One answer holds years: asking for more than is needed now saves the next requests.
  const first = Math.min(from, before?.first ?? from, to - 60);
  const last = Math.max(to, before ? before.first + before.open.length - 1 : to);
  try {
    const days = await ask(first, last);
    return await mergePrices(env.db, asset, { from: first, to: last }, days, env.now());
  } catch (error) {
    if (error instanceof RetryLater || error instanceof BudgetSpent || error instanceof Unreadable)
      return before;
    throw error;
  }
}

function hasGap({ first, open }: PriceHistory, from: Day, to: Day): boolean {
  for (let day = from; day <= to; day++) if (open[day - first] === 0n) return true;
  return false;
}

async function bridged(env: AskEnv, asset: string, first: Day, last: Day): Promise<Map<Day, bigint>> {
  const days = await candles(env, `${asset}${BRIDGE}`, first, last);
  if (days.size === 0) return days;
  const bridge = await pricesFor(env, BRIDGE, first, last);
  const priced = new Map<Day, bigint>();
  for (const [day, price] of days) {
    const rate = priceOn(BRIDGE, day, bridge);
    if (rate !== undefined) priced.set(day, valueAt(price, rate));
  }
  return priced;
}

/** Candles of a pair; none for a pair that does not exist. */
async function candles(env: AskEnv, pair: string, first: Day, last: Day): Promise<Map<Day, bigint>> {
  const all = new Map<Day, bigint>();
  for (let from = first; from <= last; from += DAYS) {
    try {
      const answer = await askBinance(env, pricesOf(pair, from, Math.min(last, from + DAYS - 1)));
      for (const [day, price] of readCandles(answer)) all.set(day, price);
    } catch (error) {
      // -1121, an unknown symbol, is how a pair that is not there answers.
      if (error instanceof RetryLater && error.why === 'declined') return all;
      throw error;
    }
  }
  return all;
}
