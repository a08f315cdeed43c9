import { readFileSync } from 'node:fs';
import { begin, csv, expect, importFiles, test } from './app.ts';
import { iso, open, rows, shown, sumOf } from './four-months.ts';

test('campaigns by hand: only Binance’s pages, and every copy carries one’s own code', async ({ app }) => {
  const page = await begin(app, '#/links');
  await app.context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.getByLabel('Referral code').fill('MYCODE1');
  await page.getByRole('button', { name: 'Add code' }).click();
  await open(page, '#/campaigns/binance');
  await page.getByRole('button', { name: 'Add campaign' }).click();
  await page.getByLabel('Title').fill('Big <i>Cup</i>');
  await page.getByLabel('Page on binance.com').fill('https://www.binance.com.evil.example/en/activity/x');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('alert')).toContainText('no campaign page of www.binance.com');
  await page
    .getByLabel('Page on binance.com')
    .fill('https://www.binance.com/en/support/announcement/abc123?ref=SOMEBODY&utm_source=x&evil=1');
  await page.getByLabel('Ends (UTC)').fill(`${iso(-5)}T12:00`);
  await page.getByRole('button', { name: 'Save' }).click();
  const card = page.getByRole('article', { name: 'Big <i>Cup</i>' });
  await card.getByRole('button', { name: 'Copy link' }).click();
  const link = 'https://www.binance.com/en/support/announcement/abc123?utm_source=x&ref=MYCODE1';
  const clipboard = () => page.evaluate(() => navigator.clipboard.readText());
  await expect.poll(clipboard).toBe(link);
  await card.getByRole('button', { name: 'Copy as' }).click();
  await card.getByRole('menuitem', { name: 'HTML' }).click();
  await expect
    .poll(clipboard)
    .toContain('rel="sponsored noopener noreferrer">Big &#60;i&#62;Cup&#60;/i&#62;</a>');
  expect(await clipboard()).toContain('Advertising: this is my referral link');
  await card.getByRole('button', { name: 'More' }).click();
  const download = page.waitForEvent('download');
  await card.getByRole('menuitem', { name: 'Calendar file' }).click();
  expect(readFileSync(await (await download).path()).toString()).toContain(
    `DTSTART:${iso(-5).replaceAll('-', '')}T120000Z`,
  );
  await card.getByRole('button', { name: 'More' }).click();
  await card.getByRole('menuitem', { name: 'Hide' }).click();
  await expect(card).toHaveCount(0);
  await expect(page.getByText('0 of 1 campaigns')).toBeVisible();
});

test('links: terms by date, built links and a check of links', async ({ app }) => {
  const page = await begin(app, '#/data');
  await importFiles(page, [csv('export.csv', rows)]);
  await open(page, '#/links');
  await page.getByRole('button', { name: 'Add bpcode' }).click();
  const row = page.getByRole('listitem').filter({ hasText: 'join?ref=bpcode' });
  const own = rows.filter(r => r.code === 'bpcode');
  await expect(row).toContainText(shown(sumOf(own)));
  await row.getByRole('button', { name: 'Edit bpcode' }).click();
  await page.getByLabel('Ratio Futures 1').fill('130');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('alert')).toContainText('from 0 to 100');
  await page.getByLabel('Ratio Futures 1').fill('40.5');
  await page.getByLabel('To friends Futures 1').fill('10');
  await page.getByRole('button', { name: 'Save' }).click();
  await open(page, '#/overview');
  const ratios = page.getByRole('region', { name: 'Ratios' }).getByRole('row', { name: /bpcode/ });
  await expect(ratios).toContainText('40.50');
  await expect(ratios).toContainText('to friends');

  await open(page, '#/links');
  await page
    .getByLabel('Page on binance.com')
    .fill('https://www.binance.com/en/activity/trading-competition/cup');
  await page.getByLabel('utm_campaign').fill('nov');
  await expect(page.getByLabel('Your link', { exact: true }).last()).toHaveText(
    'https://www.binance.com/en/activity/trading-competition/cup?utm_campaign=nov&ref=bpcode',
  );
  await page.getByLabel('Link to check').fill('https://www.binance.com/join?ref=OTHER');
  await expect(page.getByText('OTHER is none of your codes.')).toBeVisible();
});
