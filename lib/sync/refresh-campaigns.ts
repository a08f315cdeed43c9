import type { Feed, FeedCampaign, FeedTrouble } from '../domain/campaign';
import { HOUR_MS, MINUTE_MS } from '../domain/day';
import {
  type Article,
  CATALOGUES,
  campaignOf,
  detailAddress,
  listAddress,
  readDetail,
  readList,
} from '../sources/campaign-feed';
import { changeFeed, readFeed } from '../store/feed';
import type { Database } from '../store/schema';

export interface FeedEnv {
  db: Database;
  fetch: typeof fetch;
  /** A clock, ms. */
  now: () => number;
  /** Waits so many ms. */
  wait: (ms: number) => Promise<void>;
}

/** The list is asked for at most hourly; by hand not more than once a minute. */
const BY_HAND = MINUTE_MS;
/** Articles read in one go: the worker must not be busy for minutes. The rest is read the next time. */
const DETAILS = 12;
/** Between two requests: nobody waits for them. */
const PAUSE = 400;
const TIMEOUT = 20_000;
const LARGEST = 4_000_000;

class FeedFailed extends Error {
  constructor(
    readonly why: FeedTrouble,
    /** ms to stay away. */
    readonly away: number,
  ) {
    super(why);
  }
}

/**
 * Brings the campaign feed up to date: the lists, then the articles that are new. Every step is saved by itself, so
 * that a death in between costs nothing but time. Trouble is kept with the feed: until it is over no request leaves.
 * @param byHand the user asked for it.
 */
export async function refreshCampaigns(env: FeedEnv, byHand: boolean): Promise<Feed> {
  const { db, now, wait } = env;
  const feed = await readFeed(db);
  if (feed.trouble && now() < feed.trouble.until) return feed;
  const due = now() - (feed.listedAt ?? 0) >= (byHand ? BY_HAND : HOUR_MS);
  try {
    if (due) {
      const lists: [number, Article[]][] = [];
      for (const catalogue of CATALOGUES) {
        const list = readList(await fetchAnswer(env, listAddress(catalogue)));
        if (!list) throw new FeedFailed('unreadable', HOUR_MS);
        lists.push([catalogue, list]);
        await wait(PAUSE);
      }
      await changeFeed(db, before => ({
        ...lists.reduce((feed, [catalogue, list]) => withList(feed, catalogue, list), before),
        listedAt: now(),
      }));
    }
    const { campaigns } = await readFeed(db);
    const unread = Object.entries(campaigns).filter(([, c]) => isListDue(c, now()));
    for (const [code] of unread.slice(0, DETAILS)) {
      // An article that cannot be read keeps the dates it has; it is no reason to stop.
      const detail = readDetail(await fetchAnswer(env, detailAddress(code)));
      await changeFeed(db, before => withDetail(before, code, detail, now()));
      await wait(PAUSE);
    }
    return await changeFeed(db, ({ trouble: _, ...rest }) => rest);
  } catch (error) {
    if (!(error instanceof FeedFailed)) throw error;
    return changeFeed(db, before => ({
      ...before,
      trouble: { at: now(), why: error.why, until: now() + error.away },
    }));
  }
}

/** An article is read once, again the day before it ends (campaigns are extended), and three times if it must be. */
function isListDue({ readAt, unread = 0, gone, to }: FeedCampaign, now: number): boolean {
  if (gone) return false;
  if (readAt === undefined) return unread < 3;
  return (
    to !== undefined && now < to + 24 * HOUR_MS && to - now < 24 * HOUR_MS && now - readAt > 12 * HOUR_MS
  );
}

/** Puts one catalogue's list in. What it had and has no more is gone, unless it lies behind the end of the list. */
function withList(before: Feed, catalogue: number, articles: Article[]): Feed {
  const campaigns: Record<string, FeedCampaign> = {};
  const listed = new Set(articles.map(article => article.code));
  const oldest = Math.min(...articles.map(article => article.published ?? Number.POSITIVE_INFINITY));
  for (const [code, campaign] of Object.entries(before.campaigns)) {
    const { gone, ...kept } = campaign;
    const inside =
      campaign.catalogue === catalogue && (campaign.published ?? Number.NEGATIVE_INFINITY) > oldest;
    campaigns[code] = listed.has(code) ? kept : inside ? { ...kept, gone: true } : campaign;
  }
  for (const article of articles) {
    const known = campaigns[article.code];
    campaigns[article.code] = {
      ...known,
      ...campaignOf(article),
      catalogue: known?.catalogue ?? catalogue,
      ...(known?.from !== undefined && { from: known.from }),
      ...(known?.to !== undefined && { to: known.to }),
      ...(article.published !== undefined && { published: article.published }),
    };
  }
  return { ...before, campaigns };
}

/** @param detail undefined when the article could not be understood. */
function withDetail(
  before: Feed,
  code: string,
  detail: { from?: number; to?: number } | undefined,
  now: number,
): Feed {
  const campaign = before.campaigns[code];
  if (!campaign) return before;
  const next = detail
    ? { ...campaign, ...detail, readAt: now }
    : { ...campaign, unread: (campaign.unread ?? 0) + 1 };
  return { ...before, campaigns: { ...before.campaigns, [code]: next } };
}

async function fetchAnswer({ fetch, now }: FeedEnv, address: string): Promise<unknown> {
  let response: Response;
  try {
    response = await fetch(address, {
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
      headers: { clienttype: 'web', lang: 'en' },
      signal: AbortSignal.timeout(TIMEOUT),
    });
  } catch {
    throw new FeedFailed('offline', 5 * MINUTE_MS);
  }
  const { status } = response;
  if (status === 429 || status === 418) throw new FeedFailed('limited', retryAfter(response, now()));
  if (status >= 500) throw new FeedFailed('server', HOUR_MS / 2);
  // 202 is a challenge page of the firewall.
  if (status !== 200) throw new FeedFailed('refused', 6 * HOUR_MS);
  const text = await response.text().catch(() => undefined);
  if (text === undefined) throw new FeedFailed('offline', 5 * MINUTE_MS);
  if (text.length > LARGEST) throw new FeedFailed('unreadable', HOUR_MS);
  try {
    return JSON.parse(text);
  } catch {
    throw new FeedFailed('unreadable', HOUR_MS);
  }
}

/** How long to stay away: what the answer says, between a minute and three days; an hour where it says nothing. */
function retryAfter(response: Response, now: number): number {
  const header = response.headers.get('retry-after');
  const seconds = Number(header);
  const until = header && Number.isNaN(seconds) ? Date.parse(header) - now : seconds * 1000;
  return header && Number.isFinite(until) ? Math.min(72 * HOUR_MS, Math.max(MINUTE_MS, until)) : HOUR_MS;
}
