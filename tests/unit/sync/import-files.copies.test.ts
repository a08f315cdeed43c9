import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { FileFigures } from '../../../lib/domain/receipt';
import { importFiles } from '../../../lib/sync/import-files';
import type { ImportFile } from '../../../lib/sync/read-files';
import { HEADER } from '../../browser/export-file';
import { mutant, mutantName } from '../../mutants';
import { csvFile, memoryDatabase, writerEnv } from '../memory-ledger';
import { after, counted, countedAmount, everyWay, habit, ownFile } from './drops';

const READ_FILES = resolve(import.meta.dirname, '../../../lib/sync/read-files.ts');
const original = habit('01a-original.csv');
const copy = habit('01b-same-saved-by-excel-zh-locale.csv');

describe('an export and the same saved by a spreadsheet count once', () => {
  test.each(everyWay(original, copy))('%s', async (_, drops) => {
    expect(await counted(drops)).toBe('1.72484567');
  });

  test('the copy alone counts', async () => {
    expect(await counted([[copy]])).toBe('1.72484567');
    expect((await after([[copy]])).receipts[0]).toMatchObject({ added: 3, files: [{ of: 'copy' }] });
  });

  test('one that takes a copy for an export is caught', async () => {
    const { importFiles: broken } = await mutant<{ importFiles: typeof importFiles }>(
      'lib/sync/import-files.ts',
      "from './read-files'",
      `from '${mutantName(READ_FILES, 'if (isCopyKind(figures.of))', 'if (Number.isNaN(index))')}'`,
    );
    expect(await counted([[original], [copy]], broken)).not.toBe('1.72484567');
  });
});

describe('a statement and the same saved by a spreadsheet count once', () => {
  const statement = (...lines: string[]) =>
    csvFile(
      'statement.csv',
      [
        'User_ID,UTC_Time,Account,Operation,Coin,Change,Remark',
        ...lines.map(line => `910000001,${line.replace(',', ',Spot,Referral Commission,USDT,')},`),
      ].join('\n'),
    );
  const original = statement(
    '2026-02-01 12:00:07,1',
    '2026-02-01 12:00:31,2',
    '2026-02-03 09:30:59,0.00000042',
  );
  const saved = statement('2026/2/1 12:00,1', '2026/2/1 12:00,2', '2026/2/3 9:30,4.2E-07');

  test.each(everyWay(original, saved))('%s', async (_, drops) => {
    expect(await countedAmount(drops)).toBe('3.00000042');
  });

  test('the copy alone counts', async () => {
    expect(await countedAmount([[saved]])).toBe('3.00000042');
    expect((await after([[saved]])).receipts[0]).toMatchObject({ files: [{ of: 'statement-copy' }] });
  });

  test('what only the copy tells counts', async () => {
    const longer = statement(
      '2026/2/1 12:00,1',
      '2026/2/1 12:00,2',
      '2026/2/3 9:30,4.2E-07',
      '2026/2/9 9:30,8',
    );
    for (const [way, drops] of everyWay(original, longer)) {
      expect(await countedAmount(drops), way).toBe('11.00000042');
    }
  });
});

test('a copy read back from our own file stays a copy', async () => {
  const db = await memoryDatabase();
  await importFiles(writerEnv(db), [copy]);
  const own = await ownFile(db);
  expect(await own.slice(0, own.size).arrayBuffer()).toSatisfy((bytes: ArrayBuffer) =>
    new TextDecoder().decode(bytes).includes('reported,copy'),
  );
  for (const [way, drops] of everyWay(original, own)) expect(await counted(drops), way).toBe('1.72484567');
  for (const [way, drops] of everyWay(copy, own)) expect(await counted(drops), way).toBe('1.72484567');
  db.close();
});

/** One row, as a spreadsheet of some country has written it. */
const row = ({ time = '2026-01-05 07:49', amount = '1.25', friend = '700', code = 'demo', since = '' }) =>
  `spot,${friend},,BNB,${amount},${amount},${time},${since},${code}`;
const saved = (...rows: Parameters<typeof row>[0][]) =>
  csvFile('saved.csv', [HEADER, ...rows.map(row)].join('\n'));
const firstFile = async (file: ImportFile) => {
  const { receipts, rows } = await after([[file]]);
  return { file: receipts[0].files[0] as FileFigures, rows, rejections: receipts[0].rejections };
};

describe('what shows a copy', () => {
  test.each<[string, ImportFile, string | undefined]>([
    ['an export', saved({ time: '2026-01-05 07:49:00' }), undefined],
    ['no seconds anywhere', saved({}, { time: '2026-01-05 07:51' }), 'copy'],
    ['seconds in one row', saved({}, { time: '2026-01-05 07:51:07' }), undefined],
    ['a power of ten', saved({ time: '2026-01-05 07:49:00', amount: '1.2E-07' }), 'copy'],
    [
      'a power of ten as programs write it',
      saved({ time: '2026-01-05 07:49:00', amount: '1.2E-7' }),
      undefined,
    ],
    ['a local date', saved({ time: '31.01.2026 07:49:00' }), 'copy'],
    [
      'decimal commas',
      csvFile(
        'saved.csv',
        `${HEADER}\n${row({ time: '2026-01-05 07:49:00' })}`.replaceAll(',', ';').replaceAll('1.25', '1,25'),
      ),
      'copy',
    ],
  ])('%s', async (_, file, of) => {
    expect((await firstFile(file)).file.of).toBe(of);
  });

  test('our own file saved by a spreadsheet is a copy too', async () => {
    const text = `${HEADER},Kind,Market,Status,Source\n${row({})},commission,spot,,export`;
    expect((await firstFile(csvFile('own.csv', text))).file.of).toBe('copy');
  });
});

describe('dates of a country', () => {
  const DAY = '2026-01-05 07:49:00';
  test.each<[string, Parameters<typeof row>[0][], string]>([
    ['points', [{ time: '05.01.2026 07:49' }], DAY],
    ['day first, by another row', [{ time: '5/1/2026 7:49' }, { time: '13/1/2026 7:49' }], DAY],
    ['month first, by the registration', [{ time: '1/5/2026 7:49', since: '12/25/2025 8:00' }], DAY],
    ['half days', [{ time: '1/5/26 7:49 PM' }, { time: '1/25/26 7:49 AM' }], '2026-01-05 19:49:00'],
    ['midnight', [{ time: '1/5/26 12:00 AM' }, { time: '1/25/26 7:49 AM' }], '2026-01-05 00:00:00'],
  ])('%s', async (_, rows, moment) => {
    expect((await firstFile(saved(...rows))).rows[0]).toContain(moment);
  });
});

test('an id or code that has become a power of ten is rejected by name', async () => {
  const { rows, rejections } = await firstFile(
    saved({}, { friend: '7.00E+08' }, { code: '1.2E+11' }, { code: '1E5' }),
  );
  expect(rows).toHaveLength(2);
  expect(rejections).toMatchObject([
    { line: 3, reason: { is: 'power', text: '7.00E+08' } },
    { line: 4, reason: { is: 'power', text: '1.2E+11' } },
  ]);
});
