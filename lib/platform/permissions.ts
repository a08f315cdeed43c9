import { browser } from 'wxt/browser';
import { API_HOSTS, MARKET_DATA } from '../domain/income-streams';
import { reportFault } from './fault-log';

const PRICES = `${MARKET_DATA}/*`;
/** The hosts that accounts are asked at, as the manifest has them (optional). */
const HOSTS = API_HOSTS.map(host => `${host}/*`);

/** Asks for them; only in the very turn of a press. @returns whether we may ask there. */
export function requestHosts(): Promise<boolean> {
  return browser.permissions.request({ origins: HOSTS });
}

/** Asks for the host of public prices alone; only in the very turn of a press. */
export function requestPrices(): Promise<boolean> {
  return browser.permissions.request({ origins: [PRICES] });
}

/** Asks whether notifications may be shown; only in the very turn of a press. */
export function requestNotifications(): Promise<boolean> {
  return browser.permissions.request({ permissions: ['notifications'] });
}

/** Gives them back. @param keepPrices but not that of prices, which figures in another currency need. */
export async function dropHosts(keepPrices: boolean): Promise<void> {
  const origins = keepPrices ? HOSTS.filter(host => host !== PRICES) : HOSTS;
  await browser.permissions.remove({ origins }).catch(error => reportFault('permissions', error));
}
