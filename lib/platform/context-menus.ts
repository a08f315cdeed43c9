import { browser } from 'wxt/browser';

/** Where our context-menu items stand, and what they are pressed on. */
export type MenuPlace = 'link' | 'page' | 'selection';

const BINANCE = 'https://www.binance.com/*';

/**
 * Context-menu items for campaign addresses. Made anew at every installation: browsers keep them otherwise.
 * @param pressed gets the address or the selected text, and the tab to copy in.
 */
export function contextMenus(
  titles: () => Promise<Record<MenuPlace, string>>,
  pressed: (text: string, tab: number, place: MenuPlace) => void,
): () => Promise<void> {
  let made = Promise.resolve();
  const remake = async () => {
    const named = await titles();
    await browser.contextMenus.removeAll();
    for (const place of Object.keys(named) as MenuPlace[]) {
      browser.contextMenus.create({
        id: place,
        title: named[place],
        contexts: [place],
        documentUrlPatterns: [BINANCE],
        ...(place === 'link' && { targetUrlPatterns: [BINANCE] }),
      });
    }
  };
  // One after the other: an item that is made twice is an error.
  const make = () => {
    made = made.then(remake, remake);
    return made;
  };
  browser.runtime.onInstalled.addListener(() => void make());
  browser.contextMenus.onClicked.addListener((info, tab) => {
    const place = info.menuItemId as MenuPlace;
    const text = { link: info.linkUrl, page: info.pageUrl, selection: info.selectionText }[place];
    if (text !== undefined && tab?.id !== undefined) pressed(text, tab.id, place);
  });
  return make;
}
