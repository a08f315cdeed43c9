import { isLikely } from './campaign-pages';
import { type CampaignPage, linkParts, parseCampaignPage, rowsFor } from './page-link';

/** What a page of www.binance.com is to an affiliate. */
export type PageRole = { is: 'campaign'; page: CampaignPage } | { is: 'list' | 'programme' };

/** @param address the page's own, such as `location.href`. */
export function roleOf(address: string): PageRole | undefined {
  if (!isLikely(address)) return undefined;
  if (!/^https:\/\/www\.binance\.com\//.test(address) || !URL.canParse(address)) return undefined;
  for (const { role } of rowsFor(linkParts(new URL(address).pathname).path)) {
    if (role !== 'campaign') return { is: role };
    // The fragment is the page's own affair and never part of a link.
    const page = parseCampaignPage(address.replace(/#.*$/s, ''));
    if (page) return { is: role, page };
  }
  return undefined;
}
