import type { Page } from 'puppeteer-core';
import { SHAPES } from '../browser/campaign-pages.ts';
import { exportRows, exportText } from '../browser/export-file.ts';
import { expected } from '../browser/oracle.ts';
import { sendHtml, standIn } from '../browser/stand-in.ts';
import { expect, test } from './app.ts';
import { FIREFOX_BUILD, open, press, startFirefox, textOf, through } from './firefox-visitor.ts';

/** Sections by their address, and what stands above them there and nowhere else. */
const HEADINGS = {
  referrals: 'Referrals',
  'income/commissions': 'Income',
  'campaigns/binance': 'Campaigns',
  links: 'Links',
  publish: 'Publish',
  settings: 'Settings',
};

test('in Firefox: agree, import, exact figures, every section, popup', async () => {
  test.setTimeout(120_000);
  const firefox = await startFirefox();
  try {
    await firefox.installExtension(FIREFOX_BUILD);
    const page = await open(firefox, 'dashboard.html#/data');
    await expect.poll(() => press(page, 'Agree and start')).toBe(true);
    await expect.poll(() => textOf(page, 'h1')).toBe('Data');

    const to = Date.now();
    const rows = [...exportRows({ rows: 5_000, referrals: 80, from: to - 60 * 86_400_000, to, seed: 4 })];
    await page.evaluate(text => {
      const input = document.querySelector<HTMLInputElement>('input[type="file"]')!;
      const files = new DataTransfer();
      files.items.add(new File([text], 'export.csv', { type: 'text/csv' }));
      input.files = files.files;
      input.dispatchEvent(new Event('change', { bubbles: true }));
    }, exportText(rows));
    await expect
      .poll(() => textOf(page, '[data-receipt="added"]', 'value'), { timeout: 30_000 })
      .toBe('5000');

    await page.evaluate(() => {
      location.hash = '#/overview?period=all';
    });
    const truth = expected(rows, ['0', '9']).commission;
    await expect.poll(() => textOf(page, '[data-metric="commission"]', 'value')).toBe(truth);
    for (const [section, heading] of Object.entries(HEADINGS)) {
      await page.evaluate(hash => {
        location.hash = hash;
      }, `#/${section}?period=all`);
      await expect.poll(() => textOf(page, 'h1'), section).toBe(heading);
    }
    const popup = await open(firefox, 'popup.html');
    await expect.poll(() => textOf(popup, '[data-metric="commission"][data-period]', 'value')).not.toBe('');
  } finally {
    await firefox.close();
  }
});

test('in Firefox: a button for every campaign, also when a page becomes a campaign page without loading', async () => {
  test.setTimeout(120_000);
  const strict = SHAPES.find(shape => shape.name === 'strict policy and Trusted Types')!;
  const binance = await standIn(['www.binance.com'], (_, __, response) =>
    sendHtml(response, strict.html, strict.headers),
  );
  const port = await binance.proxy();
  const firefox = await startFirefox(through(port));
  try {
    await firefox.installExtension(FIREFOX_BUILD);
    const links = await open(firefox, 'dashboard.html#/links');
    await expect.poll(() => press(links, 'Agree and start')).toBe(true);
    await expect.poll(() => textOf(links, 'h1')).toContain('Links');
    const page = await firefox.newPage();
    // Our root is closed, here to the driver too: a campaign has its button where a press beside it would land on us.
    const buttons = (of: Page) =>
      of.evaluate(
        () =>
          [...document.querySelectorAll('a')].filter(link => {
            const { right, top, height } = link.getBoundingClientRect();
            return document.elementFromPoint(right + 19, top + height / 2)?.localName === 'referral-copy';
          }).length,
      );
    await page.goto('https://www.binance.com/en/support/announcement/list/93');
    await expect.poll(() => buttons(page)).toBe(strict.campaigns);
    await page.goto('https://www.binance.com/en/trade/BTC_USDT');
    // The control: a page that was opened after it has its buttons, so this one would have had its own by now.
    const later = await firefox.newPage();
    await later.goto('https://www.binance.com/en/support/announcement/list/93');
    await expect.poll(() => buttons(later)).toBe(strict.campaigns);
    await page.bringToFront();
    expect(await buttons(page)).toBe(0);
    expect(await page.evaluate(() => document.querySelector('referral-copy'))).toBe(null);
    await page.evaluate(() => history.pushState({}, '', '/en/support/announcement/list/93'));
    await expect.poll(() => buttons(page)).toBe(strict.campaigns);
  } finally {
    await firefox.close();
    await binance.close();
  }
});
