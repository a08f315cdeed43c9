import { browser } from 'wxt/browser';

/**
 * Tells our script on a page something. Where there is none yet, because the tab is older than the installation or an
 * update, or the page is no campaign, it is brought: the user has pressed something of ours in that tab.
 * @returns whether it was heard: not on pages that the browser lets nobody into.
 */
export async function tellTab(tab: number, message: unknown): Promise<boolean> {
  const tell = () =>
    browser.tabs.sendMessage(tab, message).then(
      heard => heard === true,
      // Nobody is there.
      () => false,
    );
  return (await tell()) || ((await bring(tab)) && tell());
}

function bring(tab: number): Promise<boolean> {
  return browser.scripting.executeScript({ target: { tabId: tab }, files: ['/campaigns.js'] }).then(
    () => true,
    // The user has taken our access to the site away, or an administrator has.
    () => false,
  );
}
