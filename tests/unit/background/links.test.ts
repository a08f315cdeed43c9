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
  told: [] as [number, { text: string }][],
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
  tellTab: async (tab: number, message: { text: string }) => {
    doors.told.push([tab, message]);
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
  return doors.told.pop()?.[1].text;
};
const silent = async () => {
  // The control: what is asked for after it, by somebody who has agreed and has a code, is told, and nothing else.
  await doors.suggest('');
  doors.settings = { consentAt: 1, codes: ['MYCODE1'], defaultCode: 'MYCODE1' };
  doors.menu(PAGE, 99, 'page');
  await vi.waitFor(() => expect(doors.told.some(([tab]) => tab === 99)).toBe(true));
  expect(doors.told).toHaveLength(1);
  doors.told.length = 0;
};

beforeEach(async () => {
  db = await memoryDatabase();
  doors.told.length = 0;
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

test('a selected address with somebody’s code is left alone, and so is whatever is no campaign of Binance', async () => {
  doors.menu(`${PAGE}?ref=THEIRS`, 7, 'selection');
  doors.menu('some words', 7, 'selection');
  doors.menu('https://www.binance.com.evil.example/en/support/announcement/x', 7, 'link');
  doors.menu('https://www.binance.com/en/trade/BTC_USDT', 7, 'page');
  doors.command('javascript:alert(1)', 7);
  await silent();
  doors.menu(PAGE, 7, 'selection');
  expect(await told()).toBe(`${PAGE}?ref=MYCODE1`);
});

test('before the user has agreed, or without a code, nothing is copied or suggested', async () => {
  doors.settings = { codes: ['MYCODE1'], defaultCode: 'MYCODE1' };
  doors.menu(PAGE, 7, 'page');
  expect(await doors.suggest('')).toEqual([]);
  doors.settings = { consentAt: 1, codes: [] };
  doors.command(PAGE, 7);
  expect(await doors.suggest('cup')).toEqual([]);
  await silent();
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
