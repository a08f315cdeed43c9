import { every } from '../../lib/platform/alarms';
import { feedRevision } from '../../lib/platform/revision';
import { readSettings } from '../../lib/platform/settings';
import { refreshCampaigns } from '../../lib/sync/refresh-campaigns';
import { backgroundEnv } from './env';

/** The feed, one refresh at a time; nothing is asked of any host before the user wanted it. */
export async function feedRefreshed(byHand: boolean): Promise<void> {
  const { consentAt, feed } = await readSettings();
  if (consentAt === undefined || !feed) return;
  await navigator.locks.request('campaigns', async () => {
    await refreshCampaigns(await backgroundEnv(), byHand);
  });
  await feedRevision.bump();
}

/** Keeps the campaign feed up to date. */
export function serveFeed(): void {
  every('campaigns', 60, () => void feedRefreshed(false));
}
