import fc from 'fast-check';
import { expect, test } from 'vitest';
import { importFiles } from '../../../lib/sync/import-files';
import type { ImportFile } from '../../../lib/sync/read-files';
import { HEADER } from '../../browser/export-file';
import { mutant, mutantName } from '../../mutants';
import { csvFile, memoryDatabase, writerEnv } from '../memory-ledger';
import { thorough } from '../thorough';
import { counted, countedAmount, everyWay, ownFile } from './drops';

type Row = [time: string, amount: number];
type Source = 'export' | 'copy' | 'account';

const line = (at: string, n: number, friend: string) =>
  `spot,${friend},,USDT,${n},${n},2026-01-${at},,${friend && 'demo'}`;
const exportOf = (...rows: Row[]) =>
  csvFile('export.csv', [HEADER, ...rows.map(([at, n]) => line(at, n, '700'))].join('\n'));
const statementOf = (...rows: Row[]) =>
  csvFile(
    'statement.csv',
    [
      'UTC_Time,Account,Operation,Coin,Change',
      ...rows.map(([at, n]) => `2026-01-${at},Spot,Referral Commission,USDT,${n}`),
    ].join('\n'),
  );
const own = (...rows: [...Row, Source][]) =>
  csvFile(
    'own.csv',
    [
      `${HEADER},Kind,Market,Status,Source`,
      ...rows.map(
        ([at, n, source]) =>
          `${line(at, n, source === 'account' ? '' : '700')},commission,spot,${source === 'account' ? 'credited' : 'reported'},${source}`,
      ),
    ].join('\n'),
  );

test.each<[string, ImportFile, string]>([
  ['one after the other', own(['03 10:00:00', 1, 'export'], ['03 15:00:00', 2, 'account']), '3'],
  ['the account first', own(['03 10:00:00', 2, 'account'], ['03 15:00:00', 1, 'export']), '3'],
  ['at one moment', own(['03 10:00:00', 2, 'account'], ['03 10:00:00', 1, 'export']), '3'],
  [
    'among each other',
    own(
      ['03 10:00:00', 1, 'export'],
      ['03 10:01:00', 2, 'account'],
      ['03 10:02:00', 4, 'export'],
      ['03 10:03:00', 8, 'account'],
      ['03 15:00:00', 16, 'account'],
    ),
    '31',
  ],
  [
    'of three sources',
    own(['03 10:00:00', 1, 'export'], ['03 10:00:00', 2, 'copy'], ['03 10:01:00', 4, 'account']),
    '7',
  ],
  ['with equal amounts soon after', own(['03 10:00:00', 1, 'export'], ['03 10:30:00', 1, 'account']), '2'],
  [
    'with equal amounts round midnight',
    own(['03 23:50:00', 1, 'export'], ['04 00:10:00', 1, 'account']),
    '2',
  ],
])('a day that several sources have told counts whole from our own file: %s', async (_, file, sum) => {
  for (const drops of [[[file]], [[file], [file]], [[file, file]]]) expect(await counted(drops)).toBe(sum);
});

test('Binance’s own file of such a day counts instead of what stands beside it', async () => {
  const ours = own(
    ['03 10:00:00', 1, 'export'],
    ['03 10:01:00', 2, 'account'],
    ['03 10:02:00', 4, 'export'],
    ['03 15:00:00', 8, 'account'],
  );
  const theirs = exportOf(
    ['03 00:00:00', 2],
    ['03 10:00:00', 1],
    ['03 10:02:00', 4],
    ['03 14:59:00', 8],
    ['03 23:00:00', 16],
  );
  for (const [way, drops] of everyWay(ours, theirs)) expect(await counted(drops), way).toBe('31');
});

test('a statement that goes on counts where our file has only what the account told', async () => {
  const ours = own(['03 10:00:00', 1, 'export'], ['03 13:00:00', 2, 'account'], ['05 10:00:00', 4, 'export']);
  const statement = statementOf(['03 10:05:00', 1], ['03 13:00:00', 2], ['03 20:00:00', 8]);
  for (const [way, drops] of everyWay(ours, statement)) expect(await countedAmount(drops), way).toBe('15');
});

const minutes = (most: number) => fc.integer({ min: 0, max: most });
const at = (minute: number) => {
  const text = new Date(Date.UTC(2026, 0, 3) + minute * 60_000).toISOString();
  return text.slice(8, 19).replace('T', ' ');
};
const payments = fc.uniqueArray(minutes(2 * 24 * 60 - 30), { minLength: 2, maxLength: 12 });

test('whatever an export and a statement share, our own file adds nothing to it and lacks nothing', async () => {
  await fc.assert(
    fc.asyncProperty(payments, minutes(11), minutes(11), async (moments, a, b) => {
      const rows = [...moments].sort((a, b) => a - b).map((minute, i): [number, number] => [minute, 2 ** i]);
      const told = rows.slice(Math.min(a, b) % moments.length, Math.max(a, b) + 1);
      const drop = exportOf(...told.map(([minute, n]): Row => [at(minute), n]));
      const records = statementOf(...rows.map(([minute, n]): Row => [at(minute + 7), n]));
      const db = await memoryDatabase();
      await importFiles(writerEnv(db, { key: 'b0' }), [drop]);
      await importFiles(writerEnv(db, { key: 'b1' }), [records]);
      const file = await ownFile(db);
      db.close();
      const sum = await countedAmount([[drop], [records]]);
      const ways: [string, ImportFile[][]][] = [
        ['alone', [[file]]],
        ['with all in one drop', [[file, drop, records]]],
        ['between the two', [[records], [file], [drop]]],
        ['before the export', [[file], [drop]]],
        ['after the export', [[drop], [file]]],
        ['before the statement', [[file], [records]]],
        ['after the statement', [[records], [file]]],
      ];
      for (const [way, drops] of ways) expect(await countedAmount(drops), way).toBe(sum);
    }),
    { numRuns: thorough(100) },
  );
});

test('and would not, if each source spoke for the days of its rows', async () => {
  const file = mutantName('./own-file.ts', 'if (before & pairs)', 'if (before < 0)');
  const read = mutantName('./read-files.ts', "'./own-file'", `'${file}'`);
  const { importFiles: broken } = await mutant<{ importFiles: typeof importFiles }>(
    'lib/sync/import-files.ts',
    "'./read-files'",
    `'${read}'`,
  );
  const shared = own(['03 10:00:00', 1, 'export'], ['03 15:00:00', 2, 'account']);
  expect(await counted([[shared]], broken)).not.toBe('3');
});
