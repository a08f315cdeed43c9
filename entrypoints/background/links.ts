import { codeInUse } from '../../lib/domain/code-choice';
import { joinLink } from '../../lib/domain/link';
import { suggestCampaigns } from '../../lib/domain/suggest-campaigns';
import { contextMenus } from '../../lib/platform/context-menus';
import { onOmnibox, type Suggestion } from '../../lib/platform/omnibox';
import { readSettings, watchSettings } from '../../lib/platform/settings';
import { onCommand } from '../../lib/platform/shortcuts';
import { readFeed } from '../../lib/store/feed';
import { readNotebook } from '../../lib/store/notebook';
import type { Database } from '../../lib/store/schema';
import { CAMPAIGN_PAGE } from '../../lib/text/campaign-pages';
import { copyAt, copyIn } from './copy-in';
import { speakAsSet } from './language';

async function suggest(text: string, db: Database): Promise<Suggestion[]> {
  const settings = await readSettings();
  const code = settings.consentAt === undefined ? undefined : codeInUse(settings);
  if (!code) return [];
  const all = { ...(settings.feed && (await readFeed(db)).campaigns), ...(await readNotebook(db)).campaigns };
  await speakAsSet();
  const suggested = suggestCampaigns(Object.values(all), text, code, Date.now());
  return [...suggested, { title: CAMPAIGN_PAGE.join, link: joinLink(code) }].map(({ title, link }) => ({
    content: link,
    // Descriptions are XML in Chromium.
    description: title.replace(/[<>&"']/g, c => `&#${c.charCodeAt(0)};`),
  }));
}

/** Context menu, keyboard command and address bar: other ways to one's own link. */
export function serveLinks(database: () => Promise<Database>): void {
  const titles = async () => {
    await speakAsSet();
    return {
      link: CAMPAIGN_PAGE.contextLink,
      page: CAMPAIGN_PAGE.contextPage,
      selection: CAMPAIGN_PAGE.contextSelection,
    };
  };
  const retitle = contextMenus(titles, (text, tab, pressed) => void copyIn(tab, text, pressed));
  let language: string | undefined;
  watchSettings(settings => {
    if (settings.language !== language) void retitle();
    language = settings.language;
  });
  onCommand('copy-page', (address, tab) => void copyAt(address, tab));
  onOmnibox(async text => suggest(text, await database()));
}
