import { PAGES, type PageRow } from './campaign-pages';
import { BINANCE_SITE, checkedCode } from './link';

/** First path segment of localised pages: `en`, `en-ZA`, `zh-TC`, `es-LA` (docs/facts/binance.md §3). */
const PARTS = /^\/(?:([a-z]{2,3}(?:-[A-Z]{2})?)(?:\/|$))?(.*?)\/?$/;

/** A page's path, `/en/activity/cup/`, as its locale, if it has one, and `activity/cup`. */
export function linkParts(pathname: string): { locale?: string; path: string } {
  const [, locale, path = ''] = PARTS.exec(pathname) ?? [];
  return { ...(locale && { locale }), path };
}

const PATTERNS = PAGES.map(row => new RegExp(`^(?:${row.path})$`));

/** The rows of the table that fit a path behind its locale; the first one counts. */
export function rowsFor(path: string): PageRow[] {
  return PAGES.filter((_, i) => PATTERNS[i].test(path));
}

/** A campaign page taken apart; whatever is not named here is dropped. */
export interface CampaignPage {
  locale?: string;
  /** Behind the locale, without slashes at the ends. Names the campaign in any language. */
  path: string;
  /** `hl` and `utm_*`, in the order they stand in. */
  kept: [string, string][];
  /** Somebody's code that the address carries already. */
  code?: string;
}

const KEPT = /^(?:hl|utm_[a-z]{1,20})$/;
const KEPT_VALUE = /^[A-Za-z0-9._~ -]{1,100}$/;
/** Characters no honest address has: they make parsers disagree. */
const DISHONEST =
  /[\s\\\u0000-\u0020\u007f-\u00a0\u2000-\u200f\u2028-\u202f\ufeff]|%(?:00|0[ad]|2f|5c|25|40)/i;

/**
 * Takes a campaign's address apart. Only `https://www.binance.com` without user, password or port, only known kinds of
 * paths: anything else is undefined, look-alikes and mirrors among it.
 */
export function parseCampaignPage(address: string): CampaignPage | undefined {
  if (address.length > 2_000 || DISHONEST.test(address)) return undefined;
  // The exact beginning, before any parser has had a say.
  const rest = /^https:\/\/www\.binance\.com\/(.*)$/i.exec(address)?.[1];
  if (rest === undefined || !URL.canParse(address)) return undefined;
  const url = new URL(address);
  if (url.protocol !== 'https:' || url.host !== 'www.binance.com' || url.username || url.password)
    return undefined;
  if (/\/\.{1,2}(?:\/|$)|\/\/|%2e/i.test(`/${rest.split(/[?#]/)[0]}`)) return undefined;
  const { locale, path } = linkParts(url.pathname);
  const [row] = rowsFor(path);
  if (!row?.href || row.butNot?.(path, url.searchParams)) return undefined;
  const kept: [string, string][] = [];
  const codes: string[] = [];
  for (const [name, value] of url.searchParams) {
    if (KEPT.test(name) && KEPT_VALUE.test(value) && !kept.some(([known]) => known === name))
      kept.push([name, value]);
    if (name.toLowerCase() === 'ref') codes.push(value);
  }
  return { ...(locale && { locale }), path, kept, ...(codes.length > 0 && { code: codes[0] }) };
}

/** Parameters for measuring, `utm_source` and its like. */
export type Utm = Partial<Record<'utm_source' | 'utm_medium' | 'utm_campaign', string>>;

/**
 * The page with our one code, rebuilt from its parts. No public source proves that a page counts the code
 * (docs/facts/binance.md §3): offer `joinLink` beside it.
 * @throws RangeError for anything that is not a code.
 */
export function pageLink(page: CampaignPage, code: string, utm: Utm = {}): string {
  const params = new URLSearchParams();
  for (const [name, value] of page.kept) if (!(name in utm)) params.set(name, value);
  for (const [name, value] of Object.entries(utm))
    if (value && KEPT_VALUE.test(value)) params.set(name, value);
  params.set('ref', checkedCode(code));
  return `${BINANCE_SITE}/${page.locale ? `${page.locale}/` : ''}${page.path}?${params}`;
}
