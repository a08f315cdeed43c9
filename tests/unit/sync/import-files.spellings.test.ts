import { expect, test } from 'vitest';
import { exactDecimal } from '../../../lib/domain/money';
import { exportText } from '../../browser/export-file';
import { exportFile } from '../builders';
import { csvFile } from '../memory-ledger';
import { after, daily, everyWay, habit, paid, units } from './drops';

test.each([
  ['03a-header-utc.csv', '0.1', 1],
  ['03b-header-utc+8.csv', '0.1', 1],
  ['04-Binance-Transaction-History-202604021200(UTC+2)_aa11.csv', '12', 2],
  ['09a-sep-line.csv', '0.3', 1],
  ['11-remark-with-line-break.csv', '3', 2],
])('%s', async (name, total, rows) => {
  const told = await after([[habit(name)]]);
  expect(told.total).toBe(total);
  expect(told.receipts[0]).toMatchObject({ added: rows, rejected: 0 });
});

test('one payment in two zones of the header counts once', async () => {
  for (const [, drops] of everyWay(habit('03a-header-utc.csv'), habit('03b-header-utc+8.csv'))) {
    const { total, rows } = await after(drops);
    expect(total).toBe('0.1');
    expect(rows[0]).toContain('2026-03-01 00:30:00,2025-09-09 09:09:09');
  }
});

test('statements of two accounts stand side by side, and a row without the id is the same row', async () => {
  const [a, b] = [habit('06a-account-A.csv'), habit('06b-account-B.csv')];
  for (const [way, drops] of everyWay(a, b)) expect((await after(drops)).total, way).toBe('0.08');
  // Equal rows of two accounts are no seam.
  expect((await after([[a, b]])).receipts[0].seams).toBeUndefined();
  const { receipts } = await after([[a]]);
  expect(receipts[0].files[0]).toMatchObject({ accounts: ['910…001'] });
  const text = new TextDecoder().decode(await a.slice(0, a.size).arrayBuffer());
  const nameless = csvFile('a.csv', text.replaceAll('910000001', '9.1E+08'));
  for (const [way, drops] of everyWay(a, nameless)) expect((await after(drops)).total, way).toBe('0.03');
});

test('tickers are any text; what has no price is unpriced', async () => {
  const { rows, receipts } = await after([[habit('07a-cjk-ticker-statement.csv')]]);
  expect(rows).toHaveLength(2);
  expect(receipts[0]).toMatchObject({ added: 2, unpriced: 2, rejected: 0 });
});

test('a receipt says which zone was believed', async () => {
  const { receipts } = await after([[habit('04-Binance-Transaction-History-202604021200(UTC+2)_aa11.csv')]]);
  expect(receipts[0].files[0]).toMatchObject({ zones: { believed: 0, other: 2 * 3_600_000 } });
});

test('grouped thousands are read where they cannot be anything else', async () => {
  const { rows, receipts } = await after([[habit('10-grouped-and-ten-decimals.csv')]]);
  expect(receipts[0].rejected).toBe(0);
  const value = rows.reduce((sum, line) => sum + units(line.split(',')[5]), 0n);
  expect(exactDecimal(value)).toBe('1265.8856');
  const doubtful = await after([[exportFile([paid('"1,234"', '03 10:00:00'), paid('1', '03 11:00:00')])]]);
  expect(doubtful.receipts[0]).toMatchObject({ added: 1, rejected: 1 });
});

test('CR alone ends lines too', async () => {
  const text = exportText([paid('1', '03 10:00:00'), paid('2', '04 10:00:00')]).replaceAll('\r\n', '\r');
  expect((await after([[csvFile('old.csv', text)]])).total).toBe('3');
});

test('a stray quote costs its own line, whatever quotes follow', async () => {
  const lines = exportText(daily(1, 9, String)).split('\r\n');
  const strays: [string, number][] = [
    ['"', 8],
    ['code"', 9],
    ['"code', 8],
  ];
  for (const [stray, added] of strays) {
    const broken = lines.map((line, i) => (i === 4 ? line.replace(/code$/, stray) : line)).join('\r\n');
    const { receipts } = await after([[csvFile('broken.csv', broken)]]);
    expect(receipts[0].added, stray).toBe(added);
  }
});
