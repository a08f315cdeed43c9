import { computed, effect, signal } from '@preact/signals';
import { type Campaign, type Feed, type FeedCampaign, NO_FEED } from '../domain/campaign';
import { feedRevision } from '../platform/revision';
import { readFeed } from '../store/feed';
import { ask } from './ask';
import { notebook } from './notebook';
import { oncePerRevision } from './once-per-revision';
import { openOnce, settings, stage } from './session';
import { chooseSettings } from './settings';

/** The campaign feed as stored. */
export const feed = signal<Feed>(NO_FEED);
export const refreshing = signal(false);

/** Every campaign there is: the feed's, and those the user has entered, whose own words count. */
export const campaigns = computed<Record<string, Campaign & Partial<FeedCampaign>>>(() => ({
  ...(settings.value.feed ? feed.value.campaigns : {}),
  ...notebook.value.campaigns,
}));

const read = oncePerRevision(feedRevision.read, async () => {
  feed.value = await readFeed(await openOnce());
});

/** Keeps the feed up to date with the store. */
export function followFeed(): (() => void)[] {
  return [
    feedRevision.watch(() => void read()),
    effect(() => {
      if (stage.value === 'ready') void read(true);
    }),
  ];
}

/** Asks for a refresh; the background decides whether it is due. */
export async function refreshFeed(): Promise<void> {
  refreshing.value = true;
  try {
    await ask('refresh-campaigns');
    await read();
  } finally {
    refreshing.value = false;
  }
}

/** Turns the feed on or off. What it has brought stays in the store. */
export async function setFeed(on: boolean): Promise<void> {
  await chooseSettings({ feed: on });
  if (on) await refreshFeed();
}
