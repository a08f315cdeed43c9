import { type Feed, NO_FEED } from '../domain/campaign';
import type { Database } from './schema';

export async function readFeed(db: Database): Promise<Feed> {
  return (await db.get('feed', 'campaigns')) ?? NO_FEED;
}

/** Changes the feed in one transaction: a worker that dies leaves the one before. */
export async function changeFeed(db: Database, change: (feed: Feed) => Feed): Promise<Feed> {
  const tx = db.transaction('feed', 'readwrite');
  const next = change((await tx.store.get('campaigns')) ?? NO_FEED);
  await tx.store.put(next, 'campaigns');
  await tx.done;
  return next;
}
