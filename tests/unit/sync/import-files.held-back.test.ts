import { describe, expect, test } from 'vitest';
import type { FileChoice } from '../../../lib/domain/file-choice';
import { exactDecimal } from '../../../lib/domain/money';
import { importFiles } from '../../../lib/sync/import-files';
import type { ImportFile } from '../../../lib/sync/read-files';
import { HEADER } from '../../browser/export-file';
import { mutant, mutantName } from '../../mutants';
import { csvFile, memoryDatabase, storedRows, writerEnv } from '../memory-ledger';
import { after, everyWay, habit, units } from './drops';

const HOUR = 3_600_000;
const winter = habit('05a-Binance-Transaction-History-202602011200(UTC+1)_winter.csv');
const summer = habit('05b-Binance-Transaction-History-202607011200(UTC+2)_summer.csv');

/** Drops files one after the other; where one is held back it is read as the user says. */
async function answered(drops: ImportFile[][], choiceOf: (zone: number) => FileChoice): Promise<string> {
  const db = await memoryDatabase();
  let turn = 0;
  const drop = async (files: ImportFile[], choices: FileChoice[] = []) => {
    const outcome = await importFiles(writerEnv(db, { key: `b${turn}`, at: turn++ }), files, { choices });
    if (outcome.is === 'committed') return outcome.receipt.files;
    if (outcome.is === 'refused') return outcome.files;
    throw new Error(outcome.is);
  };
  for (const files of drops) {
    for (const [i, file] of (await drop(files)).entries()) {
      if (file.refused) await drop([files[i]], [choiceOf(file.zones!.other)]);
    }
  }
  const rows = await storedRows(db);
  db.close();
  return exactDecimal(rows.reduce((sum, line) => sum + units(line.split(',')[4]), 0n));
}

describe('statements of one winter, downloaded in winter and in summer', () => {
  test.each(everyWay(winter, summer))('%s: 18 once the zone is told', async (_, drops) => {
    expect(await answered(drops, zone => ({ zone }))).toBe('18');
  });

  test('the second is held back, and says which zone fits', async () => {
    const { receipts, rows } = await after([[winter, summer]]);
    expect(receipts[0].files[1]).toMatchObject({
      refused: 'shifted',
      zones: { believed: 2 * HOUR, other: HOUR },
    });
    expect(receipts[0]).toMatchObject({ read: 2, added: 2 });
    expect(rows).toHaveLength(2);
  });

  test('other payments, if the user says so', async () => {
    expect(await answered([[winter], [summer]], () => ({ apart: true }))).toBe('28');
  });

  test('one that does not look is caught', async () => {
    const readFiles = mutantName('./read-files.ts', "(receipt.of === 'statement' || ", '(');
    const { importFiles: broken } = await mutant<{ importFiles: typeof importFiles }>(
      'lib/sync/import-files.ts',
      "from './read-files'",
      `from '${readFiles}'`,
    );
    expect((await after([[winter], [summer]], broken)).total).toBe('28');
  });
});

describe('an export whose name tells a zone', () => {
  const lines = ['03 10:00:00', '04 11:30:00', '05 12:00:01'];
  const named = (name: string, header = HEADER, tail = '') =>
    csvFile(
      name,
      [header, ...lines.map((at, i) => `spot,700,,USDT,${i + 1},${i + 1},2026-01-${at},,demo${tail}`)].join(
        '\n',
      ),
    );
  const plain = named('march.csv');
  const zoned = named('march(UTC+8).csv');

  test.each(everyWay(plain, zoned))('%s: counts once, when the zone is told', async (_, drops) => {
    expect(await answered(drops, zone => ({ zone }))).toBe('6');
  });

  test('is read in that zone where nothing is known', async () => {
    expect((await after([[zoned]])).rows[0]).toContain('2026-01-03 02:00:00');
  });

  test('unless it is a file of ours', async () => {
    const own = `${HEADER},Kind,Market,Status,Source`;
    const ours = named('own(UTC+8).csv', own, ',commission,spot,reported,export');
    expect((await after([[plain], [ours]])).total).toBe('6');
  });

  test('one that does not look is caught', async () => {
    const readFiles = mutantName('./read-files.ts', '(!receipt.of && ', '(false && ');
    const { importFiles: broken } = await mutant<{ importFiles: typeof importFiles }>(
      'lib/sync/import-files.ts',
      "from './read-files'",
      `from '${readFiles}'`,
    );
    expect((await after([[plain], [zoned]], broken)).total).toBe('12');
  });
});

