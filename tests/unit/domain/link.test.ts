import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { appended } from '../../../lib/domain/auto-append';
import { isCode, joinLink } from '../../../lib/domain/link';
import { pageLink, parseCampaignPage } from '../../../lib/domain/page-link';
import { roleOf } from '../../../lib/domain/page-role';
import { mutant } from '../../mutants';
import { thorough } from '../thorough';

test('the join link is built from parts and holds nothing but the code', () => {
  expect(joinLink('CPA_00ABCDEFGH')).toBe('https://www.binance.com/join?ref=CPA_00ABCDEFGH');
});

test.each(['', 'ab', 'a'.repeat(33), 'a&b', 'a b', 'ä1234', '../x', 'x"onload', 'abc\n'])(
  '%j is no code',
  text => {
    expect(isCode(text)).toBe(false);
    expect(() => joinLink(text)).toThrow(RangeError);
  },
);

const HEX = '0e6e95c9cfec426e8d7a26ec84fcf7b6';
test.each([
  [`https://www.binance.com/en/support/announcement/${HEX}`, `en/support/announcement/${HEX}?ref=MINE`],
  [
    `https://www.binance.com/support/announcement/detail/${HEX}`,
    `support/announcement/detail/${HEX}?ref=MINE`,
  ],
  [
    `https://www.binance.com/zh-TC/support/announcement/slug-of-it-${HEX}?navId=93`,
    `zh-TC/support/announcement/slug-of-it-${HEX}?ref=MINE`,
  ],
  [
    'https://www.binance.com/en/activity/trading-competition/cup?ref=OTHER&utm_source=x&evil=1&hl=fr',
    'en/activity/trading-competition/cup?utm_source=x&hl=fr&ref=MINE',
  ],
  [
    'https://www.binance.com/activity/referral-entry/CPA/together-v4?hl=en&ref=CPA_00X',
    'activity/referral-entry/CPA/together-v4?hl=en&ref=MINE',
  ],
  ['https://www.binance.com/en/events/summer/2026/', 'en/events/summer/2026?ref=MINE'],
  ['https://www.binance.com/en/square/post/12345', 'en/square/post/12345?ref=MINE'],
])('%s is rebuilt', (address, want) => {
  expect(pageLink(parseCampaignPage(address)!, 'MINE')).toBe(`https://www.binance.com/${want}`);
});

test.each([
  'https://www.binance.com/en/support/announcement/c-93?navId=93',
  'https://www.binance.com/en/support/announcement/latest-activities?c=93&navId=93',
  'https://www.binance.com/en/activity/affiliate',
  'https://www.binance.com/en/trade/BTC_USDT',
  'https://www.binance.com/',
  'https://accounts.binance.com/register?ref=X123',
])('%s is no campaign', address => {
  expect(parseCampaignPage(address)).toBeUndefined();
});

