import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Binance } from '../browser/binance.ts';
import { HEADER } from '../browser/export-file.ts';
import { BUILD_E2E, launch } from '../browser/launch.ts';
import { begin, csv, expect, figure, importFiles, test } from './app.ts';
import { serve } from './connected.ts';

const real = readFileSync(
  resolve(import.meta.dirname, '../fixtures/account-statement/statement-2019-2021.csv'),
);

test('an account statement is read beside exports: what it is not sure of it names, and prices give it values', async () => {
  const binance = new Binance([], () => Date.now());
  binance.prices = { BNBUSDT: () => '16', BTCUSDT: () => '32000', DOTUSDT: () => '5' };
  const prices = await serve(binance);
  const app = await launch({ args: prices.args, build: BUILD_E2E });
  try {
    const page = await begin(app);
    expect(await importFiles(page, [csv('statement.csv', real)])).toMatchObject({
      read: 7,
      added: 7,
      unpriced: 6,
      rejected: 0,
    });
    const region = page.getByRole('region', { name: 'Import receipt' });
    await expect(region.getByRole('row', { name: /statement\.csv/ })).toContainText('Account statement');
    await region.getByText('rows of other operations were left out').click();
    await expect(region.getByText('Pool Distribution: 1')).toBeVisible();

    await page.evaluate(() => {
      location.hash = '#/income/commissions?period=all';
    });
    await expect(figure(page, 'commission')).toHaveAttribute('value', '0.04257084');
    await expect(page.getByRole('row', { name: /Commission Rebate.*Credited/ })).toBeVisible();

    await page.evaluate(() => {
      location.hash = '#/data';
    });
    const statements = page.getByRole('region', { name: 'Account statements' });
    await statements.getByRole('button', { name: 'Get prices' }).click();
    // BTT and VET have no pair at the stand-in.
    await expect(statements.getByRole('status')).toContainText('Some rows stay unpriced');
    await page.evaluate(() => {
      location.hash = '#/income/commissions?period=all';
    });
    // 0.04257084 + (0.00766144 + 0.0050512) × 5 + 0.00021562 × 16 + 0.00000022 × 32000
    await expect(figure(page, 'commission')).toHaveAttribute('value', '0.11662396');

    // An export of one of these days: it names the referral, the statement says that it was paid.
    await page.evaluate(() => {
      location.hash = '#/data';
    });
    const rows = [
      'spot,42,,VET,1.71544000,0.01,2020-05-09 05:09:31,2020-01-01 00:00:00,bpcode',
      'spot,42,,BNB,0.00021562,0.003,2020-05-09 20:42:56,2020-01-01 00:00:00,bpcode',
    ];
    await importFiles(page, [csv('export.csv', `${HEADER}\n${rows.join('\n')}\n`)]);
    const ledger = page.getByRole('region', { name: 'Your ledger' });
    await expect(
      ledger.getByRole('definition').filter({ hasText: 'May 21, 2019 – Jun 23, 2021' }),
    ).toBeVisible();
    await expect(ledger.getByRole('definition').filter({ hasText: /^May 9, 2020$/ })).toBeVisible();
    await page.evaluate(() => {
      location.hash = '#/income/commissions?period=all&code=bpcode';
    });
    await expect(page.getByRole('row', { name: /spot.*VET.*Credited/ })).toBeVisible();
  } finally {
    await app.close();
    await prices.close();
  }
});

test('a statement that is held back is read as the user says, and its zone can be changed afterwards', async ({
  app,
}) => {
  const habit = (name: string) =>
    csv(name, readFileSync(resolve(import.meta.dirname, '../fixtures/habits', name)));
  const page = await begin(app);
  const winter = habit('05a-Binance-Transaction-History-202602011200(UTC+1)_winter.csv');
  expect(await importFiles(page, [winter])).toMatchObject({ added: 2 });
  const summer = habit('05b-Binance-Transaction-History-202607011200(UTC+2)_summer.csv');
  await page.getByLabel('Import files').setInputFiles([summer]);
  await expect(page.getByRole('alert')).toContainText('stand whole hours beside rows that are known');
  await page.getByRole('button', { name: 'Read its times as UTC+1' }).click();
  const region = page.getByRole('region', { name: 'Import receipt' }).first();
  await expect(region.getByRole('heading')).toContainText('1 row');
  await expect(page.getByRole('alert')).toBeHidden();

  // The choice is told on the receipt, and can be taken back while the page has the file.
  await expect(region).toContainText('Its times were read as UTC+1; the other is UTC+2.');
  await importFiles(page, [habit('04-Binance-Transaction-History-202604021200(UTC+2)_aa11.csv')]);
  await expect(region).toContainText('Its times were read as UTC; the other is UTC+2.');
  await expect(region.getByRole('row', { name: /04-Binance/ })).toContainText('Apr 1, 01:15');
  await region.getByRole('button', { name: 'Read its times as UTC+2' }).click();
  await expect(region).toContainText('Its times were read as UTC+2; the other is UTC.');
  await expect(region.getByRole('row', { name: /04-Binance/ })).toContainText('Mar 31, 23:15');
  await page.reload();
  await expect(region).toContainText('undo this import, drop the same files again');
});
