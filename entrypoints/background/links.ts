import { appended } from '../../lib/domain/auto-append';
import { orderCampaigns, stateOf } from '../../lib/domain/campaign';
import { joinLink, pageLink, parseCampaignPage } from '../../lib/domain/link';
import type { ToGuest } from '../../lib/messages/messages';
import {
  contextMenus,
  onCommand,
  onOmnibox,
  type Suggestion,
  tellTab,
} from '../../lib/platform/browser-doors';
import { readSettings, watchSettings } from '../../lib/platform/settings';
import { readFeed } from '../../lib/store/feed';
import { readNotebook } from '../../lib/store/notebook';
import type { Database } from '../../lib/store/schema';
import { PAGE } from '../../lib/text/campaign-pages';
import { speakAsSet } from './language';

async function codeNow(): Promise<string | undefined> {
  const { consentAt, codes, defaultCode, lastCode } = await readSettings();
  if (consentAt === undefined) return undefined;
  return lastCode && codes.includes(lastCode) ? lastCode : defaultCode;
}

/** Copies an address with the code in the tab it was pressed in: the background has no clipboard. */
async function copyIn(tab: number, text: string, selected: boolean): Promise<void> {
  const code = await codeNow();
  if (!code) return;
  const page = parseCampaignPage(text.trim().replace(/#.*$/s, ''));
  // A selected text with somebody's code is left alone; a page or link was named by pressing on it.
  const link = selected ? appended(text, code) : page && pageLink(page, code);
  if (link) await tellTab(tab, { is: 'copy', text: link } satisfies ToGuest);
}

/** Campaigns for the address bar, what ends first in front, each with the code in its link. */
async function suggest(text: string, db: Database): Promise<Suggestion[]> {
  const code = await codeNow();
  if (!code) return [];
  const now = Date.now();
  const { feed } = await readSettings();
  const all = { ...(feed && (await readFeed(db)).campaigns), ...(await readNotebook(db)).campaigns };
  await speakAsSet();
  const needle = text.trim().toLowerCase();
  const found = Object.values(all).filter(
    campaign => stateOf(campaign, now) !== 'ended' && campaign.title.toLowerCase().includes(needle),
  );
  const suggestions = orderCampaigns(found, now).flatMap(campaign => {
    const page = parseCampaignPage(campaign.url);
    return page ? [{ content: pageLink(page, code), description: xml(campaign.title) }] : [];
  });
  return [...suggestions.slice(0, 6), { content: joinLink(code), description: xml(PAGE.join) }];
}

/** Descriptions are XML in Chromium. */
const xml = (text: string) => text.replace(/[<>&"']/g, c => `&#${c.charCodeAt(0)};`);

/** Context menu, keyboard command and address bar: other ways to one's own link. */
export function serveLinks(database: () => Promise<Database>): void {
  const titles = async () => {
    await speakAsSet();
    return { link: PAGE.contextLink, page: PAGE.contextPage, selection: PAGE.contextSelection };
  };
  const retitle = contextMenus(titles, (text, tab, place) => void copyIn(tab, text, place === 'selection'));
  let language: string | undefined;
  watchSettings(settings => {
    if (settings.language !== language) void retitle();
    language = settings.language;
  });
  onCommand('copy-page', (address, tab) => void copyIn(tab, address, false));
  onOmnibox(async text => suggest(text, await database()));
}
