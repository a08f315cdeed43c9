import { feed, refreshFeed, refreshing, setFeed } from '../../lib/state/campaigns';
import { settings } from '../../lib/state/session';
import { CAMPAIGNS, FEED_TROUBLE } from '../../lib/text/campaigns';
import { moment } from '../../lib/text/format';

/** Where the campaigns come from: off until the user wants it, and what the last refresh came to. */
export function FeedPanel({ today }: { today: number }) {
  if (!settings.value.feed) {
    return (
      <div class="notice">
        <span class="grow">{CAMPAIGNS.feedOff}</span>
        <button type="button" class="btn" onClick={() => setFeed(true)}>
          {CAMPAIGNS.feedOn}
        </button>
      </div>
    );
  }
  const { listedAt, trouble } = feed.value;
  return (
    <div class="feed-line note" role="status">
      <span>
        {listedAt === undefined ? CAMPAIGNS.feedNever : CAMPAIGNS.feedAt(moment(listedAt, today))}
        {trouble && ` ${FEED_TROUBLE[trouble.why]} ${CAMPAIGNS.feedUntil(moment(trouble.until, today))}`}
      </span>
      <button type="button" class="link-button" disabled={refreshing.value} onClick={refreshFeed}>
        {refreshing.value ? CAMPAIGNS.refreshing : CAMPAIGNS.refresh}
      </button>
      <button type="button" class="link-button" onClick={() => setFeed(false)}>
        {CAMPAIGNS.feedStop}
      </button>
    </div>
  );
}
