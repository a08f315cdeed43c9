import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { articleText } from '../../../lib/sources/article-text';
import { readDetail, readList } from '../../../lib/sources/campaign-feed';
import { readFeed } from '../../../lib/store/feed';
import { type FeedEnv, refreshCampaigns } from '../../../lib/sync/refresh-campaigns';
import { memoryDatabase } from '../memory-ledger';

const fixture = (name: string) =>
  JSON.parse(readFileSync(resolve(import.meta.dirname, '../../fixtures/cms-announcement', name), 'utf8'));
const HOUR = 3_600_000;

/** A feed that answers from a table and counts what was asked. */
async function place(answer: (address: string) => Response | Promise<Response>) {
  const db = await memoryDatabase();
  const asked: string[] = [];
  const clock = { now: Date.UTC(2026, 10, 22) };
  const fetched = async (input: unknown) => {
    asked.push(String(input).replace(/.*\/article\//, ''));
    return answer(String(input));
  };
  const of: FeedEnv = { db, fetch: fetched as typeof fetch, now: () => clock.now, wait: async () => {} };
  return { of, asked, clock, feed: () => readFeed(db) };
}

const json = (value: unknown, init?: ResponseInit) => new Response(JSON.stringify(value), init);
const good = (address: string) =>
  json(fixture(address.includes('detail') ? 'detail-query-shape.json' : 'list-query-catalog93.json'));

test('both shapes of a list, and a detail, are read', () => {
  expect(readList(fixture('list-query-catalog93.json'))?.map(a => a.code.slice(0, 6))).toEqual([
    '0e6e95',
    'dea7bf',
  ]);
  expect(readList(fixture('legacy-catalog-list-query.json'))).toEqual([
    { code: '0'.repeat(32), title: 'Binance Will List Example (EXM)' },
  ]);
  expect(readDetail(fixture('detail-query-shape.json'))).toEqual({
    from: Date.UTC(2025, 8, 29, 9),
    to: Date.UTC(2025, 9, 20, 23, 59, 59),
  });
  for (const bad of [
    undefined,
    null,
    'text',
    {},
    { code: '000002', data: {} },
    { code: '000000', data: null },
  ]) {
    expect(readList(bad)).toBeUndefined();
    expect(readDetail(bad)).toBeUndefined();
  }
});

test('entries that are no articles are left out, the others kept', () => {
  const list = {
    code: '000000',
    data: {
      articles: [
        { code: '../../evil', title: 'x' },
        7,
        null,
        { code: 'a'.repeat(32), title: 'Good', releaseDate: 'soon' },
      ],
    },
  };
  expect(readList(list)).toEqual([{ code: 'a'.repeat(32), title: 'Good' }]);
});

test('an article is data: markup in it stays text, and no depth breaks it', () => {
  const node = (text: string) => ({ node: 'element', tag: 'p', child: [{ node: 'text', text }] });
  const body = JSON.stringify({ child: [node('a&nbsp;&lt;script&gt;&#65;&#x42;&bogus;'), node('b')] });
  expect(articleText(body)).toBe('a <script>AB&bogus;\nb');
  let deep = '{"text":"x"}';
  for (let i = 0; i < 5_000; i++) deep = `{"child":[${deep}]}`;
  expect(articleText(deep)).toBe('x');
  expect(articleText('<p>html</p>')).toBeUndefined();
});

describe('refreshing', () => {
  test('reads lists and new articles once, at most hourly, at most once a minute by hand', async () => {
    const { of, asked, clock, feed } = await place(good);
    await refreshCampaigns(of, false);
    expect(asked).toHaveLength(4);
    const { campaigns } = await feed();
    expect(Object.values(campaigns).map(c => [c.kind, c.prize, c.from])).toEqual([
      ['competition', 'About $1M', Date.UTC(2025, 8, 29, 9)],
      ['earn', 'Up to 3,600 USDC', Date.UTC(2025, 8, 29, 9)],
    ]);
    clock.now += HOUR - 1;
    await refreshCampaigns(of, false);
    expect(asked).toHaveLength(4);
    await refreshCampaigns(of, true);
    await refreshCampaigns(of, true);
    expect(asked).toHaveLength(6);
    clock.now += HOUR;
    await refreshCampaigns(of, false);
    expect(asked).toHaveLength(8);
  });

  test('an article that vanishes stays with a mark; one older than the list has not vanished', async () => {
    const at = Date.UTC(2026, 10, 1);
    const list = (articles: [string, number][]) => ({
      code: '000000',
      data: {
        articles: articles.map(([code, releaseDate]) => ({
          code: code.repeat(32),
          title: code,
          releaseDate,
        })),
      },
    });
    let now = list([
      ['a', at],
      ['b', at + 1],
      ['c', at + 2],
    ]);
    const { of, clock, feed } = await place(address =>
      json(address.includes('detail') ? fixture('detail-query-shape.json') : now),
    );
    await refreshCampaigns(of, false);
    now = list([
      ['b', at + 1],
      ['d', at + 3],
    ]);
    clock.now += HOUR;
    await refreshCampaigns(of, false);
    const { campaigns } = await feed();
    expect(Object.entries(campaigns).map(([code, c]) => [code[0], c.gone ?? false])).toEqual([
      ['a', false],
      ['b', false],
      ['c', true],
      ['d', false],
    ]);
  });

  test('catalogues end at different days: what slid off one is not gone because the other reaches further', async () => {
    const at = Date.UTC(2026, 10, 1);
    const day = 86_400_000;
    const list = (...articles: [string, number][]) => ({
      code: '000000',
      data: {
        articles: articles.map(([c, ago]) => ({ code: c.repeat(32), title: c, releaseDate: at - ago * day })),
      },
    });
    let activities = list(['a', 1], ['b', 2]);
    const airdrops = list(['c', 90]);
    const { of, clock, feed } = await place(address =>
      json(
        address.includes('detail')
          ? fixture('detail-query-shape.json')
          : address.includes('catalogId=93')
            ? activities
            : airdrops,
      ),
    );
    await refreshCampaigns(of, false);
    activities = list(['d', 0], ['a', 1]);
    clock.now += HOUR;
    await refreshCampaigns(of, false);
    const { campaigns } = await feed();
    expect(Object.values(campaigns).filter(c => c.gone)).toEqual([]);
  });

  test('an article that cannot be understood is tried three times, and keeps what is known', async () => {
    const { of, asked, clock, feed } = await place(address =>
      address.includes('detail') ? json({ code: '000002', data: null }) : good(address),
    );
    for (let i = 0; i < 5; i++) {
      await refreshCampaigns(of, false);
      clock.now += HOUR;
    }
    expect(asked.filter(address => address.startsWith('detail'))).toHaveLength(6);
    expect(Object.keys((await feed()).campaigns)).toHaveLength(2);
  });

  test.each([
    ['offline', () => Promise.reject(new TypeError('Failed to fetch')), 5 / 60],
    ['limited', () => new Response('', { status: 429, headers: { 'retry-after': '7200' } }), 2],
    ['limited', () => new Response('', { status: 418 }), 1],
    ['refused', () => new Response('<html>challenge</html>', { status: 202 }), 6],
    ['refused', () => new Response('', { status: 403 }), 6],
    ['server', () => new Response('', { status: 503 }), 0.5],
    ['unreadable', () => new Response('<html>', { status: 200 }), 1],
    ['unreadable', () => json({ code: '000000', data: { surprise: [] } }), 1],
  ])('%s: what was known stays, and no request leaves before the time is over', async (why, fault, hours) => {
    let broken = false;
    const { of, asked, clock, feed } = await place(address => (broken ? fault() : good(address)));
    await refreshCampaigns(of, false);
    broken = true;
    clock.now += HOUR;
    await refreshCampaigns(of, true);
    const before = asked.length;
    const { campaigns, trouble } = await feed();
    expect(Object.keys(campaigns)).toHaveLength(2);
    expect(trouble).toMatchObject({ why, until: clock.now + hours * HOUR });
    clock.now = trouble!.until - 1;
    await refreshCampaigns(of, true);
    expect(asked).toHaveLength(before);
    broken = false;
    clock.now += HOUR;
    await refreshCampaigns(of, true);
    expect((await feed()).trouble).toBeUndefined();
  });

  test('a death after any request loses nothing and asks for nothing twice', async () => {
    for (let deadly = 1; deadly <= 4; deadly++) {
      let n = 0;
      const { of, asked, feed } = await place(address => {
        if (++n === deadly) throw new Error('killed');
        return good(address);
      });
      let die = () => {};
      const death = new Promise<void>(done => {
        die = done;
      });
      const dying = {
        ...of,
        fetch: (async (a: string) => {
          if (n + 1 !== deadly) return of.fetch(a);
          die();
          return new Promise(() => {});
        }) as typeof fetch,
      };
      await Promise.race([refreshCampaigns(dying, true), death]);
      n = deadly;
      await refreshCampaigns(of, true);
      expect(Object.values((await feed()).campaigns).every(c => c.readAt !== undefined)).toBe(true);
      const details = asked.filter(address => address.startsWith('detail'));
      expect(new Set(details).size).toBe(details.length);
    }
  });
});
