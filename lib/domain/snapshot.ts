import { MINUTE_MS } from './day';
import { isCode, joinLink } from './link';
import { pageLink, parseCampaignPage } from './page-link';

/**
 * What a widget shows: the one file that leaves the browser and is put on the web. A closed list: what is not named
 * here cannot be published, and nothing here comes from the ledger but the figures the user has ticked.
 */
export interface Snapshot {
  v: 1;
  code: string;
  layout: Layout;
  theme: Theme;
  /** `#rrggbb` */
  accent: string;
  /** BCP 47, of the site's audience. */
  lang: string;
  rtl: boolean;
  words: SnapshotWords;
  name?: string;
  /** A picture as data, or the file beside the snapshot. */
  picture?: string;
  campaigns: SnapshotCampaign[];
  figures: SnapshotFigures;
}

export const LAYOUTS = ['card', 'strip', 'button'] as const;
export type Layout = (typeof LAYOUTS)[number];
export const THEMES = ['light', 'dark', 'auto'] as const;
export type Theme = (typeof THEMES)[number];

export interface SnapshotCampaign {
  title: string;
  /** Its page, without any code: the widget puts the snapshot's code on it. */
  url: string;
  /** ms; from then on it is not shown. */
  to?: number;
}

export interface SnapshotFigures {
  referrals?: number;
  years?: number;
  /** Twelve months in parts of the best one, 0–100: no amount can be read out of it. */
  index?: number[];
}

/** Every word of the widget, in the language of the site. `{time}`, `{d}`, `{h}`, `{m}` are filled in. */
const WORD_NAMES = [
  'join',
  'code',
  'copy',
  'copied',
  'campaigns',
  'left',
  'days',
  'hours',
  'minutes',
  'referrals',
  'years',
  'index',
  'qr',
  'disclosure',
  'risk',
] as const;
export type SnapshotWords = Record<(typeof WORD_NAMES)[number], string>;

export const ENGLISH: SnapshotWords = {
  join: 'Join Binance',
  code: 'Referral code',
  copy: 'Copy',
  copied: 'Copied',
  campaigns: 'Campaigns',
  left: '{time} left',
  days: '{d} d',
  hours: '{h} h',
  minutes: '{m} min',
  referrals: 'Referrals',
  years: 'Years as an affiliate',
  index: 'The last twelve months',
  qr: 'QR code of the referral link',
  disclosure:
    'Advertising: this is my referral link; I may earn a commission if you sign up or trade. Not run by Binance.',
  risk: 'Crypto assets are volatile. You can lose all you invest.',
};

const PICTURE_FILE = /^picture\.(?:png|jpg|webp)$/;
const PICTURE_DATA = /^data:image\/(?:png|jpeg|webp);base64,[A-Za-z0-9+/]+={0,2}$/;
const ACCENT = /^#[0-9a-f]{6}$/;
const LANG = /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,2}$/;
const LONGEST_PICTURE = 300_000;
export const MOST_CAMPAIGNS = 12;

type Fields = Record<string, unknown>;
const fieldsOf = (raw: unknown): Fields => (typeof raw === 'object' && raw !== null ? (raw as Fields) : {});
const own = (raw: Fields, name: string): unknown => (Object.hasOwn(raw, name) ? raw[name] : undefined);

/** Text without what turns lines around or hides in them, cut to a length; '' for what is no text. */
function text(raw: unknown, most: number): string {
  if (typeof raw !== 'string') return '';
  return raw
    .slice(0, most)
    .replace(/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]+/g, ' ')
    .trim();
}

const oneOf = <T extends string>(raw: unknown, all: readonly T[]): T =>
  all.includes(raw as T) ? (raw as T) : all[0];
const natural = (raw: unknown, most: number): number | undefined =>
  typeof raw === 'number' && Number.isInteger(raw) && raw >= 0 && raw <= most ? raw : undefined;

/**
 * Reads a snapshot from anywhere, trusting nothing of it: what is wrong is left out or replaced, what is not named is
 * dropped. The disclosure cannot be left out.
 * @returns undefined without a valid code: then there is nothing to show but the plain link.
 */
