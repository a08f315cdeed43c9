import { exportRows } from '../browser/export-file.ts';
import { begin, csv, expect, importFiles, test } from './app.ts';

const from = Date.UTC(2026, 9, 3);
const rows = [...exportRows({ rows: 300, referrals: 9, from, to: from + 86_400_000, seed: 3 })];

test('Copy diagnostics copies and shows what a report needs, and no name of a file', async ({ app }) => {
  const page = await begin(app);
  await importFiles(page, [csv('not-for-maintainers.csv', rows)]);
  await page.getByRole('link', { name: 'Settings' }).click();
  await page.getByRole('button', { name: 'Copy diagnostics' }).click();
  await expect(page.getByText('Copied. Read it before you send it.')).toBeVisible();
  const text = await page.getByRole('textbox', { name: 'Diagnostics' }).inputValue();
  expect(text).toMatch(/^Referral Dashboard Pro \d+\.\d+\.\d+, \d{4}-/);
  expect(text).toMatch(/\nbrowser: .*Chrome\//);
  expect(text).toMatch(/\npermissions: .*storage/);
  expect(text).toContain('\nledger: real, generation 1, months 1');
  expect(text).toContain('\nrows: exports=300 ');
  expect(text).not.toContain('not-for-maintainers');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(text);
});

test('an error that nobody caught is in it, in the background too', async ({ app }) => {
  const page = await begin(app, '#/settings');
  await page.evaluate(() => {
    setTimeout(() => Promise.reject(new RangeError('not for maintainers')));
  });
  await app.context.serviceWorkers()[0].evaluate(() => {
    setTimeout(() => Promise.reject(new SyntaxError('not for maintainers')));
  });
  const copy = page.getByRole('button', { name: 'Copy diagnostics' });
  const text = page.getByRole('textbox', { name: 'Diagnostics' });
  await expect(async () => {
    await copy.click();
    await expect(text).toHaveValue(/ dashboard: RangeError/, { timeout: 1_000 });
    await expect(text).toHaveValue(/ background: SyntaxError/, { timeout: 1_000 });
  }).toPass();
  await expect(text).not.toHaveValue(/not for maintainers/);
});