/** Ways to make an address look like one of Binance's, and parsers disagree about it. */
function tricks(): string[] {
  const good = `/en/support/announcement/${HEX}`;
  const hosts = [
    'www.binance.com.evil.example',
    'evil.example/www.binance.com',
    'www.binance.com@evil.example',
    'user@www.binance.com',
    'user:pass@www.binance.com',
    'www.binance.com:443',
    'www.binance.com:8443',
    'www.binance.com:0',
    'www.binance.com.',
    'www.binance.com..',
    'wwwbinance.com',
    'www.binance.co',
    'www.binance.com%2eevil.example',
    'www.binance.com%00.evil.example',
    'www.binance.com%40evil.example',
    'www.binance.com\\@evil.example',
    'www.binance.com\\.evil.example',
    'evil.example#www.binance.com',
    'evil.example?www.binance.com',
    'evil.example\\www.binance.com',
    'www.binance.info',
    'www.binance.bh',
    'www.binance.us',
    'xn--binnce-5nf.com',
    'www.bіnance.com',
    'www.binаnce.com',
    'ｗｗｗ.binance.com',
    'www。binance。com',
    'www.binance.com\u200b',
    'www.bin\u00adance.com',
    'app.binance.com',
    'binance.com',
    '127.0.0.1',
    '[::1]',
  ];
  const schemes = [
    'http://',
    'HTTPS:/',
    'https:',
    '//',
    'https:///',
    'https:\\\\',
    'javascript://',
    'data:text/html,https://',
    'ftp://',
    'blob:https://',
    'view-source:https://',
    ' https://',
    'https://\t',
    'ht\ttps://',
  ];
  const paths = [
    `${good}/../../../evil`,
    `${good}/%2e%2e/evil`,
    `/en/support/announcement/..%2f..%2fevil`,
    `//evil.example${good}`,
    `/\\evil.example${good}`,
    `/en/support/announcement/<script>`,
    `/en/support/announcement/%3Cscript%3E`,
    `/en/support/announcement/a%0d%0aSet-Cookie:x`,
    `/en/support/announcement/a b`,
    `/en/support/announcement/javascript:alert(1)`,
    `/en/support/announcement/`,
    `/en/support/announcement/a/b/c/d`,
    `/redirect?url=https://www.binance.com${good}`,
    `/en/support/announcement/${HEX}\u202e`,
    `/en/support/announcement/${HEX}%00`,
    `/en/support/announcement/${HEX};ref=EVIL1`,
    `/en//support//announcement/${HEX}`,
    `/en/activity/${'a'.repeat(3000)}`,
    `/${'../'.repeat(20)}etc/passwd`,
    `/en/square/post/1/../../evil`,
  ];
  const queries = [
    '',
    '?ref=EVIL1',
    '?ref=EVIL1&ref=EVIL2',
    '?REF=EVIL1',
    '?ref[]=EVIL1',
    '?%72ef=EVIL1',
    '?ref=%45VIL1',
    '?ref=a%26ref%3dEVIL1',
    '?utm_source=x%26ref%3DEVIL1',
    '?utm_source=<script>',
    '?utm_source=https://evil.example',
    '?utm_source=a%0d%0ab',
    '?hl=en&ref=EVIL1;ref=EVIL2',
    '?redirect=https://evil.example',
    '?url=//evil.example',
    '?utm_source=x#?ref=EVIL1',
    '#ref=EVIL1',
    '#https://evil.example',
    '?ref=EVIL1#&ref=EVIL2',
    '?&&&ref=EVIL1',
    '?ref',
    '?ref=',
    '?utm_campaign=%E2%80%AEx',
    '?utm_medium=%22onload%3D',
  ];
  return [
    ...hosts.flatMap(host => queries.slice(0, 6).map(query => `https://${host}${good}${query}`)),
    ...schemes.flatMap(scheme => queries.slice(0, 6).map(query => `${scheme}www.binance.com${good}${query}`)),
    ...paths.flatMap(path => queries.slice(0, 10).map(query => `https://www.binance.com${path}${query}`)),
    ...queries.map(query => `https://www.binance.com${good}${query}`),
  ];
}

