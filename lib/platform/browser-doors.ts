import { browser } from 'wxt/browser';
import { reportFault } from './fault-log';

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

/** The keyboard command that copies the page of the active tab. */
export function onCommand(name: string, run: (address: string, tab: number) => void): void {
  browser.commands?.onCommand.addListener((command, tab) => {
    if (command === name && tab?.id !== undefined && tab.url) run(tab.url, tab.id);
  });
}

/** Tells the content script of a tab something. A tab without one hears nothing: most tabs, and no fault. */
export async function tellTab(tab: number, message: unknown): Promise<void> {
  await browser.tabs.sendMessage(tab, message).catch(() => {});
}

export interface Suggestion {
  content: string;
  description: string;
}

/** The address bar's keyword: suggestions while typing, and what is chosen opens in the tab. */
export function onOmnibox(suggest: (text: string) => Promise<Suggestion[]>): void {
  browser.omnibox?.onInputChanged.addListener((text, give) => {
    suggest(text).then(give, error => {
      reportFault('menu', error);
      give([]);
    });
  });
  browser.omnibox?.onInputEntered.addListener(text => {
    void suggest(text).then(([first]) => {
      // What is typed may be anything: only an address of ours or a suggestion of ours is opened.
      const url = text.startsWith('https://www.binance.com/') ? text : first?.content;
      if (url?.startsWith('https://www.binance.com/')) return browser.tabs.update({ url });
    });
  });
}

/** Keeps what we store away from content scripts: they get what they need by message. */
export function guardStorage(): void {
  void browser.storage.local.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' });
}
