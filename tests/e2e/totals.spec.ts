import { type ExportRow, exportRows } from '../browser/export-file.ts';
import { expected, periodDays } from '../browser/oracle.ts';
import { begin, csv, expect, figure, importFiles, test } from './app.ts';

const PERIODS = [
  'today',
  'yesterday',
  '7d',
  '30d',
  '90d',
  'this-month',
  'last-month',
  'this-year',
  'last-year',
  'all',
];
const METRICS = ['commission', 'referrals', 'traders-spot', 'traders-futures', 'miners'] as const;

function twoYears(rows: number): ExportRow[] {
  const now = Date.now();
  return [...exportRows({ rows, referrals: 700, from: now - 740 * 86_400_000, to: now, seed: 7 })];
}

test('every metric, period and account equals an independent computation, to the last digit', async ({
  app,
}) => {
  const rows = twoYears(25_000);
  const today = new Date().toISOString().slice(0, 10);
  const page = await begin(app);
  const got = await importFiles(page, [csv('export.csv', rows)]);
  expect(got).toEqual({ read: 25_000, added: 25_000, known: 0, rejected: 0, unpriced: 0 });

  for (const account of [undefined, 'spot', 'futures', 'mining']) {
    for (const period of PERIODS) {
      const query = `period=${period}${account ? `&account=${account}` : ''}`;
      await page.evaluate(hash => {
        location.hash = hash;
      }, `#/overview?${query}`);
      const want = expected(rows, periodDays(period, today), { account, all: period === 'all' });
      for (const metric of METRICS) {
        await expect(figure(page, metric), `${query} ${metric}`).toHaveAttribute('value', want[metric]);
      }
    }
  }
  const from = '2026-02-11';
  const to = '2026-07-03';
  await page.goto(`${app.origin}/dashboard.html#/overview?period=custom&from=${from}&to=${to}&code=bpcode`);
  const want = expected(rows, [from, to], { code: 'bpcode' });
  for (const metric of METRICS)
    await expect(figure(page, metric), metric).toHaveAttribute('value', want[metric]);

  const popup = await app.open('popup.html');
  for (const period of ['today', 'yesterday', 'this-month', 'last-month']) {
    await expect(figure(popup, 'commission', period)).toHaveAttribute(
      'value',
      expected(rows, periodDays(period, today)).commission,
    );
  }
});

test('last month twice, in three parts, out of order, with a day of overlap: nothing doubled, nothing lost', async ({
  app,
}) => {
  const rows = twoYears(9_000);
  const parts = [rows.slice(0, 3_000), rows.slice(2_950, 6_100), rows.slice(6_000)];
  const page = await begin(app);
  const first = await importFiles(page, [csv('c.csv', parts[2]), csv('a.csv', parts[0])]);
  expect(first.added).toBe(6_000);
  const second = await importFiles(page, [csv('b.csv', parts[1])]);
  expect(second).toEqual({ read: 3_150, added: 3_000, known: 150, rejected: 0, unpriced: 0 });
  const third = await importFiles(page, [csv('all.csv', rows), csv('all (1).csv', rows)]);
  expect(third).toEqual({ read: 18_000, added: 0, known: 18_000, rejected: 0, unpriced: 0 });
  await page.goto(`${app.origin}/dashboard.html#/overview?period=all`);
  await expect(figure(page, 'commission')).toHaveAttribute('value', expected(rows, ['0', '9']).commission);
});

test('undo goes back to the ledger before the last import', async ({ app }) => {
  const rows = twoYears(4_000);
  const page = await begin(app);
  await importFiles(page, [csv('old.csv', rows.slice(0, 2_500))]);
  await importFiles(page, [csv('new.csv', rows.slice(2_000))]);
  await page.getByRole('button', { name: 'Undo this import' }).click();
  await expect(page.getByText('The last import was undone.')).toBeVisible();
  await expect(page.getByRole('region', { name: 'Import receipt' })).toHaveCount(1);
  await page.goto(`${app.origin}/dashboard.html#/overview?period=all`);
  const want = expected(rows.slice(0, 2_500), ['0', '9'], { all: true });
  await expect(figure(page, 'commission')).toHaveAttribute('value', want.commission);
  await expect(figure(page, 'referrals')).toHaveAttribute('value', want.referrals);
});

test('the first real import ends the demo; undoing it does not bring it back', async ({ app }) => {
  const page = await app.open('dashboard.html#/overview');
  await page.getByRole('button', { name: 'Try the demo' }).click();
  await expect(figure(page, 'commission')).toHaveAttribute('value', /\d/);
  await page.goto(`${app.origin}/dashboard.html#/data`);
  const rows = twoYears(300);
  await importFiles(page, [csv('real.csv', rows)]);
  await page.goto(`${app.origin}/dashboard.html#/overview?period=all`);
  await expect(figure(page, 'commission')).toHaveAttribute('value', expected(rows, ['0', '9']).commission);
  await expect(page.getByText('Demo', { exact: true })).toHaveCount(0);
  await page.goto(`${app.origin}/dashboard.html#/data`);
  await page.getByRole('button', { name: 'Undo this import' }).click();
  await page.goto(`${app.origin}/dashboard.html#/overview`);
  await expect(page.getByRole('heading', { name: 'Nothing here yet' })).toBeVisible();
});
