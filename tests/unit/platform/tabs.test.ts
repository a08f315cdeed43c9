import { beforeEach, expect, test, vi } from 'vitest';
import { tellTab } from '../../../lib/platform/tabs';

/** A tab: whether our script is there, and whether the browser lets it in. */
const tab = vi.hoisted(() => ({
  isThere: false,
  isOpen: true,
  brought: [] as unknown[],
  heard: [] as unknown[],
}));
vi.mock('wxt/browser', () => ({
  browser: {
    tabs: {
      sendMessage: async (_id: number, message: unknown) => {
        if (!tab.isThere) throw new Error('Could not establish connection. Receiving end does not exist.');
        tab.heard.push(message);
        return true;
      },
    },
    scripting: {
      executeScript: async (what: unknown) => {
        if (!tab.isOpen) throw new Error('Cannot access contents of the page.');
        tab.brought.push(what);
        tab.isThere = true;
      },
    },
  },
}));

beforeEach(() => {
  Object.assign(tab, { isThere: false, isOpen: true, brought: [], heard: [] });
});

test('a tab in which our script runs is told', async () => {
  tab.isThere = true;
  expect(await tellTab(3, 'a')).toBe(true);
  expect(tab).toMatchObject({ brought: [], heard: ['a'] });
});

test('a tab older than the installation gets our script first, once, and is told', async () => {
  expect(await tellTab(3, 'a')).toBe(true);
  expect(await tellTab(3, 'b')).toBe(true);
  expect(tab.brought).toEqual([{ target: { tabId: 3 }, files: ['/campaigns.js'] }]);
  expect(tab.heard).toEqual(['a', 'b']);
});

test('where the browser lets nobody in, nothing is heard', async () => {
  tab.isOpen = false;
  expect(await tellTab(3, 'a')).toBe(false);
  expect(tab.heard).toEqual([]);
});
