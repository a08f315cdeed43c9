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

/** The address of the tab in front, where we may know it. */
export async function activeAddress(): Promise<string | undefined> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab?.url;
}
