import type { Market } from './account';
import type { Kind } from './commission';
import { DAY_MS, MINUTE_MS } from './day';

/** Hosts of Binance that connections ask (docs/facts/binance.md §1). */
export const API = 'https://api.binance.com';
export const FAPI = 'https://fapi.binance.com';
export const DAPI = 'https://dapi.binance.com';
/** Public market data only: no key ever goes there. */
export const MARKET_DATA = 'https://data-api.binance.vision';

/** One endpoint by which a connected account of Binance tells of money. */
interface IncomeStream {
  host: string;
  market: Market;
  kinds: readonly Kind[];
  /** How far back Binance tells of it, ms. */
  earliest: (now: number) => number;
  /** The widest time window, ms. */
  widest: number;
  /** It is asked at most this often, ms, unless the user wants it. */
  every: number;
  /** It takes many requests: it waits for a run of its own. */
  costly?: true;
}

/**
 * The income streams of an account (docs/facts/binance.md §1.1, §1.3, §1.4, §1.6). `lib/sources/stream-readers.ts` reads
 * them, `CONNECTIONS.streams` names them; schedules, hosts, permissions and manifest derive from here. Ids are stored.
 */
export const INCOME_STREAMS = {
  /** Spot and margin rebates, from the day they have been recorded. */
  spot: {
    host: API,
    market: 'spot',
    kinds: ['commission', 'kickback'],
    earliest: () => Date.UTC(2020, 5, 10),
    // Thirty days are allowed, but full-width windows have been refused on other endpoints.
    widest: 29 * DAY_MS,
    every: 5 * MINUTE_MS,
  },
  /** USDⓈ-M income, kept for three months; the shortest three have 89 days. */
  'usd-m': {
    host: FAPI,
    market: 'usd-m futures',
    kinds: ['commission', 'kickback', 'bonus'],
    earliest: now => now - 89 * DAY_MS,
    widest: 29 * DAY_MS,
    every: 5 * MINUTE_MS,
  },
  'coin-m': {
    host: DAPI,
    market: 'coin-m futures',
    kinds: ['commission', 'kickback', 'bonus'],
    earliest: () => Date.UTC(2020, 7, 1),
    // A year is allowed.
    widest: 360 * DAY_MS,
    every: 5 * MINUTE_MS,
  },
  mining: {
    host: API,
    market: 'mining',
    kinds: ['commission'],
    earliest: () => Date.UTC(2020, 3, 1),
    widest: 360 * DAY_MS,
    // The pool pays once a day.
    every: DAY_MS,
    costly: true,
  },
} as const satisfies Record<string, IncomeStream>;

export type StreamId = keyof typeof INCOME_STREAMS;
export const STREAM_IDS = Object.keys(INCOME_STREAMS) as StreamId[];
export const streamOf = (id: StreamId): IncomeStream => INCOME_STREAMS[id];

/** Every host that is asked with leave of the user: those of the streams, and that of public prices. */
export const API_HOSTS = [...new Set([...STREAM_IDS.map(id => streamOf(id).host), MARKET_DATA])];
