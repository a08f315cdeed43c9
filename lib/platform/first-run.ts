import { browser } from 'wxt/browser';
import { dashboardUrl } from './pages';

/** Opens the dashboard once after installing: it says what is stored and asks before anything is. */
export function openFirstRun(): void {
  browser.runtime.onInstalled.addListener(({ reason }) => {
    if (reason === 'install') void browser.tabs.create({ url: dashboardUrl() });
  });
}
