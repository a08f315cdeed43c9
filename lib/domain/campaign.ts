/** What a campaign is about. The order is the order of menus. */
export const CAMPAIGN_KINDS = ['competition', 'referral', 'new-users', 'airdrop', 'earn', 'other'] as const;
export type CampaignKind = (typeof CAMPAIGN_KINDS)[number];

/** A public campaign of Binance. Dates are moments in ms; without them they are unknown, not open-ended. */
export interface Campaign {
  title: string;
  kind: CampaignKind;
  /** Its page on www.binance.com. */
  url: string;
  from?: number;
  to?: number;
  prize?: string;
  note?: string;
  /** A region the title names. */
  region?: string;
  /** It is about referring. */
  affiliate?: boolean;
}

/** A campaign of the feed, with what is known of its article. */
export interface FeedCampaign extends Campaign {
  /** ms; unknown where the list does not say. */
  published?: number;
  /** The catalogue that lists it. */
  catalogue?: number;
  /** When its article was read last, ms; until then its dates are not known. */
  readAt?: number;
  /** How often its article could not be understood. */
  unread?: number;
  /** The list had it before and has it no more, or older articles than it. */
  gone?: boolean;
}

/** The feed as it stands. */
export interface Feed {
  campaigns: Record<string, FeedCampaign>;
  /** When the list was read last, ms. */
  listedAt?: number;
  /** Why the last try failed, and the moment before which there is no other. */
  trouble?: { at: number; why: FeedTrouble; until: number };
}
export type FeedTrouble = 'offline' | 'limited' | 'refused' | 'unreadable' | 'server';

export const NO_FEED: Feed = { campaigns: {} };

export type CampaignState = 'ongoing' | 'upcoming' | 'ended' | 'undated';

/** Where a campaign stands at a moment, by its real dates. */
export function stateOf({ from, to }: Campaign, now: number): CampaignState {
  if (to !== undefined && now > to) return 'ended';
  if (from !== undefined && now < from) return 'upcoming';
  return to === undefined ? 'undated' : 'ongoing';
}

const RANK: Record<CampaignState, number> = { ongoing: 0, upcoming: 1, undated: 2, ended: 3 };

/** What ends first comes first; upcoming ones by their begin, ended ones latest first. */
export function orderCampaigns<T extends Campaign>(campaigns: T[], now: number): T[] {
  const key = (c: T) => {
    const state = stateOf(c, now);
    if (state === 'ongoing') return c.to!;
    if (state === 'upcoming') return c.from!;
    return state === 'ended' ? -c.to! : -(c.from ?? 0);
  };
  return [...campaigns].sort((a, b) => RANK[stateOf(a, now)] - RANK[stateOf(b, now)] || key(a) - key(b));
}