export function parseSnapshot(raw: unknown): Snapshot | undefined {
  const fields = fieldsOf(raw);
  const code = own(fields, 'code');
  if (typeof code !== 'string' || !isCode(code)) return undefined;
  const words = fieldsOf(own(fields, 'words'));
  const accent = own(fields, 'accent');
  const lang = own(fields, 'lang');
  const name = text(own(fields, 'name'), 60);
  const picture = own(fields, 'picture');
  const campaigns = own(fields, 'campaigns');
  return {
    v: 1,
    code,
    layout: oneOf(own(fields, 'layout'), LAYOUTS),
    theme: oneOf(own(fields, 'theme'), THEMES),
    accent: typeof accent === 'string' && ACCENT.test(accent) ? accent : '#f2a93b',
    lang: typeof lang === 'string' && LANG.test(lang) ? lang : 'en',
    rtl: own(fields, 'rtl') === true,
    words: Object.fromEntries(
      WORD_NAMES.map(word => [word, text(own(words, word), 400) || ENGLISH[word]]),
    ) as SnapshotWords,
    ...(name && { name }),
    ...(isPicture(picture) && { picture }),
    campaigns: Array.isArray(campaigns)
      ? campaigns
          .slice(0, MOST_CAMPAIGNS * 4)
          .flatMap(snapshotCampaign)
          .slice(0, MOST_CAMPAIGNS)
      : [],
    figures: figuresOf(own(fields, 'figures')),
  };
}

/** A picture that is one: raster data of a size a card may have, or the file beside the snapshot. */
export function isPicture(raw: unknown): raw is string {
  if (typeof raw !== 'string' || raw.length > LONGEST_PICTURE) return false;
  return PICTURE_FILE.test(raw) || PICTURE_DATA.test(raw);
}

function snapshotCampaign(raw: unknown): SnapshotCampaign[] {
  const fields = fieldsOf(raw);
  const title = text(own(fields, 'title'), 200);
  const url = own(fields, 'url');
  const to = own(fields, 'to');
  if (!title || typeof url !== 'string' || !parseCampaignPage(url)) return [];
  return [{ title, url, ...(typeof to === 'number' && Number.isFinite(to) && { to }) }];
}

function figuresOf(raw: unknown): SnapshotFigures {
  const fields = fieldsOf(raw);
  const referrals = natural(own(fields, 'referrals'), 10_000_000);
  const years = natural(own(fields, 'years'), 50);
  const index = own(fields, 'index');
  const isIndex =
    Array.isArray(index) && index.length === 12 && index.every(part => natural(part, 100) !== undefined);
  return {
    ...(referrals !== undefined && { referrals }),
    ...(years !== undefined && { years }),
    ...(isIndex && { index: [...(index as number[])] }),
  };
}

/** Where the join button leads. */
export const joinOf = ({ code }: Snapshot): string => joinLink(code);

/** Where a campaign leads: its page with our code, or the plain join link. */
export function campaignLink({ code }: Snapshot, { url }: SnapshotCampaign): string {
  const page = parseCampaignPage(url);
  return page ? pageLink(page, code) : joinLink(code);
}

/** Campaigns that are not over. */
export const openCampaigns = ({ campaigns }: Snapshot, now: number): SnapshotCampaign[] =>
  campaigns.filter(({ to }) => to === undefined || to > now);

/** `3 d 4 h left`, in the snapshot's words; '' without an end. */
export function timeLeft({ words }: Snapshot, { to }: SnapshotCampaign, now: number): string {
  if (to === undefined) return '';
  const minutes = Math.max(1, Math.ceil((to - now) / MINUTE_MS));
  const [d, h, m] = [Math.floor(minutes / 1440), Math.floor(minutes / 60) % 24, minutes % 60];
  const days = words.days.replace('{d}', String(d));
  const hours = words.hours.replace('{h}', String(h));
  const time = d > 0 ? `${days} ${hours}` : h > 0 ? hours : words.minutes.replace('{m}', String(m));
  return words.left.replace('{time}', time);
}
