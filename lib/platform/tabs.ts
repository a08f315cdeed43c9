import { browser } from 'wxt/browser';

/** Tells the content script of a tab something. A tab without one hears nothing: most tabs, and no fault. */
export async function tellTab(tab: number, message: unknown): Promise<void> {
  await browser.tabs.sendMessage(tab, message).catch(() => {});
}