const STATEMENT = 'User_ID,UTC_Time,Account,Operation,Coin,Change,Remark';
const statement = (...rows: [time: string, amount: string][]) =>
  csvFile(
    's.csv',
    [STATEMENT, ...rows.map(([at, n]) => `1,2026-01-${at},Spot,Referral Commission,USDT,${n},`)].join('\n'),
  );
const HOURLY: [string, string][] = Array.from({ length: 12 }, (_, i) => [
  `05 ${String(i).padStart(2, '0')}:00:00`,
  i % 2 ? '0.00000001' : '0.00000002',
]);

describe('statements whose rows are other payments', () => {
  test.each<[string, ImportFile, ImportFile]>([
    ['dust that is paid every hour', statement(...HOURLY.slice(0, 6)), statement(...HOURLY.slice(6))],
    [
      'one equal amount among others',
      statement(['05 10:00:00', '1'], ['05 18:00:00', '2']),
      statement(['05 11:00:00', '1'], ['05 12:00:00', '3']),
    ],
    [
      'the same file and a longer one',
      statement(['05 10:00:00', '1'], ['05 11:00:00', '1']),
      statement(['05 10:00:00', '1'], ['05 11:00:00', '1'], ['05 12:00:00', '1']),
    ],
    [
      'minutes apart',
      statement(['05 10:00:00', '1'], ['05 11:00:00', '2']),
      statement(['05 10:07:00', '1'], ['05 11:07:00', '2']),
    ],
  ])('are read: %s', async (_, first, second) => {
    const { receipts } = await after([[first], [second]]);
    expect(receipts[1].files[0].refused).toBeUndefined();
  });
});

describe('what a file does not say is asked', () => {
  const exportOf = (header: string, ...times: string[]) =>
    csvFile('a.csv', [header, ...times.map(at => `spot,700,,BNB,1,1,${at},,demo`)].join('\n'));
  const strange = HEADER.replace('Commission Time', 'Commission Time(UTC+99)');
  const nameless = csvFile(
    'a.csv',
    'User_ID,Time,Account,Operation,Coin,Change,Remark\n1,2026-01-05 10:00:00,Spot,Referral Commission,USDT,1,',
  );
  test.each<[string, ImportFile, FileChoice, string]>([
    ['statement-zone', nameless, { zone: 2 * HOUR }, '2026-01-05 08:00:00'],
    ['zone', exportOf(strange, '2026-01-05 10:00:00'), { zone: -HOUR }, '2026-01-05 11:00:00'],
    ['dates', exportOf(HEADER, '5/1/2026 10:00'), { order: 'day first' }, '2026-01-05 10:00:00'],
    ['dates', exportOf(HEADER, '5/1/2026 10:00'), { order: 'month first' }, '2026-05-01 10:00:00'],
  ])('%s', async (refused, file, choice, moment) => {
    const db = await memoryDatabase();
    expect(await importFiles(writerEnv(db), [file])).toMatchObject({ is: 'refused', files: [{ refused }] });
    const outcome = await importFiles(writerEnv(db), [file], { choices: [choice] });
    expect(outcome).toMatchObject({ is: 'committed', receipt: { added: 1 } });
    expect((await storedRows(db))[0]).toContain(moment);
    db.close();
  });
});

test('a header and a name that tell different zones can be read either way', async () => {
  const file = habit('04-Binance-Transaction-History-202604021200(UTC+2)_aa11.csv');
  const db = await memoryDatabase();
  const outcome = await importFiles(writerEnv(db), [file], { choices: [{ zone: 2 * HOUR }] });
  expect(outcome).toMatchObject({ receipt: { files: [{ zones: { believed: 2 * HOUR, other: 0 } }] } });
  expect((await storedRows(db)).map(row => row.split(',')[6])).toEqual([
    '2026-03-31 23:15:00',
    '2026-04-01 21:45:00',
  ]);
  db.close();
});
