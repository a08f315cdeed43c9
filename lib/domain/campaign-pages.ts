/**
 * The one table of the pages of www.binance.com that concern an affiliate. The watcher, the page's role, the link
 * finder, the link builder, the manifest's globs and the tests derive from it. Nothing here runs when the file is
 * loaded: the watcher needs the words alone, and its bundler drops the rows.
 */

/**
 * Words of which the path of every row has one: all that the watcher and the manifest look at. A row with a new word
 * adds it here.
 */
export const ADDRESS_WORDS = [
  'announcement',
  'activity',
  'event',
  'campaign',
  'competition',
  'square',
  'referral',
] as const;

/** Whether a page may concern an affiliate at all, by one look at its path; `roleOf` says what it is. */
export function isLikely(path: string, words: readonly string[] = ADDRESS_WORDS): boolean {
  return words.some(word => path.includes(word));
}

export interface PageRow {
  kind: string;
  /**
   * `programme`: the referral and affiliate programme, from which Binance leads to its own Pro dashboard; `list`: a
   * page that lists campaigns.
   */
  role: 'programme' | 'campaign' | 'list';
  /** Source of a regular expression of what stands behind the locale, without a slash at either end. */
  path: string;
  /**
   * A link to such a page can carry a code. The text is in the `href` of every such link, relative or not: the link
   * finder asks the browser's own matcher for it.
   */
  href?: string;
  /** Addresses that fit the path and are lists. */
  butNot?: (path: string, params: URLSearchParams) => boolean;
}

const SLUG = '[A-Za-z0-9][A-Za-z0-9._~-]{0,199}';

/** Lists of announcements look like articles: `c-93`, `latest-activities?c=93&navId=93`. */
const isList = (path: string, params: URLSearchParams): boolean =>
  /\/c-\d+$/.test(path) || ((params.has('c') || params.has('navId')) && !/[0-9a-f]{32}$/.test(path));

/** The first row that fits says what a page is. */
export const PAGES: readonly PageRow[] = [
  {
    kind: 'referral programme',
    role: 'programme',
    path: '(?:(?:activity|my)/)?referral(?:/.*)?',
  },
  {
    kind: 'page below the affiliate programme',
    role: 'programme',
    path: `activity/affiliate(?:/${SLUG}){1,3}`,
    href: 'activity/',
  },
  { kind: 'affiliate programme', role: 'programme', path: 'activity/affiliate(?:/.*)?' },
  {
    kind: 'announcement',
    role: 'campaign',
    path: `support/announcement/(?:detail/)?${SLUG}`,
    href: 'announcement/',
    butNot: isList,
  },
  {
    // Trading competitions, marketing campaigns and referral entries are below it too.
    kind: 'activity',
    role: 'campaign',
    path: `activity/${SLUG}(?:/${SLUG}){0,3}`,
    href: 'activity/',
  },
  { kind: 'event', role: 'campaign', path: `events?/${SLUG}(?:/${SLUG}){0,2}`, href: 'event' },
  {
    kind: 'square post',
    role: 'campaign',
    path: `square/post/${SLUG}`,
    href: 'square/post/',
  },
  { kind: 'announcements', role: 'list', path: 'support/announcement(?:/.*)?' },
  {
    kind: 'activities',
    role: 'list',
    path: 'activity(?:/trading-competition|/marketing-campaign)?',
  },
  { kind: 'events', role: 'list', path: 'events?' },
  { kind: 'campaigns', role: 'list', path: 'campaigns?(?:/.*)?' },
  { kind: 'competitions', role: 'list', path: 'trading-competitions?' },
  { kind: 'square', role: 'list', path: 'square' },
];
