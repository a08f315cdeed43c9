import { describe, expect, test } from 'vitest';
import type { Decision } from '../../../lib/domain/missing';
import { readMissing, tallyMissing } from '../../../lib/ledger/missing-rows';
import { LedgerReader } from '../../../lib/ledger/reader';
import { readManifest } from '../../../lib/store/read';
import type { Database } from '../../../lib/store/schema';
import { changeBook } from '../../../lib/sync/change-book';
import { missingDecided } from '../../../lib/sync/decide-missing';
import { importFiles } from '../../../lib/sync/import-files';
import type { ImportFile } from '../../../lib/sync/read-files';
import { undone } from '../../../lib/sync/undo';
import { exportFile } from '../builders';
import { csvFile, memoryDatabase, storedRows, writerEnv } from '../memory-ledger';
import { paid, units } from './drops';

let steps = 0;
const env = (db: Database, key = `step-${++steps}`) => writerEnv(db, { key, at: ++steps, tidy: true });

/** A ledger that files named by one letter come into. */
async function ledgerOf(files: Record<string, ImportFile>) {
  const db = await memoryDatabase();
  return {
    db,
    async drop(...names: string[]) {
      const key = names.join('');
      const outcome = await importFiles(
        env(db, key),
        names.map(name => files[name[0]]),
      );
      if (outcome.is !== 'committed') throw new Error(outcome.is);
      return outcome.receipt;
    },
    decide: (batch: string, decided: Decision, about?: Decision) =>
      changeBook(env(db), missingDecided(batch, decided, about)),
    undo: (batch: string) => changeBook(env(db), undone(batch)),
    tally: async (batch: string) => tallyMissing((await readManifest(db)).books.real, batch),
    total: async () =>
      Number((await storedRows(db)).reduce((sum, row) => sum + units(row.split(',')[4]), 0n)) / 1e8,
  };
}

const at = (...values: number[]) => exportFile(values.map(v => paid(String(v), `03 ${10 + v}:00:00`)));
const FILES = {
  a: at(1, 2, 4),
  b: at(1, 4),
  c: exportFile([paid('8', '20 10:00:00')]),
  d: at(1, 2, 4, 6),
};

describe('a decision stands in the ledger', () => {
  test('undo of another import neither revives what was removed nor removes it twice', async () => {
    const { drop, decide, undo, total, tally } = await ledgerOf(FILES);
    await drop('a');
    expect((await drop('b')).lacking).toBe(1);
    await drop('c');
    await decide('b', 'removed');
    expect(await total()).toBe(13);
    await undo('c');
    expect(await total()).toBe(5);
    expect(await tally('b')).toEqual({ open: 0, kept: 0, removed: 1, again: 0 });
    // With the import that lacked them goes what was decided about them.
    await undo('b');
    expect(await total()).toBe(7);
  });

  test('it can be taken back, and made again', async () => {
    const { drop, decide, total } = await ledgerOf(FILES);
    for (const name of 'abc') await drop(name);
    for (const [decided, about, sum] of [
      ['removed', undefined, 13],
      ['removed', undefined, 13],
      ['kept', 'removed', 15],
      ['removed', 'kept', 13],
      ['removed', 'removed', 13],
    ] as const) {
      await decide('b', decided, about);
      expect(await total()).toBe(sum);
    }
  });

  test('rows that a newer file has again stay, whatever is pressed on the older receipt', async () => {
    const { drop, decide, total, tally } = await ledgerOf(FILES);
    for (const name of 'abd') await drop(name);
    expect(await tally('b')).toEqual({ open: 0, kept: 0, removed: 0, again: 0 });
    await decide('b', 'removed');
    expect(await total()).toBe(13);
  });

  test('a file that has them brings removed rows back once and says so; one that lacks them follows the decision', async () => {
    const { drop, decide, undo, total, tally } = await ledgerOf(FILES);
    await drop('a');
    await drop('b');
    await decide('b', 'removed');
    expect(await drop('a2')).toMatchObject({ added: 1, returned: 1, lacking: 0 });
    expect(await total()).toBe(7);
    expect((await tally('b')).again).toBe(1);
    await decide('b', 'removed');
    expect(await total()).toBe(7);
    expect(await drop('b2')).toMatchObject({ added: 0, lacking: 1 });
    expect(await total()).toBe(5);
    expect(await tally('b2')).toEqual({ open: 0, kept: 0, removed: 1, again: 0 });
    await undo('b2');
    expect(await total()).toBe(7);
    await undo('a2');
    expect(await total()).toBe(5);
  });

  test('rows that are kept are asked about once', async () => {
    const { drop, decide, total, tally } = await ledgerOf(FILES);
    await drop('a');
    await drop('b');
    await decide('b', 'kept');
    for (const name of ['b2', 'a2', 'b3']) await drop(name);
    expect(await tally('b3')).toEqual({ open: 0, kept: 1, removed: 0, again: 0 });
    expect(await total()).toBe(7);
  });
});

test('more rows than any list shows are decided whole', async () => {
  const second = (i: number) => new Date(i * 1000).toISOString().slice(11, 19);
  const many = Array.from({ length: 5_200 }, (_, i) => paid('0.01', `03 ${second(i)}`));
  const files = { a: exportFile(many), b: exportFile([many[0], many[5_199]]) };
  const { db, drop, decide, total } = await ledgerOf(files);
  await drop('a');
  expect((await drop('b')).lacking).toBe(5_198);
  const shown = await readMissing(await LedgerReader.open(db), 'b', 'open', 20);
  expect(shown.map(row => row.time)).toEqual(
    Array.from({ length: 20 }, (_, i) => Date.UTC(2026, 0, 3, 0, 0, 1 + i)),
  );
  expect(shown[0].referral).toBeTruthy();
  await decide('b', 'removed');
  expect(await total()).toBe(0.02);
  await decide('b', 'kept', 'removed');
  expect(await total()).toBe(52);
});

describe('a statement', () => {
  const HEAD = 'User_ID,UTC_Time,Account,Operation,Coin,Change,Remark';
  const line = (change: string, time: string, account = '1') =>
    `${account},2026-01-${time},Spot,Commission Rebate,USDT,${change},""`;
  const statement = (...lines: string[]) => csvFile('statement.csv', [HEAD, ...lines].join('\n'));
  const [one, two, end] = [line('1', '03 10:00:00'), line('2', '04 10:00:00'), line('4', '05 10:00:00')];

  test('that has a row less often than an older one tells that Binance doubled it once', async () => {
    const { drop, decide, total, tally } = await ledgerOf({
      a: statement(one, two, two, end),
      b: statement(one, two, end),
    });
    await drop('a');
    expect((await drop('b')).lacking).toBe(1);
    expect((await tally('b')).open).toBe(1);
    await decide('b', 'removed');
    expect(await total()).toBe(7);
    expect(await drop('a2')).toMatchObject({ returned: 1 });
    expect(await total()).toBe(9);
  });

  test.each([
    ['has been filtered: a row that it has not at all is not missing', statement(one, end), 0],
    [
      'is of another account',
      statement(line('1', '03 10:00:00', '2'), line('2', '04 10:00:00', '2'), end),
      0,
    ],
    ['ends before', statement(one), 0],
    ['has all of them', statement(one, two, two), 0],
  ])('%s', async (_, later, lacking) => {
    const { drop } = await ledgerOf({ a: statement(one, two, two, end), b: later });
    await drop('a');
    expect((await drop('b')).lacking).toBe(lacking);
  });
});
