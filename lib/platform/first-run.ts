import { browser } from 'wxt/browser';
import { dashboardUrl } from './pages';

/**
 * Opens the dashboard once after installing: it says what is stored and asks before anything is. Behind the tab the
 * user is in: taking the focus is not ours to do.
 */
export function openFirstRun(): void {
  browser.runtime.onInstalled.addListener(({ reason }) => {
    if (reason === 'install') void browser.tabs.create({ url: dashboardUrl(), active: false });
  });
}
