import { expect, test } from 'vitest';
import type { ImportFile } from '../../../lib/sync/read-files';
import { exportText } from '../../browser/export-file';
import { csvFile } from '../memory-ledger';
import { after, paid } from './drops';

const file = (...rows: [amount: string, time: string][]) =>
  csvFile('a.csv', exportText(rows.map(([amount, time]) => paid(amount, time))));

const EARLIER = file(['1', '03 10:00:00'], ['2', '04 10:00:00']);
const MOMENT = Date.UTC(2026, 0, 4, 10);

test.each<[string, ImportFile, object | undefined]>([
  [
    'a file that begins where one ended',
    file(['2', '04 10:00:00'], ['4', '05 10:00:00']),
    { moment: MOMENT, rows: 1 },
  ],
  [
    'one that ends where one begins',
    file(['8', '02 10:00:00'], ['1', '03 10:00:00']),
    { moment: Date.UTC(2026, 0, 3, 10), rows: 1 },
  ],
  ['the same file', EARLIER, undefined],
  ['a part of it', file(['2', '04 10:00:00']), undefined],
  ['a longer one', file(['1', '03 10:00:00'], ['2', '04 10:00:00'], ['4', '05 10:00:00']), undefined],
  ['another amount', file(['3', '04 10:00:00'], ['4', '05 10:00:00']), undefined],
  ['a row in the middle', file(['8', '02 10:00:00'], ['1', '03 10:00:00'], ['4', '05 10:00:00']), undefined],
])('%s', async (_, second, met) => {
  const { receipts } = await after([[EARLIER], [second]]);
  expect(receipts[1].met).toEqual(met);
});
