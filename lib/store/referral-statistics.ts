import type { Statistics } from '../domain/referral-statistics';
import type { Database } from './schema';

export const readStatistics = (db: Database, key: string): Promise<Statistics | undefined> =>
  db.get('performance', key);

export async function putStatistics(db: Database, key: string, performance: Statistics): Promise<void> {
  await db.put('performance', performance, key);
}

/** Key → when it was asked for, ms. */
export async function statisticsTimes(db: Database): Promise<Map<string, number>> {
  const times = new Map<string, number>();
  let cursor = await db.transaction('performance').store.openCursor();
  for (; cursor; cursor = await cursor.continue()) times.set(cursor.key, cursor.value.at);
  return times;
}
