import type { Receipt } from '../domain/receipt';
import type { Database } from './schema';

/** Receipts of batches, in their order. Apart from the other readers, which the popup loads too. */
export async function readReceipts(db: Database, batches: string[]): Promise<Receipt[]> {
  const receipts = await Promise.all(batches.map(id => db.get('receipts', id)));
  return receipts.filter(receipt => receipt !== undefined);
}
