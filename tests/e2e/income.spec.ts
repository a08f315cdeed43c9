import { readFileSync } from 'node:fs';
import { decimal, expected, units } from '../browser/oracle.ts';
import { begin, csv, expect, figure, importFiles, test } from './app.ts';
import { iso, lastDays, open, rows, sumOf } from './four-months.ts';

test('income: every row, sorted and searched, with exact totals', async ({ app }) => {
  const page = await begin(app);
  await importFiles(page, [csv('export.csv', rows)]);
  await open(page, '#/income/commissions?period=30d');
  const some = lastDays(30);
  const of = (types: string[]) => decimal(sumOf(some.filter(row => types.includes(row.type))));
  await expect(figure(page, 'commission')).toHaveAttribute('value', decimal(sumOf(some)));
  await expect(figure(page, 'commission-spot')).toHaveAttribute('value', of(['spot', 'margin']));
  await expect(figure(page, 'commission-futures')).toHaveAttribute(
    'value',
    of(['USDT-futures', 'COIN-futures']),
  );
  await expect(figure(page, 'commission-mining')).toHaveAttribute('value', of(['mining']));
  await expect(figure(page, 'kickback')).toHaveAttribute('value', '0');

  const table = page.getByRole('region', { name: 'Every commission' });
  await expect(page.getByText(`${some.length.toLocaleString('en-US')} of 4,000 rows`)).toBeVisible();
  await expect(table.getByRole('row').nth(1)).toContainText(some.at(-1)!.time);
  await table.getByRole('button', { name: 'Distributed (UTC)' }).click();
  await expect(table.getByRole('row').nth(1)).toContainText(some[0].time);
  await table.getByRole('button', { name: 'Value, BUSD' }).click();
  const top = some.reduce((best, row) => (units(row.value) > units(best.value) ? row : best));
  await expect(table.getByRole('row').nth(1)).toContainText(top.friend);
  await expect(table.locator('data').nth(1)).toHaveAttribute('value', decimal(units(top.value)));

  // To the very end and back, by keyboard.
  await table.focus();
  // On a busy machine Chromium gives its smooth scrolling up when rows come meanwhile; who presses again arrives.
  await expect(async () => {
    await page.keyboard.press('End');
    const last = table.getByRole('row').last();
    await expect(last).toHaveAttribute('aria-rowindex', String(some.length + 1), { timeout: 2_000 });
  }).toPass();
  await expect(table.getByRole('row').last()).toContainText(/\d/);
  await expect(table.getByRole('row').last()).toBeInViewport();
  await page.getByLabel('Search id, asset, type, code').fill('bnb');
  const found = some.filter(row => row.asset === 'BNB').length;
  await expect(page.getByText(`${found} of 4,000 rows`)).toBeVisible();
  const asset = page.getByRole('region', { name: 'By asset' }).getByRole('row', { name: /^BNB/ });
  const amount = some.filter(row => row.asset === 'BNB').reduce((sum, row) => sum + units(row.earned), 0n);
  await expect(asset.locator('data')).toHaveAttribute('value', decimal(amount));
});

test('an export read back is the same ledger; what is filtered is what is written', async ({ app }) => {
  const page = await begin(app);
  await importFiles(page, [csv('export.csv', rows)]);
  await open(page, '#/income/commissions?period=all&code=bpcode');
  await expect(figure(page, 'commission')).toHaveAttribute('value', /\d/);
  const save = async (what: string) => {
    await page.getByRole('button', { name: 'Export', exact: true }).click();
    const download = page.waitForEvent('download');
    await page.getByRole('menuitem', { name: what }).click();
    const file = await download;
    return { name: file.suggestedFilename(), content: readFileSync(await file.path()) };
  };
  const filtered = await save('What is filtered as CSV');
  expect(filtered.name).toMatch(
    /^commissions_\d{4}-\d\d-\d\d_\d{4}-\d\d-\d\d_UTC_BUSD-equivalent_bpcode\.csv$/,
  );
  const lines = filtered.content.toString().trimEnd().split('\r\n');
  expect(lines).toHaveLength(rows.filter(row => row.code === 'bpcode').length + 1);
  const json = JSON.parse((await save('What is filtered as JSON')).content.toString());
  expect(json.about.filters).toMatchObject({ code: 'bpcode' });
  expect(json.rows).toHaveLength(lines.length - 1);
  const book = await save('What is filtered as Excel (XLSX)');
  expect(book.content.subarray(0, 2).toString()).toBe('PK');

  const everything = await save('Everything as CSV');
  await open(page, '#/data');
  const again = await importFiles(page, [csv('again.csv', everything.content)]);
  expect(again).toEqual({ read: 4_000, added: 0, known: 4_000, rejected: 0, unpriced: 0 });
  for (const left of [1, 0]) {
    await page.getByRole('button', { name: 'Undo this import' }).click();
    await expect(page.getByRole('region', { name: 'Import receipt' })).toHaveCount(left);
  }
  const fresh = await importFiles(page, [csv('again.csv', everything.content)]);
  expect(fresh.added).toBe(4_000);
  await open(page, '#/overview?period=all');
  await expect(figure(page, 'commission')).toHaveAttribute('value', decimal(sumOf(rows)));
});

test('bonus: a programme of one’s own is measured from the ledger', async ({ app }) => {
  const page = await begin(app);
  await importFiles(page, [csv('export.csv', rows)]);
  await open(page, '#/income/bonus');
  await page.getByRole('button', { name: 'Add programme' }).click();
  await page.getByLabel('Name').fill('Mine');
  await page.getByLabel('What counts').selectOption('commission-futures');
  await page.getByLabel('When it counts').selectOption('fixed');
  await page.getByLabel('From', { exact: true }).fill(iso(60));
  await page.getByLabel('To', { exact: true }).fill(iso(20));
  await page.getByLabel('Threshold 1').fill('not a number');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('alert')).toContainText('a threshold that is a number');
  await page.getByLabel('Threshold 1').fill('0.5');
  await page.getByRole('button', { name: 'Save' }).click();
  const card = page.getByRole('region', { name: 'Mine' });
  const want = expected(rows, [iso(60), iso(20)], { account: 'futures' }).commission;
  await expect(card.locator('data')).toHaveAttribute('value', want);
  await expect(card.getByText('Reached', { exact: true })).toBeVisible();
  await page.reload();
  await expect(card.locator('data')).toHaveAttribute('value', want);

  await page.getByRole('button', { name: 'Enter a payout' }).click();
  await page.getByLabel('Value, BUSD').fill('1,234.5');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('region', { name: 'Distribution history' }).locator('data')).toHaveAttribute(
    'value',
    '1234.5',
  );
});
