import type { Refusal, SyncTrouble } from '../domain/connection';
import type { Database } from '../store/schema';

export interface AskEnv {
  db: Database;
  fetch: typeof fetch;
  /** A clock, ms. */
  now: () => number;
  /** Waits so many ms. */
  wait: (ms: number) => Promise<void>;
}

/** Binance must be left alone until a moment. */
export class RetryLater extends Error {
  override name = 'RetryLater';
  constructor(
    readonly why: SyncTrouble,
    /** ms; undefined: as long as its kind of trouble takes. */
    readonly until?: number,
  ) {
    super(why);
  }
}

/** The limit for this minute is spent as far as we let ourselves spend it. */
export class BudgetSpent extends Error {
  override name = 'BudgetSpent';
  constructor(readonly until: number) {
    super('spent');
  }
}

/** The connection itself is refused. */
export class ConnectionRefused extends Error {
  override name = 'ConnectionRefused';
  constructor(readonly refusal: Refusal) {
    super(refusal.is);
  }
}

/** The time window asked for is wider than Binance allows. */
export class TooWide extends Error {
  override name = 'TooWide';
}
