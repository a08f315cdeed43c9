import type { Page } from '@playwright/test';
import { Binance } from '../browser/binance.ts';
import { type ExportRow, exportRows } from '../browser/export-file.ts';
import { BUILD_E2E, launch } from '../browser/launch.ts';
import { dayOf, decimal, expected, worth } from '../browser/oracle.ts';
import { begin, csv, expect, figure, importFiles, test } from './app.ts';
import { serve } from './connected.ts';

const now = Date.now();
const rows = [...exportRows({ rows: 3_000, referrals: 90, from: now - 70 * 86_400_000, to: now, seed: 21 })];
const eur = (day: number) => (1.04 + (day % 19) / 400).toFixed(4);
const inEuros = (some: ExportRow[]) =>
  some.map(row => ({ ...row, value: decimal(worth(row.value, eur(dayOf(row)), true)) }));
const total = (some: ExportRow[]) => expected(some, ['0', '9']).commission;

async function choose(page: Page, currency: string): Promise<void> {
  await page.getByLabel('Figures in').selectOption(currency);
  await page.getByRole('button', { name: `Show figures in ${currency}` }).click();
}

test('figures in another currency are exact sums at each day’s rate, everywhere and after imports', async () => {
  const binance = new Binance([], () => Date.now());
  binance.prices = { EURUSDT: eur };
  const prices = await serve(binance);
  const app = await launch({ args: prices.args, build: BUILD_E2E });
  try {
    const page = await begin(app);
    await importFiles(page, [csv('first.csv', rows.slice(0, 2_000))]);
    await page.getByRole('link', { name: 'Settings' }).click();
    await choose(page, 'EUR');
    await expect(page.getByText('USDT and EUR opened on Binance')).toBeVisible();
    await expect(page.getByLabel('Figures in')).toHaveValue('EUR');

    await page.getByRole('link', { name: 'Data' }).click();
    await importFiles(page, [csv('rest.csv', rows.slice(1_500))]);
    // A receipt says what the file says.
    await expect(page.getByRole('columnheader', { name: 'Value, BUSD' }).first()).toBeVisible();
    await page.evaluate(() => {
      location.hash = '#/overview?period=all';
    });
    await expect(figure(page, 'commission')).toHaveAttribute('value', total(inEuros(rows)));
    await expect(page.getByRole('button', { name: /^Commission .*EUR/ })).toBeVisible();
    await page.evaluate(() => {
      location.hash = '#/income/commissions?period=all';
    });
    await expect(page.getByRole('columnheader', { name: 'Value, EUR' }).first()).toBeVisible();
    const popup = await app.open('popup.html');
    const day = new Date(now).toISOString().slice(0, 10);
    const month = expected(inEuros(rows), [`${day.slice(0, 7)}-01`, `${day.slice(0, 7)}-31`]).commission;
    await expect(figure(popup, 'commission', 'this-month')).toHaveAttribute('value', month);
    await expect(popup.getByText('EUR', { exact: true })).toBeVisible();
    await popup.close();

    await page.getByRole('link', { name: 'Settings' }).click();
    await choose(page, 'BRL');
    await expect(page.getByText('Binance gave no rates for BRL: figures stay as they are.')).toBeVisible();
    await choose(page, 'BUSD');
    await expect(page.getByText('Records of a connected account are valued')).toBeVisible();
    await page.evaluate(() => {
      location.hash = '#/overview?period=all';
    });
    await expect(figure(page, 'commission')).toHaveAttribute('value', total(rows));
    expect(prices.asked.every(url => url.startsWith('https://data-api.binance.vision/api/v3/klines?'))).toBe(
      true,
    );
  } finally {
    await app.close();
    await prices.close();
  }
});
