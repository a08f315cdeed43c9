import { isLikely } from './likely-page';
import { type CampaignPage, parseCampaignPage } from './link';

/** What a page of www.binance.com is to an affiliate. */
export type PageRole =
  | { is: 'campaign'; page: CampaignPage }
  /** Pages that list campaigns. */
  | { is: 'list' }
  /** The referral and affiliate programme pages, from which Binance leads to its own Pro dashboard. */
  | { is: 'programme' };

const LOCALE = /^\/[a-z]{2,3}(?:-[A-Z]{2})?(?=\/|$)/;
const PROGRAMME = /^\/(?:activity\/affiliate|activity\/referral|my\/referral|referral)(?:\/|$)/;
const LIST =
  /^\/(?:support\/announcement(?:\/.*)?|activity|events?|campaigns?(?:\/.*)?|trading-competitions?|activity\/trading-competition|activity\/marketing-campaign|square)\/?$/;

/** @param address the page's own, such as `location.href`. */
export function roleOf(address: string): PageRole | undefined {
  if (!isLikely(address)) return undefined;
  if (!/^https:\/\/www\.binance\.com\//.test(address) || !URL.canParse(address)) return undefined;
  const path = new URL(address).pathname.replace(LOCALE, '') || '/';
  if (PROGRAMME.test(path) && !/^\/activity\/referral-entry/.test(path)) return { is: 'programme' };
  // The fragment is the page's own affair and never part of a link.
  const page = parseCampaignPage(address.replace(/#.*$/s, ''));
  if (page) return { is: 'campaign', page };
  return LIST.test(path) ? { is: 'list' } : undefined;
}
