import type { Campaign } from '../domain/campaign';
import { type CampaignPage, parseCampaignPage } from '../domain/page-link';
import type { PressForm } from '../domain/press-choices';
import type { TabInFront } from '../platform/pages';
import { readSettings } from '../platform/settings';
import { openSidePanel, ownWindow } from '../platform/side-panel';
import { readFeed } from '../store/feed';
import { readNotebook } from '../store/notebook';
import { openDatabase } from '../store/schema';
import { DISCLOSURE } from '../text/disclosure';

/** The campaign page in front, and what is known of the campaign. */
export interface PageInFront {
  page: CampaignPage;
  title: string;
  /** With its dates and prize, where the feed or the user has told them. */
  campaign?: Campaign | undefined;
  /** What one press copies. */
  form: PressForm;
  disclosure: string;
  /** The window it is in; undefined where the browser has no windows, and no panel beside the page. */
  window?: number | undefined;
}

/** @returns undefined where the tab shows no campaign. */
export async function readThisPage({ address, title }: TabInFront): Promise<PageInFront | undefined> {
  const page = parseCampaignPage(address.replace(/#.*$/s, ''));
  if (!page) return undefined;
  // The popup speaks English until it has to say more than its first words.
  if (document.documentElement.lang !== 'en') await (await import('./language')).speakHere('page');
  const { feed, pressForm: form } = await readSettings();
  const db = await openDatabase();
  try {
    const { campaigns, preferences } = await readNotebook(db);
    // What the user has written goes before what the feed says.
    const known = [
      ...Object.values(campaigns),
      ...(feed ? Object.values((await readFeed(db)).campaigns) : []),
    ];
    const campaign = known.find(({ url }) => parseCampaignPage(url)?.path === page.path);
    const disclosure = preferences.disclosure ?? DISCLOSURE.line;
    const window = await ownWindow();
    return { page, title: campaign?.title ?? title, form, disclosure, campaign, window };
  } finally {
    db.close();
  }
}

/** Opens the side panel in a window, and closes the popup. Call it in the very turn of the press. */
export async function openBeside(window: number): Promise<void> {
  await openSidePanel(window);
  globalThis.close();
}
