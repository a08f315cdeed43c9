import { type Currency, type Rates, ratesKey } from '../domain/currency';
import type { Day } from '../domain/day';
import type { Span } from '../domain/period';
import type { PriceHistory } from '../domain/price';
import type { Database } from './schema';

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
