import { browser } from 'wxt/browser';

/** The dashboard's address, at a hash route such as `#/data`. */
export function dashboardUrl(hash = ''): string {
  return browser.runtime.getURL(`/dashboard.html${hash}` as '/dashboard.html');
}

/** Shows the dashboard: the tab that is open already, or a new one. Closes the popup by taking the focus. */
export async function openDashboard(hash = ''): Promise<void> {
  await browser.tabs.create({ url: dashboardUrl(hash) });
}
