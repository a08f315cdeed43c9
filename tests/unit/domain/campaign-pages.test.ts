// @vitest-environment happy-dom
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ADDRESS_WORDS, isLikely, PAGES } from '../../../lib/domain/campaign-pages';
import { pageLink, parseCampaignPage } from '../../../lib/domain/page-link';
import { roleOf } from '../../../lib/domain/page-role';
import { likelyLinks, linkedCampaign, selectorOf } from '../../../lib/page/campaign-links';

const SITE = 'https://www.binance.com';
const HEX = 'ab'.repeat(16);

/** Who must notice a page: each is asked about a path of the site and says whether it does. */
type Seers = Record<'watcher' | 'role' | 'link finder' | 'link builder', (path: string) => boolean>;

const linkTo = (href: string) => {
  document.body.innerHTML = '';
  const anchor = document.createElement('a');
  anchor.setAttribute('href', href);
  document.body.append(anchor);
  return anchor;
};

const SEERS: Seers = {
  watcher: path => isLikely(path),
  role: path => roleOf(SITE + path)?.is === 'campaign',
  'link finder': path => {
    const anchor = linkTo(SITE + path);
    return likelyLinks(document)[0] === anchor && linkedCampaign(anchor) !== undefined;
  },
  'link builder': path => {
    const page = parseCampaignPage(SITE + path);
    return page !== undefined && pageLink(page, 'MINE') === `${SITE}${path}?ref=MINE`;
  },
};

/** Paths of each row, with and without a locale; those that an earlier row takes or that are lists are left out. */
const CAMPAIGNS = PAGES.filter(({ role }) => role === 'campaign');
const pathsOf = (row: (typeof PAGES)[number]) =>
  fc.sample(
    fc
      .tuple(fc.constantFrom('', '/en', '/zh-TC'), fc.stringMatching(new RegExp(`^(?:${row.path})$`)))
      .filter(
        ([, path]) =>
          PAGES.find(other => new RegExp(`^(?:${other.path})$`).test(path)) === row &&
          !row.butNot?.(path, new URLSearchParams()),
      )
      .map(([locale, path]) => `${locale}/${path}`),
    { numRuns: 200, seed: 13 },
  );

/** Who misses pages of which kinds. */
function missed(seers: Seers): string[] {
  return CAMPAIGNS.flatMap(row => {
    const paths = pathsOf(row);
    return Object.entries(seers)
      .filter(([, sees]) => !paths.every(sees))
      .map(([name]) => `${name}: ${row.kind}`);
  });
}

test('every path the table calls a campaign is seen by watcher, page role, link finder and link builder', () => {
  expect(missed(SEERS)).toEqual([]);
});

test('the check sees a kind that one of them has forgotten', () => {
  const words = ADDRESS_WORDS.filter(word => word !== 'event');
  expect(missed({ ...SEERS, watcher: path => isLikely(path, words) })).toContain('watcher: event');
  for (const row of CAMPAIGNS) {
    const selector = selectorOf(CAMPAIGNS.filter(other => other !== row));
    const finder = (path: string) => linkTo(SITE + path).matches(selector);
    expect(missed({ ...SEERS, 'link finder': finder })).toContain(`link finder: ${row.kind}`);
  }
});

test('every row has a word of the watcher in its path, and every word is in some row', () => {
  const has = (path: string) => ADDRESS_WORDS.filter(word => path.includes(word));
  expect(PAGES.filter(({ path }) => has(path).length === 0).map(({ kind }) => kind)).toEqual([]);
  expect(new Set(PAGES.flatMap(({ path }) => has(path)))).toEqual(new Set(ADDRESS_WORDS));
});

test('every page that is something to an affiliate is likely by its path, so the script for it is there', () => {
  const word = fc.constantFrom(
    ...[
      'support',
      'announcement',
      'activity',
      'events',
      'event',
      'campaigns',
      'trading-competition',
      'square',
      'post',
    ],
    ...[
      'marketing-campaign',
      'referral-entry',
      'referral',
      'my',
      'affiliate',
      'detail',
      'list',
      'trade',
      HEX,
      'x1',
    ],
  );
  let told = 0;
  fc.assert(
    fc.property(fc.constantFrom('', 'en/', 'zh-TC/'), fc.array(word, { maxLength: 4 }), (locale, words) => {
      const path = `/${locale}${words.join('/')}`;
      if (!roleOf(`https://www.binance.com${path}`)) return;
      told++;
      expect(isLikely(path), path).toBe(true);
    }),
    { numRuns: 5000 },
  );
  expect(told).toBeGreaterThan(100);
});
