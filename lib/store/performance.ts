import type { Performance } from '../domain/performance';
import type { Database } from './schema';

export const readPerformance = (db: Database, key: string): Promise<Performance | undefined> =>
  db.get('performance', key);

export async function putPerformance(db: Database, key: string, performance: Performance): Promise<void> {
  await db.put('performance', performance, key);
}

/** Key → when it was asked for, ms. */
export async function performanceTimes(db: Database): Promise<Map<string, number>> {
  const times = new Map<string, number>();
  let cursor = await db.transaction('performance').store.openCursor();
  for (; cursor; cursor = await cursor.continue()) times.set(cursor.key, cursor.value.at);
  return times;
}
