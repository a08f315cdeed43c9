import { beforeEach, expect, test, vi } from 'vitest';
import { changeFeed } from '../../../lib/store/feed';
import { writeEntries } from '../../../lib/store/notebook';
import type { Database } from '../../../lib/store/schema';
import { memoryDatabase } from '../memory-ledger';

/** What the browser would call back, and what we would tell its tabs. */
const doors = vi.hoisted(() => ({
  menu: (_text: string, _tab: number, _place: 'link' | 'page' | 'selection') => {},
  command: (_address: string, _tab: number) => {},
  suggest: async (_text: string): Promise<{ content: string; description: string }[]> => [],
  told: [] as [number, { text: string; copied?: string }][],
  isHeard: true,
  opened: [] as string[],
  settings: {} as Record<string, unknown>,
}));
vi.mock('../../../lib/platform/context-menus', () => ({
  contextMenus: (_titles: unknown, pressed: typeof doors.menu) => {
    doors.menu = pressed;
    return async () => {};
  },
}));
vi.mock('../../../lib/platform/shortcuts', () => ({
  onCommand: (_name: string, run: typeof doors.command) => {
    doors.command = run;
  },
}));
vi.mock('../../../lib/platform/omnibox', () => ({
  onOmnibox: (suggest: typeof doors.suggest) => {
    doors.suggest = suggest;
  },
}));
vi.mock('../../../lib/platform/tabs', () => ({
  tellTab: async (tab: number, message: { text: string; copied?: string }) => {
    doors.told.push([tab, message]);
    return doors.isHeard;
  },
}));
vi.mock('../../../lib/platform/pages', () => ({
  openDashboard: async (hash = '') => {
    doors.opened.push(hash);
  },
}));
vi.mock('../../../lib/platform/settings', () => ({
  readSettings: async () => doors.settings,
  watchSettings: () => () => {},
}));

const PAGE = 'https://www.binance.com/en/support/announcement/summer-cup';
let db: Database;
const told = async () => {
  await vi.waitFor(() => expect(doors.told.length).toBeGreaterThan(0));
  const [, { text, copied }] = doors.told.pop()!;
  return copied === undefined ? `shown: ${text}` : text;
};
const opened = async () => {
  await vi.waitFor(() => expect(doors.opened.length).toBeGreaterThan(0));
  return doors.opened.pop();
};

beforeEach(async () => {
  db = await memoryDatabase();
  doors.told.length = 0;
  doors.opened.length = 0;
  doors.isHeard = true;
  doors.settings = { consentAt: 1, codes: ['MYCODE1', 'OTHER_2'], defaultCode: 'MYCODE1', feed: true };
  const { serveLinks } = await import('../../../entrypoints/background/links');
  serveLinks(async () => db);
});

test('the context menu copies a link or page with my code, without what somebody put behind it', async () => {
  doors.menu(`${PAGE}?ref=THEIRS&utm_source=x#top`, 7, 'link');
  expect(await told()).toBe(`${PAGE}?utm_source=x&ref=MYCODE1`);
  doors.menu(PAGE, 7, 'page');
  expect(await told()).toBe(`${PAGE}?ref=MYCODE1`);
  doors.settings.lastCode = 'OTHER_2';
  doors.command(PAGE, 3);
  expect(await told()).toBe(`${PAGE}?ref=OTHER_2`);
});

test.each<[string, 'link' | 'page' | 'selection']>([
  [`${PAGE}?ref=THEIRS`, 'selection'],
  ['some words', 'selection'],
  ['https://www.binance.com.evil.example/en/support/announcement/x', 'link'],
  ['https://www.binance.com/en/trade/BTC_USDT', 'page'],
])('%s (%s) is not copied: the join link is shown, to be copied by hand', async (text, place) => {
  doors.menu(text, 7, place);
  expect(await told()).toBe('shown: https://www.binance.com/join?ref=MYCODE1');
  doors.menu(PAGE, 7, place);
  expect(await told()).toBe(`${PAGE}?ref=MYCODE1`);
});

test('before the user has agreed, or without a code, nothing is copied or suggested: the dashboard opens', async () => {
  doors.settings = { codes: ['MYCODE1'], defaultCode: 'MYCODE1' };
  doors.menu(PAGE, 7, 'page');
  expect(await opened()).toBe('');
  expect(await doors.suggest('')).toEqual([]);
  doors.settings = { consentAt: 1, codes: [] };
  doors.command(PAGE, 7);
  expect(await opened()).toBe('#/links');
  expect(await doors.suggest('cup')).toEqual([]);
  expect(doors.told).toEqual([]);
});

test('in a tab where our script cannot go the link is shown in the dashboard, and on no page but Binance’s is it tried', async () => {
  doors.isHeard = false;
  doors.menu(PAGE, 7, 'page');
  expect(await opened()).toBe(`#/links/${encodeURIComponent(PAGE)}`);
  doors.menu('some words', 7, 'selection');
  expect(await opened()).toBe('#/links/');
  doors.told.length = 0;
  for (const address of ['javascript:alert(1)', 'https://www.binance.com.evil.example/en/activity/x']) {
    doors.command(address, 7);
    expect(await opened()).toBe('#/links');
  }
  expect(doors.told).toEqual([]);
});

test('the address bar suggests open campaigns by words, what ends first in front, and the join link last', async () => {
  const day = 86_400_000;
  await changeFeed(db, feed => ({
    ...feed,
    campaigns: {
      a: { title: 'Winter Cup <b>', kind: 'competition', url: `${PAGE}-a`, to: Date.now() + 9 * day },
      b: { title: 'Summer Cup', kind: 'competition', url: `${PAGE}-b`, to: Date.now() + day },
      c: { title: 'Old Cup', kind: 'competition', url: `${PAGE}-c`, to: Date.now() - day },
    },
  }));
  await writeEntries(db, 'campaigns', { d: { title: 'My own', kind: 'other', url: `${PAGE}-d` } });
  const cups = await doors.suggest('cup');
  expect(cups.map(s => s.content)).toEqual([
    `${PAGE}-b?ref=MYCODE1`,
    `${PAGE}-a?ref=MYCODE1`,
    'https://www.binance.com/join?ref=MYCODE1',
  ]);
  // Descriptions are XML: nothing of a title may be markup.
  expect(cups[1].description).not.toContain('<');
  expect((await doors.suggest('own')).map(s => s.content)[0]).toBe(`${PAGE}-d?ref=MYCODE1`);
  doors.settings.feed = false;
  expect(await doors.suggest('cup')).toHaveLength(1);
});
