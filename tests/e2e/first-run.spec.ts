import type { Browser } from 'wxt/browser';
import { begin, expect, figure, test } from './app.ts';

/** The extension's API, inside its pages. */
declare const chrome: typeof Browser;

test('nothing is stored before the user agrees', async ({ app }) => {
  const page = await app.open('dashboard.html');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('yours to keep');
  await expect(page.getByText('Not affiliated with or endorsed by Binance')).toBeVisible();
  const popup = await app.open('popup.html');
  await expect(popup.getByRole('button', { name: 'Set it up' })).toBeVisible();
  const stored = await page.evaluate(async () => ({
    databases: (await indexedDB.databases()).map(d => d.name),
    items: Object.keys(await chrome.storage.local.get()),
  }));
  expect(stored).toEqual({ databases: [], items: [] });
});

test('agreeing leads to an empty dashboard that offers import and demo', async ({ app }) => {
  const page = await begin(app, '');
  await expect(page.getByRole('heading', { name: 'Nothing here yet' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Import files' })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('button', { name: 'Try the demo' })).toBeVisible();
});

test('the demo fills every figure, is labelled, and leaves with one click', async ({ app }) => {
  const page = await app.open('dashboard.html');
  await page.getByRole('button', { name: 'Try the demo' }).click();
  await expect(figure(page, 'commission')).toHaveAttribute('value', /^\d+\.\d+$/);
  for (const metric of ['referrals', 'traders-spot', 'traders-futures', 'miners']) {
    await expect(figure(page, metric)).toHaveAttribute('value', /^[1-9]\d*$/);
  }
  await expect(page.getByText('Demo', { exact: true })).toBeVisible();
  await page.goto(`${app.origin}/dashboard.html#/overview?period=all`);
  await expect(figure(page, 'referrals')).toHaveAttribute('value', /^(59|60)\d\d$/);
  const popup = await app.open('popup.html');
  await expect(popup.getByText('Demo', { exact: true })).toBeVisible();

  await page.getByRole('button', { name: 'Leave the demo' }).click();
  await expect(page.getByRole('heading', { name: 'Nothing here yet' })).toBeVisible();
});

test('every section says what to do while there is nothing', async ({ app }) => {
  const page = await begin(app, '#/overview');
  const failures: string[] = [];
  page.on('pageerror', error => failures.push(error.message));
  for (const [section, words] of [
    ['Referrals', 'Nothing here yet'],
    ['Income', 'Nothing here yet'],
    ['Campaigns', 'No campaigns yet'],
    ['Links', 'No code yet'],
    ['Data', 'Nothing is stored yet'],
    ['Settings', 'Privacy mode'],
    ['Overview', 'Nothing here yet'],
  ]) {
    await page.getByRole('link', { name: section }).click();
    await expect(page.getByText(words).first()).toBeVisible();
  }
  await page.goto(`${app.origin}/dashboard.html#/income/bonus`);
  await expect(page.getByText('No programme yet')).toBeVisible();
  await page.goto(`${app.origin}/dashboard.html#/referrals/12345`);
  await expect(page.getByText('Nothing here yet')).toBeVisible();
  await page.goto(`${app.origin}/dashboard.html#/referrals/50%`);
  await expect(page.getByText('Nothing here yet')).toBeVisible();
  await page.goto(`${app.origin}/dashboard.html#/campaigns/exclusive`);
  await expect(page.getByText('No exclusive campaign yet')).toBeVisible();
  expect(failures).toEqual([]);
});
