import { pressedLink } from '../../lib/domain/auto-append';
import { codeInUse } from '../../lib/domain/code-choice';
import { joinLink } from '../../lib/domain/link';
import type { ToGuest } from '../../lib/messages/to-guest';
import { openDashboard } from '../../lib/platform/pages';
import { readSettings } from '../../lib/platform/settings';
import { tellTab } from '../../lib/platform/tabs';
import { CAMPAIGN_PAGE } from '../../lib/text/campaign-pages';
import { speakAsSet } from './language';

const SITE = 'https://www.binance.com/';

/**
 * Copies an address with the code in the tab it was pressed in: the background has no clipboard. Whatever cannot be
 * copied is shown: in the tab, or where our script cannot go, in the dashboard.
 */
export async function copyIn(
  tab: number,
  text: string,
  pressed: 'link' | 'page' | 'selection',
): Promise<void> {
  const settings = await readSettings();
  if (settings.consentAt === undefined) return openDashboard();
  const code = codeInUse(settings);
  if (!code) return openDashboard('#/links');
  const link = pressedLink(text, code, pressed);
  await speakAsSet();
  const { copied, refused, noCampaign } = CAMPAIGN_PAGE;
  const told: ToGuest = link
    ? { is: 'copy', text: link, copied, refused }
    : { is: 'copy', text: joinLink(code), refused: noCampaign };
  if (!(await tellTab(tab, told))) await openDashboard(`#/links/${link ? encodeURIComponent(text) : ''}`);
}

/** Our script goes to Binance's pages and no others: elsewhere the key shows the links. */
export async function copyAt(address: string, tab: number): Promise<void> {
  await (address.startsWith(SITE) ? copyIn(tab, address, 'page') : openDashboard('#/links'));
}
