import { defineBackground } from 'wxt/utils/define-background';
import { parsePageMessage } from '../../lib/messages/messages';
import { every } from '../../lib/platform/alarms';
import { guardStorage } from '../../lib/platform/browser-doors';
import { openFirstRun } from '../../lib/platform/first-run';
import { answerMessages } from '../../lib/platform/messages';
import { bumpFeed } from '../../lib/platform/revision';
import { readSettings } from '../../lib/platform/settings';
import { refreshCampaigns } from '../../lib/sync/refresh-campaigns';
import { answerConnections } from './connections';
import { serveCurrency, setCurrency } from './currency';
import { answerGuest } from './guests';
import { serveLinks } from './links';
import { database, place } from './place';
import { valueStatements } from './statements';
import { serveSyncs } from './syncs';
import { serveToolbar } from './toolbar';

/** The feed, one refresh at a time; nothing is asked of any host before the user wanted it. */
async function refreshFeed(byHand: boolean): Promise<{ ok: true; value: undefined }> {
  const { consentAt, feed } = await readSettings();
  if (consentAt !== undefined && feed) {
    await navigator.locks.request('campaigns', async () => {
      await refreshCampaigns(await place(), byHand);
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
    const message = parsePageMessage(raw);
    if (message?.is === 'refresh-campaigns') return refreshFeed(true);
    if (message?.is === 'report-in') return setCurrency(message.currency);
    if (message?.is === 'value-statements') return valueStatements();
    return message && answerConnections(message);
  });
  serveLinks(database);
  serveSyncs();
  serveToolbar();
  serveCurrency();
  guardStorage();
});
