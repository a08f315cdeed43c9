import type { Kind } from '../domain/commission';
import { HOUR_MS } from '../domain/day';
import { parseDecimal } from '../domain/money';

/** A limit of Binance per minute, and the header in which answers tell what of it is spent. */
export interface Limit {
  name: string;
  most: number;
  header: string;
  /** Each account has it for itself. */
  own?: true;
}

/** One request. What is signed is exactly what is sent. */
export interface ApiRequest {
  host: string;
  path: string;
  params: Record<string, string | number>;
  limit: Limit;
  weight: number;
  signed: boolean;
}

/** A limit that each `/sapi` endpoint has for itself, by address. */
export const sapiLimit = (path: string): Limit => ({
  name: `ip ${path}`,
  most: 12_000,
  header: 'x-sapi-used-ip-weight-1m',
});
export const API_LIMIT: Limit = { name: 'api', most: 6_000, header: 'x-mbx-used-weight-1m' };

/** A row as an account's records have it. */
export interface ApiRow {
  /** ms */
  time: number;
  /** In the words of the exports' *Order Type*. */
  literal: string;
  kind: Kind;
  asset: string;
  /** 1e-8 of the asset. */
  amount: bigint;
}

/** A window of time, both ends included, ms. */
export interface TimeWindow {
  first: number;
  last: number;
}

/** What reading a time window came to: all of its rows, or why it must be read otherwise. */
export type WindowRead =
  | { is: 'rows'; rows: ApiRow[]; rejected: number[] }
  /** So many rows that a death while reading would cost too much: a narrower window is asked for. */
  | { is: 'too wide' }
  /** Rows arrived while its pages were read. */
  | { is: 'moved' };

/** Reads the rows of one income stream in a time window. */
export type ReadWindow = (
  timeWindow: TimeWindow,
  ask: (ask: ApiRequest) => Promise<unknown>,
) => Promise<WindowRead>;

/** An answer that is not what Binance documents. */
export class Unreadable extends Error {
  override name = 'Unreadable';
}

/** A decimal as text, whichever way an answer writes it; undefined if it cannot be kept exactly. */
export function exactAmount(text: string): bigint | undefined {
  const amount = parseDecimal(text);
  return typeof amount === 'bigint' ? amount : undefined;
}

/** Pages read in one go: more, and the window is halved as long as it is wider than an hour. */
export const MOST_PAGES = 8;
const NARROWEST = HOUR_MS;
export const canNarrow = ({ first, last }: TimeWindow): boolean => last - first > NARROWEST;

const INTEGER_TEXT = /^-?\d+$/;

/**
 * Parses JSON without rounding: numbers come as the text they were written in, unless they are safe integers.
 * Binance's ids exceed 2^53, and mining amounts are numbers (docs/facts/binance.md §1.6).
 * @throws Unreadable for what is no JSON: a truncated answer, a firewall's page.
 */
export function parseExact(text: string): unknown {
  const revive = (_key: string, value: unknown, context?: { source?: string }) => {
    if (typeof value !== 'number') return value;
    const source = context?.source ?? String(value);
    return INTEGER_TEXT.test(source) && Number.isSafeInteger(value) ? value : source;
  };
  try {
    return JSON.parse(text, revive as (key: string, value: unknown) => unknown);
  } catch {
    throw new Unreadable('not JSON');
  }
}

/** Parameters as they are signed and sent: percent-encoded first (docs/facts/binance.md §1.10). */
export function queryOf(params: Record<string, string | number>): string {
  return Object.entries(params)
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
    .join('&');
}
