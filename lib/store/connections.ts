import { type Connection, NO_QUOTA, type Quota, type SyncState } from '../domain/connection';
import { type Currency, type Rates, ratesKey } from '../domain/currency';
import type { Day } from '../domain/day';
import type { Span } from '../domain/period';
import type { PriceHistory } from '../domain/price';
import type { Database } from './schema';

export async function readConnections(db: Database): Promise<Connection[]> {
  return (await db.getAll('connections')).sort((a, b) => a.addedAt - b.addedAt);
}

export async function putConnection(db: Database, connection: Connection): Promise<void> {
  await db.put('connections', connection, connection.id);
}

/** Deletes what can sign for a connection, and how it was doing. Its rows are the ledger's. */
export async function deleteConnection(db: Database, id: string): Promise<void> {
  const tx = db.transaction(['connections', 'syncs'], 'readwrite', { durability: 'strict' });
  await Promise.all([tx.objectStore('connections').delete(id), tx.objectStore('syncs').delete(id), tx.done]);
}

export async function readSync(db: Database, id: string): Promise<SyncState> {
  return (await db.get('syncs', id)) ?? { ways: {} };
}

/** Changes a connection's state, unless it has been disconnected meanwhile. */
export async function changeSync(
  db: Database,
  id: string,
  change: (state: SyncState) => SyncState,
): Promise<SyncState> {
  const tx = db.transaction(['connections', 'syncs'], 'readwrite');
  const syncs = tx.objectStore('syncs');
  const next = change((await syncs.get(id)) ?? { ways: {} });
  if ((await tx.objectStore('connections').getKey(id)) !== undefined) await syncs.put(next, id);
  await tx.done;
  return next;
}

export async function readQuota(db: Database): Promise<Quota> {
  return (await db.get('quota', 'quota')) ?? NO_QUOTA;
}

/** One step of one transaction, so that no two requests share what only one may spend. */
export async function changeQuota(db: Database, change: (quota: Quota) => Quota): Promise<Quota> {
  const tx = db.transaction('quota', 'readwrite');
  const next = change((await tx.store.get('quota')) ?? NO_QUOTA);
  await tx.store.put(next, 'quota');
  await tx.done;
  return next;
}

export const readPrices = (db: Database, asset: string): Promise<PriceHistory | undefined> =>
  db.get('prices', asset);

/** The rates of a currency, as far as they have been asked for. */
export const readRates = async (db: Database, currency: Currency): Promise<Rates> => ({
  currency,
  history: await readPrices(db, ratesKey(currency)),
});

/**
 * Adds prices to what is stored of an asset, in one step: who asked at the same time has not asked in vain. A price
 * that is there stays as it is: sums have been made with it.
 * @param span the days that were asked for; those without a price are known to have none (yet).
 */
export async function mergePrices(
  db: Database,
  asset: string,
  span: Span,
  days: ReadonlyMap<Day, bigint>,
  at: number,
): Promise<PriceHistory> {
  const tx = db.transaction('prices', 'readwrite');
  const before = await tx.store.get(asset);
  const first = Math.min(span.from, before?.first ?? span.from);
  const last = Math.max(span.to, before ? before.first + before.open.length - 1 : span.to);
  const open = new BigInt64Array(last - first + 1);
  before?.open.forEach((price, i) => {
    open[before.first - first + i] = price;
  });
  for (const [day, price] of days) if (day >= first && day <= last) open[day - first] ||= price;
  const history = { first, open, at };
  await tx.store.put(history, asset);
  await tx.done;
  return history;
}
