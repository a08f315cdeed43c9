import { browser } from 'wxt/browser';
import type { DashboardHash } from '../domain/section';

/** The dashboard's address, at a hash route such as `#/data`. */
export function dashboardUrl(hash: DashboardHash = ''): string {
  return browser.runtime.getURL(`/dashboard.html${hash}` as '/dashboard.html');
}

/** Shows the dashboard in a new tab. */
export async function openDashboard(hash: DashboardHash = ''): Promise<void> {
  await browser.tabs.create({ url: dashboardUrl(hash) });
}

/** Where a tab is, and what it calls that. */
export interface TabInFront {
  address: string;
  title: string;
}

/** The tab in front, where we may know of it. */
export async function tabInFront(): Promise<TabInFront | undefined> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab?.url === undefined ? undefined : { address: tab.url, title: tab.title ?? '' };
}
