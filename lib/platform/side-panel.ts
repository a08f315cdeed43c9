import { browser } from 'wxt/browser';

/** Firefox has its own door to it, which its types alone know. */
const sidebar = () => (browser as { sidebarAction?: { open(): Promise<void> } }).sidebarAction;

/**
 * Opens our panel beside the page, where the browser has one. Call it in the very turn of the press.
 * @param window the one that was pressed in.
 */
export async function openSidePanel(window: number): Promise<void> {
  await (browser.sidePanel?.open({ windowId: window }) ?? sidebar()?.open());
}

/** The window a page of ours was pressed in: asked for before, since opening the panel must not wait for it. */
export async function ownWindow(): Promise<number | undefined> {
  return (await browser.windows?.getCurrent())?.id;
}

/** Calls back whenever another tab is in front, or the one in front has become another page. */
export function followTabs(changed: () => void): void {
  browser.tabs.onActivated.addListener(changed);
  browser.tabs.onUpdated.addListener((_, change, tab) => {
    if (tab.active && (change.url !== undefined || change.title !== undefined)) changed();
  });
}
