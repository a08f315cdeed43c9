import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { exportRows, exportText, HEADER } from '../browser/export-file.ts';
import { expected } from '../browser/oracle.ts';
import { begin, csv, expect, figure, importFiles, receipt, test } from './app.ts';

const fixture = (name: string) =>
  readFileSync(resolve(import.meta.dirname, '../fixtures/commission-export', name));

test('the one public export row', async ({ app }) => {
  const page = await begin(app);
  const got = await importFiles(page, [csv('export.csv', fixture('commission-export-1row.csv'))]);
  expect(got).toEqual({ read: 1, added: 1, known: 0, rejected: 0, unpriced: 0 });
  await page.goto(`${app.origin}/dashboard.html#/overview?period=all`);
  await expect(figure(page, 'commission')).toHaveAttribute('value', '0.006083');
  await expect(figure(page, 'traders-futures')).toHaveAttribute('value', '1');
  await page.goto(`${app.origin}/dashboard.html#/overview`);
  await expect(page.getByText('No data in this period.', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Show that' }).click();
  await expect(figure(page, 'commission')).toHaveText('0.01');
});

test('bad rows are rejected with file, line, column and reason; the rest is imported', async ({ app }) => {
  const good = 'spot,1,"",USDT,1,1.5,2026-05-01 00:00:00,2026-01-01 00:00:00,c1';
  const text = [
    HEADER,
    good,
    'spot,1,"",USDT,1,abc,2026-05-01 00:00:00,2026-01-01 00:00:00,c1',
    'spot,1,"",USDT,1,1.5,2026-02-30 00:00:00,2026-01-01 00:00:00,c1',
    HEADER,
    'spot,1,"",USDT,1',
    good.replace('1.5', ''),
    '=HYPERLINK("http://x"),1,"",USDT,x,1.5,2026-05-01 00:00:00,2026-01-01 00:00:00,c1',
  ].join('\r\n');
  const page = await begin(app);
  expect(await importFiles(page, [csv('bad.csv', text)])).toEqual({
    read: 6,
    added: 2,
    known: 0,
    rejected: 4,
    unpriced: 1,
  });
  await page.getByText('4 rows could not be read').click();
  const region = page.getByRole('region', { name: 'Import receipt' });
  await expect(
    region.getByRole('row', { name: /bad\.csv 3 Commission Earned \(USDT\) “abc” is not a number/ }),
  ).toBeVisible();
  await expect(
    region.getByRole('row', { name: /bad\.csv 4 Commission Time “2026-02-30 00:00:00” is not a date/ }),
  ).toBeVisible();
  await expect(
    region.getByRole('row', { name: /bad\.csv 6 whole row has 5 columns, the header has 9/ }),
  ).toBeVisible();
  const download = page.waitForEvent('download');
  await region.getByRole('button', { name: 'Download rejected rows' }).click();
  const saved = readFileSync(await (await download).path(), 'utf8');
  expect(saved).toContain('"bad.csv",3,"Commission Earned (USDT)"');
  expect(saved).toContain(`"'=HYPERLINK(""http://x"")`);
  await page.goto(`${app.origin}/dashboard.html#/overview?period=all`);
  await expect(figure(page, 'commission')).toHaveAttribute('value', '1.5');
  await expect(page.getByText('+ 1 unpriced')).toBeVisible();
});

test('files that are no export are refused whole and named for what they look like', async ({ app }) => {
  const page = await begin(app);
  await page
    .getByLabel('Import files')
    .setInputFiles([
      csv('us.csv', fixture('binance_us_dist_file_one_rec.csv')),
      csv('statement.csv', 'User ID,Time,Account,Operation,Coin,Change,Remark\n'),
      csv('trades.csv', 'Date(UTC),Pair,Side,Price,Executed,Amount,Fee\n'),
      csv('login.csv', '<!doctype html><title>Log in</title>'),
      csv('nothing.csv', ''),
    ]);
  const alert = page.getByRole('alert');
  await expect(alert).toContainText('5 files were refused');
  await expect(alert).toContainText('us.csv: It is a Binance.US file');
  await expect(alert).toContainText('statement.csv: It is an account statement whose times are in a zone');
  await expect(alert).toContainText('trades.csv: It is a trade export');
  await expect(alert).toContainText('login.csv: It is a web page');
  await expect(alert).toContainText('nothing.csv: It is empty');
  await expect(page.getByRole('region', { name: 'Import receipt' })).toHaveCount(0);
});

test('cancelling publishes nothing', async ({ app }) => {
  const page = await begin(app);
  const now = Date.now();
  const many = test.info().outputPath('many.csv');
  writeFileSync(many, exportText(exportRows({ rows: 700_000, referrals: 500, from: now - 9e9, to: now })));
  await page.getByLabel('Import files').setInputFiles(many);
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByText('Import cancelled. Nothing was changed.')).toBeVisible();
  await expect(page.getByText('Nothing is stored yet.')).toBeVisible();
  await page.reload();
  await expect(page.getByText('Nothing is stored yet.')).toBeVisible();
  expect(await importFiles(page, [csv('one.csv', fixture('commission-export-1row.csv'))])).toMatchObject({
    added: 1,
  });
  expect((await receipt(page)).read).toBe(1);
});

test('erasing forgets everything and asks again', async ({ app }) => {
  const page = await begin(app);
  await importFiles(page, [csv('one.csv', fixture('commission-export-1row.csv'))]);
  await page.getByRole('button', { name: 'Erase everything' }).click();
  await page.getByRole('button', { name: 'Really erase everything' }).click();
  await expect(page.getByRole('button', { name: 'Agree and start' })).toBeVisible();
  await page.getByRole('button', { name: 'Agree and start' }).click();
  await expect(page.getByText('Nothing is stored yet.')).toBeVisible();
});

test('a second window sees an import at once, and the sentinel catches a lost database', async ({ app }) => {
  const page = await begin(app);
  const other = await app.open('dashboard.html#/overview?period=all');
  await expect(other.getByRole('heading', { name: 'Nothing here yet' })).toBeVisible();
  await importFiles(page, [csv('one.csv', fixture('commission-export-1row.csv'))]);
  await expect(figure(other, 'commission')).toHaveAttribute('value', '0.006083');
  await other.close();
  await page.evaluate(
    () =>
      new Promise(done => {
        indexedDB.deleteDatabase('referral-dashboard-pro').onsuccess = done;
      }),
  );
  const popup = await app.open('popup.html');
  await expect(popup.getByRole('alert')).toContainText('No figures are shown');
  await popup.close();
  await page.reload();
  await expect(page.getByRole('alert')).toContainText('The ledger is not what it was');
  await expect(page.getByRole('button', { name: 'Erase everything' })).toBeVisible();
  await page.getByRole('button', { name: 'Start again with what is there' }).click();
  await expect(page.getByText('Nothing is stored yet.')).toBeVisible();
});

test('two windows import at once: one after the other, both whole', async ({ app }) => {
  const now = Date.now();
  const rows = [...exportRows({ rows: 20_000, referrals: 200, from: now - 9e9, to: now })];
  const page = await begin(app);
  const other = await app.open('dashboard.html#/data');
  await Promise.all([
    page.getByLabel('Import files').setInputFiles([csv('a.csv', rows.slice(0, 12_000))]),
    other.getByLabel('Import files').setInputFiles([csv('b.csv', rows.slice(9_000))]),
  ]);
  await expect(page.getByRole('region', { name: 'Import receipt' })).toHaveCount(2);
  await page.goto(`${app.origin}/dashboard.html#/overview?period=all`);
  await expect(figure(page, 'commission')).toHaveAttribute('value', expected(rows, ['0', '9']).commission);
});

test('hostile text from a file is shown as text, cut, and breaks nothing', async ({ app }) => {
  const page = await begin(app);
  const errors: string[] = [];
  page.on('pageerror', error => errors.push(error.message));
  const row = (type: string, friend: string, code: string) =>
    `"${type}",${friend},"",USDT,1,1,2026-05-01 00:00:00,2026-01-01 00:00:00,"${code}"`;
  const text = [
    HEADER,
    row('<img src=x onerror=alert(1)>', '1', '<script>alert(1)</script>'),
    row('spot', '2', `\u202Eegap siht nrut\u202C`),
    row('spot', '=cmd|calc', 'x'.repeat(10_000)),
    row(`y`.repeat(10_000), '\u0000', '=1+1'),
  ].join('\n');
  expect(await importFiles(page, [csv(`<b>${'long '.repeat(40)}</b>.csv`, text)])).toMatchObject({
    read: 4,
    added: 4,
  });
  for (const hash of ['#/data', '#/links', '#/overview?period=all']) {
    await page.goto(`${app.origin}/dashboard.html${hash}`);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    for (const width of [360, 1280]) {
      await page.setViewportSize({ width, height: 900 });
      const over = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      await expect.poll(over, { message: `${hash} at ${width} px` }).toBeLessThanOrEqual(0);
    }
  }
  await expect(page.getByText('<script>alert(1)</script>')).toBeVisible();
  await expect(figure(page, 'commission')).toHaveAttribute('value', '4');
  expect(errors).toEqual([]);
});

test('a ledger with a missing part shows no figures, and erasing is the way out', async ({ app }) => {
  const page = await begin(app);
  await importFiles(page, [csv('one.csv', fixture('commission-export-1row.csv'))]);
  await page.evaluate(
    () =>
      new Promise<void>(done => {
        indexedDB.open('referral-dashboard-pro').onsuccess = event => {
          const db = (event.target as IDBOpenDBRequest).result;
          const tx = db.transaction('rollups', 'readwrite');
          tx.objectStore('rollups').clear();
          tx.oncomplete = () => {
            db.close();
            done();
          };
        };
      }),
  );
  await page.goto(`${app.origin}/dashboard.html#/overview?period=all`);
  await page.reload();
  await expect(page.getByRole('alert')).toContainText('The ledger is not what it was');
  await expect(page.locator('data[data-metric]')).toHaveCount(0);
  await page.getByRole('button', { name: 'Erase everything' }).click();
  await page.getByRole('button', { name: 'Agree and start' }).click();
  await expect(page.getByText('Nothing here yet')).toBeVisible();
});

test('a file dropped beside the zone does not take the page away', async ({ app }) => {
  const page = await begin(app);
  const prevented = await page.evaluate(() => {
    const drop = new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: new DataTransfer() });
    document.querySelector('nav')!.dispatchEvent(drop);
    return drop.defaultPrevented;
  });
  expect(prevented).toBe(true);
});
