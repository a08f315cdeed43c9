import { readFileSync } from 'node:fs';
import { drawn } from '../browser/drawn.ts';
import type { ExportRow } from '../browser/export-file.ts';
import { decimal } from '../browser/oracle.ts';
import { begin, csv, expect, figure, importFiles, receipt, test } from './app.ts';
import { iso, open, people, rows, sumOf } from './four-months.ts';

test('a note is pinned to a day of the chart', async ({ app }) => {
  const page = await begin(app);
  await importFiles(page, [csv('export.csv', rows)]);
  await open(page, '#/overview?period=7d');
  await page.getByRole('button', { name: 'Add note' }).click();
  await page.getByLabel('Day (UTC)').fill(iso(1));
  await page.getByLabel('Note', { exact: true }).fill('Live stream');
  await page.getByRole('button', { name: 'Save note' }).click();
  const chart = page.getByRole('group', { name: 'Commission per day' });
  // A note makes the chart be drawn anew; a key pressed before that is lost with the old one.
  await expect(async () => {
    await page.keyboard.press('Escape');
    await chart.focus();
    await page.keyboard.press('ArrowLeft');
    await expect(chart.getByRole('status')).toBeVisible({ timeout: 1_000 });
    await expect(chart.getByRole('status')).not.toContainText('Live stream', { timeout: 1_000 });
  }).toPass();
  await page.keyboard.press('ArrowLeft');
  await expect(chart.getByRole('status')).toContainText('Live stream');
  await page.getByRole('button', { name: 'Remove note: Live stream' }).click();
  await expect(page.getByText('Live stream')).toHaveCount(0);
});

test('a backup brings everything back in another browser', async ({ app }) => {
  const page = await begin(app);
  await importFiles(page, [csv('export.csv', rows)]);
  await open(page, `#/referrals/${people[0]}`);
  await page.getByLabel('Note').fill('keep me');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Saved')).toBeVisible();
  await open(page, '#/links');
  await page.getByRole('button', { name: 'Add bpcode' }).click();
  await open(page, '#/settings');
  await page.getByRole('radio', { name: 'Dark' }).check();
  await page.getByLabel('Append my code').check();
  await open(page, '#/data');
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save backup' }).click();
  const file = await download;
  expect(file.suggestedFilename()).toMatch(/^referral-dashboard-pro_.*\.backup$/);
  const buffer = readFileSync(await file.path());

  await page.getByRole('button', { name: 'Erase everything' }).click();
  await page.getByRole('button', { name: 'Really erase everything' }).click();
  await page.getByRole('button', { name: 'Agree and start' }).click();
  await open(page, `#/referrals/${people[0]}`);
  await expect(page.locator('html')).not.toHaveAttribute('data-theme', 'dark');
  await open(page, '#/data');
  await page.getByLabel('Import files').setInputFiles([{ name: 'my.backup', mimeType: '', buffer }]);
  const offer = page.getByRole('group', { name: 'Bring back my.backup?' });
  await expect(offer).toContainText('bpcode');
  await expect(page.getByRole('region', { name: 'Import receipt' })).toHaveCount(0);
  await offer.getByRole('button', { name: 'Bring it back' }).click();
  await expect(page.getByRole('region', { name: 'Import receipt' })).toHaveCount(1);
  expect(await receipt(page)).toEqual({ read: 4_000, added: 4_000, known: 0, rejected: 0, unpriced: 0 });
  await open(page, '#/overview?period=all');
  await expect(figure(page, 'commission')).toHaveAttribute('value', decimal(sumOf(rows)));
  await open(page, `#/referrals/${people[0]}`);
  await expect(page.getByLabel('Note')).toHaveValue('keep me');
  await open(page, '#/links');
  await expect(page.getByText('★ Default')).toHaveCount(1);
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  // What is copied is for the user to decide, not for a file.
  await open(page, '#/settings');
  await expect(page.getByLabel('Append my code')).not.toBeChecked();
});

