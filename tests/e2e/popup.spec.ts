import { exportRows, rowAt } from '../browser/export-file.ts';
import { readQr } from '../browser/read-qr.ts';
import { begin, csv, expect, figure, importFiles, test } from './app.ts';

test('it opens with its figures while the background sleeps', async ({ app }) => {
  const now = Date.now();
  const page = await begin(app);
  const rows = [...exportRows({ rows: 5_000, referrals: 90, from: now - 100 * 86_400_000, to: now })];
  rows.push(rowAt(now, rows.at(-1)!));
  await importFiles(page, [csv('export.csv', rows)]);
  const session = await app.context.newCDPSession(page);
  let background = '';
  session.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
    background = versions.at(-1)?.runningStatus ?? background;
  });
  await session.send('ServiceWorker.enable');
  await session.send('ServiceWorker.stopAllWorkers');
  await expect.poll(() => background).toBe('stopped');

  const popup = await app.open('popup.html');
  for (const period of ['today', 'yesterday', 'this-month', 'last-month']) {
    await expect(figure(popup, 'commission', period)).toHaveCount(1);
    await expect(figure(popup, 'commission', period)).toHaveAttribute('value', /^\d+(\.\d+)?$/);
  }
  await expect(figure(popup, 'referrals', 'today')).toHaveAttribute('value', /^\d+$/);
  await expect(figure(popup, 'traders-futures', 'today')).toHaveAttribute('value', /^[1-9]\d*$/);
  await expect(popup.getByText('vs yesterday until the same hour')).toBeVisible();
  await expect(popup.getByText('No referral code yet.')).toBeVisible();
  expect(background).toBe('stopped');
});

test('old data: the total stands first, periods without data are dashes', async ({ app }) => {
  const to = Date.UTC(2024, 4, 31, 12);
  const page = await begin(app);
  await importFiles(page, [csv('old.csv', exportRows({ rows: 500, referrals: 20, from: to - 9e9, to }))]);
  const popup = await app.open('popup.html');
  await expect(popup.getByText('Commission of all time')).toBeVisible();
  await expect(popup.getByText('No data since May 31, 2024')).toBeVisible();
  await expect(figure(popup, 'commission', 'today')).toHaveText('–');
});

test('the default code: its link, copied, and as a QR code that reads', async ({ app }) => {
  const page = await begin(app, '#/links');
  await page.getByLabel('Referral code').fill('not a code');
  await page.getByRole('button', { name: 'Add code' }).click();
  await expect(page.getByText('A code has 3 to 32 letters')).toBeVisible();
  for (const code of ['KLLDA01Q', 'Second_2']) {
    await page.getByLabel('Referral code').fill(code);
    await page.getByRole('button', { name: 'Add code' }).click();
    await expect(page.getByRole('button', { name: `Remove ${code}` })).toBeVisible();
  }
  await expect(page.getByText('★ Default', { exact: true })).toHaveCount(1);

  const popup = await app.open('popup.html');
  await popup.getByRole('button', { name: 'Copy link' }).click();
  await expect(popup.getByRole('button', { name: 'Copied' })).toBeVisible();
  const link = 'https://www.binance.com/join?ref=KLLDA01Q';
  expect(await popup.evaluate(() => navigator.clipboard.readText())).toBe(link);

  await popup.getByRole('button', { name: 'QR' }).click();
  const picture = popup.getByRole('img', { name: 'QR code of the link of KLLDA01Q' });
  await expect(picture).toBeVisible();
  expect(await readQr(popup, await picture.screenshot())).toBe(link);

  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download PNG' }).click();
  const { readFile } = await import('node:fs/promises');
  const file = await readFile(await (await download).path());
  expect(await readQr(popup, file)).toBe(link);
});
