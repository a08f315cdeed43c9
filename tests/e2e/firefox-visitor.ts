import { resolve } from 'node:path';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { ensureFirefox } from '../browser/find-browser.ts';
import { expect } from './app.ts';

/** The extension in Firefox, as it is installed there. The id is fixed, so that its pages have an address. */
export const FIREFOX_BUILD = resolve(import.meta.dirname, '../../.output/firefox-mv3');
const ID = 'referral-dashboard-pro@unofficial.invalid';
const UUID = '4b1d9f3c-5a0e-4f55-9d41-6f0a52b7c001';

export const startFirefox = (prefs: Record<string, unknown> = {}) =>
  puppeteer.launch({
    browser: 'firefox',
    executablePath: ensureFirefox(),
    headless: true,
    acceptInsecureCerts: true,
    args: ['-remote-allow-system-access'],
    extraPrefsFirefox: { 'extensions.webextensions.uuids': JSON.stringify({ [ID]: UUID }), ...prefs },
  });

/** What sends the browser through a proxy. */
export const through = (port: number) => ({
  'network.proxy.type': 1,
  'network.proxy.ssl': '127.0.0.1',
  'network.proxy.ssl_port': port,
});

/** What stands in a place of the page, '' while it is not there. */
export const textOf = (page: Page, selector: string, attribute?: string) =>
  page
    .evaluate(
      (s, name) => {
        const found = document.querySelector(s);
        return (name ? found?.getAttribute(name) : found?.textContent?.trim()) ?? '';
      },
      selector,
      attribute,
    )
    .catch(() => '');

export const press = (page: Page, name: string) =>
  page
    .evaluate(wanted => {
      const button = [...document.querySelectorAll('button')].find(b => b.textContent?.trim() === wanted);
      button?.click();
      return button !== undefined;
    }, name)
    .catch(() => false);

/** Opens a page of the extension. */
export async function open(firefox: Browser, path: string): Promise<Page> {
  const page = await firefox.newPage();
  // The promise never settles for pages of extensions; the page is there all the same.
  void page.goto(`moz-extension://${UUID}/${path}`).catch(() => {});
  // The empty page before it is complete, too.
  await expect
    .poll(() => page.evaluate(() => `${document.readyState} ${location.protocol}`).catch(() => ''), {
      timeout: 20_000,
    })
    .toBe('complete moz-extension:');
  return page;
}
