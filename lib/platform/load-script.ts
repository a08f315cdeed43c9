import { browser } from 'wxt/browser';

/**
 * Runs another of our scripts where this content script runs. The browser offers that without one more permission
 * only for files its pages may load: the manifest names this one, for Binance's own pages.
 */
export async function loadScript(script: '/campaigns.js'): Promise<void> {
  await import(/* @vite-ignore */ browser.runtime.getURL(script as '/dashboard.html'));
}
