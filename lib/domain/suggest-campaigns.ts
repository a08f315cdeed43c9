import { type Campaign, orderCampaigns, stateOf } from './campaign';
import { pageLink, parseCampaignPage } from './page-link';

/** Address bars show six lines or so; one is for the join link. */
const MOST = 6;

/** A campaign's page with the user's code. */
export interface CampaignLink {
  title: string;
  link: string;
}

/** Campaigns that are not over and whose title holds a text, what ends first in front, each with a code in its link. */
export function suggestCampaigns(
  campaigns: Campaign[],
  text: string,
  code: string,
  now: number,
): CampaignLink[] {
  const needle = text.trim().toLowerCase();
  const found = campaigns.filter(
    campaign => stateOf(campaign, now) !== 'ended' && campaign.title.toLowerCase().includes(needle),
  );
  return orderCampaigns(found, now)
    .flatMap(({ title, url }) => {
      const page = parseCampaignPage(url);
      return page ? [{ title, link: pageLink(page, code) }] : [];
    })
    .slice(0, MOST);
}
