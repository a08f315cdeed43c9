import { dayOf } from '../../lib/domain/day';
import { chooseNews } from '../../lib/domain/news';
import { badgeValue } from '../../lib/ledger/badge';
import { readNews } from '../../lib/ledger/news';
import { LedgerReader } from '../../lib/ledger/reader';
import { every } from '../../lib/platform/alarms';
import { reportFault } from '../../lib/platform/fault-log';
import { openDashboard } from '../../lib/platform/pages';
import { watchSentinel } from '../../lib/platform/sentinel';
import { readSettings, watchSettings } from '../../lib/platform/settings';
import { keepTold, notify, onNotification, readTold, setBadge } from '../../lib/platform/toolbar';
import { readFeed } from '../../lib/store/feed';
import { readNotebook } from '../../lib/store/notebook';
import { badgeText, newsText } from '../../lib/text/news';
import { database } from './env';
import { speakAsSet } from './language';

/** Shows today on the toolbar icon, and tells what is wanted to be told. Both are off until the user wants them. */
async function showBadge(): Promise<void> {
  const { consentAt, badge, notify: wanted } = await readSettings();
  if (consentAt === undefined || (!badge && !wanted)) {
    await setBadge('');
    return;
  }
  const db = await database();
  const now = Date.now();
  const ledger = await LedgerReader.open(db);
  const value = badgeValue(ledger.manifest, badge, now);
  await setBadge(value === undefined ? '' : badgeText(value));
  if (!wanted) return;
  const { campaigns } = await readFeed(db);
  const news = await readNews(ledger, await readNotebook(db), campaigns, now);
  await navigator.locks.request('news', async () => {
    await speakAsSet();
    const { tell, told } = chooseNews(news, await readTold(), dayOf(now));
    // Kept first: to be told twice is worse than not at all.
    await keepTold(told);
    for (const one of tell) {
      const { title, message } = newsText(one, ledger.currency);
      await notify(one.key, title, message);
    }
  });
}

/** Keeps both up to date: after every change of the ledger or the settings, and as the day goes on. */
export function serveToolbar(): void {
  const again = () => void showBadge().catch(error => reportFault('badge', error));
  watchSentinel(again);
  watchSettings(again);
  every('toolbar', 30, again);
  onNotification(() => void openDashboard());
}