describe('a hostile address', () => {
  const all = tricks();
  const EXACT =
    /^https:\/\/www\.binance\.com\/(?:[a-z]{2,3}(?:-[A-Z]{2})?\/)?(?:support\/announcement|activity|events?|square\/post)\/[A-Za-z0-9._~/-]+\?(?:(?:hl|utm_[a-z]+)=[A-Za-z0-9._~+-]+&)*ref=MINE$/;

  test('there are enough of them', () => {
    expect(new Set(all).size).toBeGreaterThan(500);
  });

  test('becomes nothing, or exactly a link of Binance with our one code', () => {
    for (const address of all) {
      const page = parseCampaignPage(address);
      if (!page) continue;
      const link = pageLink(page, 'MINE');
      expect(link, address).toMatch(EXACT);
      const url = new URL(link);
      expect(url.host, address).toBe('www.binance.com');
      expect(url.searchParams.getAll('ref'), address).toEqual(['MINE']);
    }
  });

  test('on a look-alike host or with another scheme it is never taken', () => {
    for (const address of all.filter(a => !/^https:\/\/www\.binance\.com\//.test(a))) {
      expect(parseCampaignPage(address), address).toBeUndefined();
      expect(roleOf(address), address).toBeUndefined();
    }
  });

  test('with anybody’s code is left alone when it is copied', () => {
    for (const address of all.filter(a => /ref/i.test(a.split(/[?#]/).slice(1).join('')))) {
      const text = appended(address, 'MINE');
      if (text !== undefined) expect(address, text).not.toMatch(/[?&]ref=/i);
    }
    expect(appended(`https://www.binance.com/en/support/announcement/${HEX}`, 'MINE')).toContain('ref=MINE');
    expect(appended(`see https://www.binance.com/en/support/announcement/${HEX}`, 'MINE')).toBeUndefined();
  });
});

/** What may stand in an address and be somebody's code, or name what is shown. */
const ODD = [
  '#ref=SOME1',
  '#section',
  '?%72=SOME1',
  '?%72ef=SOME1',
  '?c%6fde=SOME1',
  '?a=1;ref=SOME1',
  '?hl=en;ref=SOME1',
  '?next=join%3Fref%3DSOME1',
  '?inviteCode=SOME1',
  '?invite=1',
  '?agent=1',
  '?aff=1',
  '?shareId=9',
  '?teamId=77',
  '?registerChannel=1',
  '?id=5&utm_source=x',
  '?hl=en&hl=fr',
  '?ref',
  '?utm_source=%D0%BA',
];

describe('a copied address', () => {
  const CUP = 'https://www.binance.com/en/activity/trading-competition/cup';

  test.each(ODD)('with %s is left alone', odd => {
    expect(appended(CUP + odd, 'MINE')).toBeUndefined();
  });

  test.each([
    ['', '?ref=MINE'],
    ['?hl=en', '?hl=en&ref=MINE'],
    ['?utm_source=x&utm_medium=y', '?utm_source=x&utm_medium=y&ref=MINE'],
  ])('with %j carries the code', (harmless, want) => {
    expect(appended(CUP + harmless, 'MINE')).toBe(CUP + want);
  });

  test('loses nothing and nobody’s code, however it is put together', () => {
    const part = fc.oneof(
      fc.constantFrom(
        'hl=en',
        'utm_source=x',
        'utm_medium=a b',
        'ref=SOME1',
        'REF=SOME1',
        ...ODD.map(o => o.slice(1)),
      ),
      fc.string({ maxLength: 12 }),
    );
    fc.assert(
      fc.property(
        fc.array(part, { maxLength: 4 }),
        fc.constantFrom('', '#x', '#ref=SOME1', '/'),
        (parts, end) => {
          const address = `${CUP}${parts.length > 0 ? '?' : ''}${parts.join('&')}${end}`;
          const text = appended(address, 'MINE');
          if (text === undefined) return;
          const [before, after] = [new URL(address), new URL(text)];
          expect(after.hash + before.hash).toBe('');
          expect([...after.searchParams]).toEqual([...before.searchParams, ['ref', 'MINE']]);
          expect(after.pathname).toBe(before.pathname.replace(/\/$/, ''));
        },
      ),
      { numRuns: thorough(100_000) },
    );
  });

  test('and would lose some, if parameters were not counted', async () => {
    const { appended: broken } = await mutant<typeof import('../../../lib/domain/auto-append')>(
      'lib/domain/auto-append.ts',
      'return isWhole ?',
      'return !isWhole || isWhole ?',
    );
    expect(broken(`${CUP}?teamId=77`, 'MINE')).toBe(`${CUP}?ref=MINE`);
  });
});
