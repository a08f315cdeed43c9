import type { Campaign, CampaignKind, CampaignState, FeedTrouble } from '../domain/campaign';
import { DAY_MS, dayOf, MINUTE_MS } from '../domain/day';
import { day as dayText, time } from './format';

export const CAMPAIGN_KIND_NAMES: Record<CampaignKind, string> = {
  competition: 'Trading competition',
  referral: 'Referral',
  'new-users': 'New users',
  airdrop: 'Airdrop',
  earn: 'Earn',
  other: 'Other',
};

export const STATE_NAMES: Record<CampaignState, string> = {
  ongoing: 'Ongoing',
  upcoming: 'Upcoming',
  ended: 'Ended',
  undated: 'Dates unknown',
};

export const CAMPAIGNS = {
  title: 'Campaigns',
  binance: 'Binance',
  exclusive: 'Exclusive',
  tabs: 'Kinds of campaigns',
  search: 'Search campaigns',
  show: 'Show',
  shows: { open: 'Open', ongoing: 'Ongoing', upcoming: 'Upcoming', ended: 'Ended', hidden: 'Hidden' },
  allKinds: 'All kinds',
  kind: 'Kind',
  count: (n: number, m: number) => `${n} of ${m} campaigns`,
  add: 'Add campaign',
  addTitle: 'Campaign',
  fieldTitle: 'Title',
  fieldUrl: 'Page on binance.com',
  fieldFrom: 'Begins (UTC)',
  fieldTo: 'Ends (UTC)',
  fieldPrize: 'Prize',
  fieldNote: 'Note',
  edit: 'Edit',
  remove: 'Remove',
  badUrl:
    'That is no campaign page of www.binance.com: an announcement, activity, event, trading competition or Square post.',
  badDates: 'It ends before it begins.',
  noTitle: 'Give it a title.',
  prize: 'Prize',
  copyAs: 'Copy as',
  formats: { text: 'Text', markdown: 'Markdown', html: 'HTML', bbcode: 'BBCode', join: 'Join link' },
  formatDetail: { text: '', markdown: '', html: '', bbcode: '', join: 'surely counted' },
  calendar: 'Calendar file',
  more: 'More',
  hide: 'Hide',
  unhide: 'Show again',
  none: 'No campaign here.',
  noneYet: 'No campaigns yet. Turn on the feed, or add one by its page.',
  feedOff:
    'The campaign feed reads Binance’s public announcements from www.binance.com, at most hourly and without any account. It is off until you want it.',
  feedOn: 'Turn on the feed',
  feedStop: 'Turn off',
  feedNever: 'The feed has not been read yet.',
  feedAt: (moment: string) => `Feed read ${moment}.`,
  feedUntil: (moment: string) => `Next try after ${moment}.`,
  refresh: 'Refresh',
  refreshing: 'Refreshing …',
  gone: 'No longer in Binance’s list',
  forAffiliates: 'For affiliates',
  noCode: 'Set a default code in Links first.',
  noteOnCredit:
    'No public source proves that Binance counts a code on an announcement page. The join link beside it is the safe one.',
  disclosure: 'Disclosure line',
  disclosureHint: 'Goes with every copy as text, Markdown, HTML or BBCode.',
  reset: 'Use ours',
  demo: 'Demo campaigns lead nowhere.',
  exclusiveNone:
    'No exclusive campaign yet. Enter what your affiliate manager has told you, or import a file.',
  exclusiveLead: 'For affiliates only. Progress is measured from your own ledger.',
  addExclusive: 'Add exclusive campaign',
  importExclusive: 'Import file',
  imported: (n: number) => `${n} imported.`,
  badEntry: (file: string, place: string, reason: string) => `${file}${place && `, ${place}`}: ${reason}`,
  eligibility: (text: string) => `Eligible: ${text}`,
};

/** Why the feed could not be read. */
export const FEED_TROUBLE: Record<FeedTrouble, string> = {
  offline: 'Binance could not be reached.',
  limited: 'Binance asked for fewer requests.',
  refused: 'Binance refused the request.',
  unreadable: 'The answer could not be understood; perhaps its form has changed.',
  server: 'Binance’s server had a fault.',
};

/** Words of dates and of the time that is left. */
export const COUNTDOWN = {
  days: (days: number, hours: number) => `${days} d ${hours} h`,
  hours: (hours: number, minutes: number) => `${hours} h ${minutes} min`,
  minutes: (minutes: number) => `${minutes} min`,
  left: (time: string) => `${time} left`,
  begins: (time: string) => `begins in ${time}`,
  ended: (day: string) => `ended ${day}`,
  until: (moment: string) => `until ${moment} UTC`,
  from: (moment: string) => `from ${moment} UTC`,
};

/** `12 d 4 h left`, `begins in 3 h`, `ended Nov 2` */
export function countdown(campaign: Campaign, state: CampaignState, now: number): string {
  const span = (ms: number) => {
    const minutes = Math.max(1, Math.floor(ms / MINUTE_MS));
    const days = Math.floor(minutes / 1440);
    const hours = Math.floor((minutes % 1440) / 60);
    if (days > 0) return COUNTDOWN.days(days, hours);
    return hours > 0 ? COUNTDOWN.hours(hours, minutes % 60) : COUNTDOWN.minutes(minutes);
  };
  switch (state) {
    case 'ongoing':
      return COUNTDOWN.left(span(campaign.to! - now));
    case 'upcoming':
      return COUNTDOWN.begins(span(campaign.from! - now));
    case 'ended':
      return COUNTDOWN.ended(dayText(dayOf(campaign.to!), new Date(now).getUTCFullYear()));
    case 'undated':
      return STATE_NAMES.undated;
  }
}

/** `Nov 3, 09:00 – Nov 20, 23:59 UTC` */
export function campaignDates({ from, to }: Campaign, now: number): string {
  const year = new Date(now).getUTCFullYear();
  const at = (moment: number) => {
    const midnight = moment % DAY_MS === 0;
    return `${dayText(dayOf(moment), year)}${midnight ? '' : `, ${time(moment)}`}`;
  };
  if (from === undefined && to === undefined) return STATE_NAMES.undated;
  if (from === undefined) return COUNTDOWN.until(at(to!));
  if (to === undefined) return COUNTDOWN.from(at(from));
  return `${at(from)} – ${at(to)} UTC`;
}
