import { defineBackground } from 'wxt/utils/define-background';
import { parsePageMessage } from '../../lib/messages/messages';
import { every } from '../../lib/platform/alarms';
import { guardStorage } from '../../lib/platform/browser-doors';
import { openFirstRun } from '../../lib/platform/first-run';
import { answerMessages } from '../../lib/platform/messages';
import { bumpFeed } from '../../lib/platform/revision';
import { readSettings } from '../../lib/platform/settings';
import { keptDatabase } from '../../lib/store/schema';
import { refreshCampaigns } from '../../lib/sync/refresh-campaigns';
import { answerGuest } from './guests';
import { serveLinks } from './links';

const database = keptDatabase();

/** The feed, one refresh at a time; nothing is asked of any host before the user wanted it. */
async function refreshFeed(byHand: boolean): Promise<{ ok: true; value: undefined }> {
  const { consentAt, feed } = await readSettings();
  if (consentAt !== undefined && feed) {
    await navigator.locks.request('campaigns', async () => {
      const place = {
        db: await database(),
        fetch: (...of: Parameters<typeof fetch>) => fetch(...of),
        now: () => Date.now(),
        wait: (ms: number) => new Promise<void>(done => setTimeout(done, ms)),
      };
      await refreshCampaigns(place, byHand);
    });
    await bumpFeed(Date.now());
  }
  return { ok: true, value: undefined };
}

export default defineBackground(() => {
  openFirstRun();
  every('campaigns', 60, () => void refreshFeed(false));
  answerMessages((raw, sender) => {
    if (sender.is === 'guest') return answerGuest(raw, sender.address, database);
    return parsePageMessage(raw) && refreshFeed(true);
  });
  serveLinks(database);
  guardStorage();
});
