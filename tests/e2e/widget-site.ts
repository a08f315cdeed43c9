import { readFileSync } from 'node:fs';
import { type Browser, chromium, type Page } from '@playwright/test';
import puppeteer from 'puppeteer-core';
import { ENGLISH, type Snapshot } from '../../lib/domain/snapshot.ts';
import { ensureBrowser, ensureFirefox } from '../browser/find-browser.ts';
import { BUILD } from '../browser/launch.ts';
import type { Site } from '../browser/static-server.ts';
import { test as base, expect } from './app.ts';

export const WIDGET = readFileSync(`${BUILD}/widget.js`, 'utf8');
/** What the strictest host would send. */
export const STRICT =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; " +
  "require-trusted-types-for 'script'; trusted-types 'none'";
export const DAY = 86_400_000;
export const PIXEL =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==';

export const snapshotOf = (of: Partial<Snapshot> = {}): Snapshot => ({
  v: 1,
  code: 'MYCODE1',
  layout: 'card',
  theme: 'light',
  accent: '#f2a93b',
  lang: 'en',
  rtl: false,
  words: ENGLISH,
  name: 'Kim',
  campaigns: [
    {
      title: 'Summer cup',
      url: 'https://www.binance.com/en/support/announcement/summer-cup',
      to: Date.now() + 2 * DAY,
    },
    { title: 'Over', url: 'https://www.binance.com/en/support/announcement/over', to: Date.now() - DAY },
  ],
  figures: {},
  ...of,
});

export const inline = (snapshot: unknown) =>
  `<referral-card><a href="https://www.binance.com/join?ref=MYCODE1">plain</a><script type="application/json">${JSON.stringify(
    snapshot,
  ).replace(/</g, '\\u003c')}</script></referral-card>`;
export const pageOf = (body: string) =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>Site</title><script src="widget.js"></script><main><h1>Site</h1>${body}</main></html>`;

export const hrefs = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('referral-card')].flatMap(card =>
      [...(card.shadowRoot?.querySelectorAll('a') ?? [])].map(a => a.href),
    ),
  );

interface Visited {
  page: Page;
  noise: string[];
  close(): Promise<void>;
}

/** A page of a site, with everything it complains of. */
async function visitWith(
  browser: Browser,
  site: Site,
  path = '',
  options: { javaScriptEnabled?: boolean; width?: number } = {},
): Promise<Visited> {
  const context = await browser.newContext({
    javaScriptEnabled: options.javaScriptEnabled ?? true,
    viewport: { width: options.width ?? 800, height: 900 },
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  const page = await context.newPage();
  const noise: string[] = [];
  page.on('console', message => noise.push(message.text()));
  page.on('pageerror', error => noise.push(error.message));
  await page.addInitScript(() => {
    const all: string[] = [];
    Object.assign(globalThis, { shifts: all });
    new PerformanceObserver(list => {
      for (const entry of list.getEntries()) {
        const { sources = [] } = entry as unknown as { sources?: { node?: Node }[] };
        all.push(sources.map(({ node }) => node?.nodeName ?? 'unnamed').join());
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
  await page.goto(site.url + path);
  return { page, noise, close: () => context.close() };
}

/** `plain` is a browser without the extension, one for all tests of a worker; `visit` opens a page of a site in it. */
export const test = base.extend<
  { visit(site: Site, path?: string, options?: Parameters<typeof visitWith>[3]): Promise<Visited> },
  { plain: Browser }
>({
  plain: [
    async ({ browserName: _ }, use) => {
      const browser = await chromium.launch({
        executablePath: ensureBrowser(),
        args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
      });
      await use(browser);
      await browser.close();
    },
    { scope: 'worker' },
  ],
  visit: ({ plain }, use) => use((site, path, options) => visitWith(plain, site, path, options)),
});

/** What a Firefox without the extension shows of a site, and what it complains of. */
export async function visitFirefox(site: Site) {
  const firefox = await puppeteer.launch({
    browser: 'firefox',
    executablePath: ensureFirefox(),
    headless: true,
  });
  try {
    const page = await firefox.newPage();
    const noise: string[] = [];
    page.on('console', message => noise.push(message.text()));
    page.on('pageerror', error => noise.push(String(error)));
    await page.goto(site.url);
    // The policy forbids what a waiting function would need.
    const isThere = () =>
      page.evaluate(() => !!document.querySelector('referral-card')?.shadowRoot?.querySelector('a.join'));
    await expect.poll(isThere).toBe(true);
    const seen = await page.evaluate(() => {
      const root = document.querySelector('referral-card')!.shadowRoot!;
      return {
        name: root.querySelector('.name')?.textContent,
        links: [...root.querySelectorAll('a')].map(a => a.href),
        code: root.querySelector('b')?.textContent,
        wide: root.querySelector('.root')!.getBoundingClientRect().width > 200,
        qr: root.querySelector('.qr path + path')?.getAttribute('d')?.length ?? 0,
      };
    });
    return { ...seen, noise };
  } finally {
    await firefox.close();
  }
}
