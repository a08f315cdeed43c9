import { NO_QUOTA, type Quota } from '../domain/connection';
import type { Database } from './schema';

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