test('a locked backup asks for its passphrase, and shows what it brings before it brings it', async ({
  app,
}) => {
  const page = await begin(app);
  await importFiles(page, [csv('export.csv', rows)]);
  await open(page, '#/links');
  await page.getByRole('button', { name: 'Add bpcode' }).click();
  await open(page, '#/data');
  await page.getByLabel('Passphrase (optional)').fill('correct horse');
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save backup' }).click();
  const buffer = readFileSync(await (await download).path());
  await expect(page.getByText('Your last backup is of today.')).toBeVisible();
  expect(buffer.includes('bpcode')).toBe(false);

  // Another ledger, which the backup would change.
  await page.getByRole('button', { name: 'Erase everything' }).click();
  await page.getByRole('button', { name: 'Really erase everything' }).click();
  await page.getByRole('button', { name: 'Agree and start' }).click();
  await open(page, '#/data');
  await importFiles(page, [csv('part.csv', rows.slice(0, 1_000))]);
  await page.getByLabel('Import files').setInputFiles([{ name: 'my.backup', mimeType: '', buffer }]);
  await page.getByLabel('Passphrase', { exact: true }).fill('wrong');
  await page.getByRole('button', { name: 'Unlock' }).click();
  await expect(page.getByRole('alert')).toBeVisible();
  await page.getByLabel('Passphrase', { exact: true }).fill('correct horse');
  await page.getByRole('button', { name: 'Unlock' }).click();
  const offer = page.getByRole('group', { name: 'Bring back my.backup?' });
  await expect(offer).toContainText('4,000');
  await expect(offer).toContainText('bpcode');
  await expect(page.getByRole('region', { name: 'Import receipt' })).toHaveCount(1);
  await offer.getByRole('button', { name: 'Bring it back' }).click();
  await expect(page.getByRole('region', { name: 'Import receipt' })).toHaveCount(2);
  await open(page, '#/overview?period=all');
  await expect(figure(page, 'commission')).toHaveAttribute('value', decimal(sumOf(rows)));
});

test('theme and privacy are kept', async ({ app }) => {
  const page = await begin(app, '#/settings');
  await page.getByRole('radio', { name: 'Dark' }).check();
  await page.getByRole('checkbox', { name: /Privacy mode/ }).check();
  await expect(page.locator('html')).toHaveAttribute('data-privacy', '');
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(page.locator('html')).toHaveAttribute('data-privacy', '');
  expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe('rgb(18, 18, 16)');
});

test('hostile texts are shown as texts in every section, and bend no page', async ({ app }) => {
  const texts = [
    '<img src=x onerror=window.hacked=1>',
    '"><script>window.hacked=1</script>',
    '\u202Etxt.exe\u202Ertl',
    'שלום עולם',
    '=HYPERLINK("http://evil.example")',
    'long'.repeat(2_500),
    'javascript:window.hacked=1',
    '%2e%2e/#?&=',
  ];
  const hostile = texts.map((text, i) => ({
    ...rows[i * 7],
    type: i % 2 ? text.replaceAll('"', '""') : 'spot',
    friend: text.replaceAll('"', '""'),
    asset: i % 3 ? 'USDT' : text.replaceAll('"', '""').slice(0, 3_000),
    code: text.replaceAll('"', '""'),
    sub: text.replaceAll('"', '""'),
    time: `${iso(i)} 01:02:03`,
  }));
  const line = (row: ExportRow) =>
    [row.type, row.friend, row.sub, row.asset, row.earned, row.value, row.time, row.registered, row.code]
      .map(cell => `"${cell}"`)
      .join(',');
  const head =
    "Order Type,Friend's ID(Spot),Friend's sub ID (Spot),Commission Asset,Commission Earned,Commission Earned (USDT),Commission Time,Registration Time,Referral ID";
  const page = await begin(app);
  const failures: string[] = [];
  page.on('pageerror', error => failures.push(error.message));
  page.on('console', message => message.type() === 'error' && failures.push(message.text()));
  const receipt = await importFiles(page, [csv('evil.csv', [head, ...hostile.map(line)].join('\n'))]);
  expect(receipt.added).toBe(texts.length);
  for (const hash of [
    '#/overview?period=30d',
    '#/referrals?period=30d',
    '#/income/commissions?period=30d',
    '#/links',
    `#/referrals/${encodeURIComponent(texts[0])}`,
    `#/referrals/${encodeURIComponent(texts[5])}`,
  ]) {
    await open(page, hash);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await drawn(page);
    for (const width of [360, 1280]) {
      await page.setViewportSize({ width, height: 900 });
      const over = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      await expect.poll(over, { message: `${hash.slice(0, 40)} at ${width} px` }).toBeLessThanOrEqual(0);
    }
    expect(await page.evaluate(() => (globalThis as { hacked?: number }).hacked)).toBeUndefined();
    expect(await page.locator('main img, main script').count()).toBe(0);
  }
  await open(page, '#/income/commissions?period=30d');
  await expect(
    page.getByRole('region', { name: 'Every commission' }).getByText('<img src=x').first(),
  ).toBeVisible();
  expect(failures).toEqual([]);
});
