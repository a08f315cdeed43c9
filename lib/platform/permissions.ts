import { browser } from 'wxt/browser';

/** The hosts that accounts are asked at, as the manifest has them (optional). */
const HOSTS = [
  'https://api.binance.com/*',
  'https://fapi.binance.com/*',
  'https://dapi.binance.com/*',
  'https://data-api.binance.vision/*',
];

/** Asks for them; only in the very turn of a press. @returns whether we may ask there. */
export function requestHosts(): Promise<boolean> {
  return browser.permissions.request({ origins: HOSTS });
}

/** Asks whether notifications may be shown; only in the very turn of a press. */
export function requestNotifications(): Promise<boolean> {
  return browser.permissions.request({ permissions: ['notifications'] });
}

/** Gives them back. */
export async function dropHosts(): Promise<void> {
  await browser.permissions.remove({ origins: HOSTS }).catch(() => false);
}
