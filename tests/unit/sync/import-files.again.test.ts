import { describe, expect, test } from 'vitest';
import { dayOf, monthOf } from '../../../lib/domain/day';
import { readManifest } from '../../../lib/store/read';
import type { Database } from '../../../lib/store/schema';
import { commit } from '../../../lib/store/write';
import { changeBook } from '../../../lib/sync/change-book';
import { importFiles } from '../../../lib/sync/import-files';
import { undone } from '../../../lib/sync/undo';
import { HEADER } from '../../browser/export-file';
import { csvFile, memoryDatabase, storedRows, writerEnv } from '../memory-ledger';

const HOUR = 3_600_000;
const MONTH = monthOf(dayOf(Date.UTC(2026, 0)));
const exportOf = (day: string, n: number) =>
  csvFile(`${day}.csv`, `${HEADER}\nspot,700,,USDT,${n},${n},2026-01-${day} 10:00:00,,demo`);
const [first, second, third] = [exportOf('03', 1), exportOf('05', 2), exportOf('07', 4)];

const times = async (db: Database) => (await storedRows(db)).map(row => row.split(',')[6]).sort();
const batches = async (db: Database) => (await readManifest(db)).batches.map(batch => batch.id);

/** A ledger with two imports, the last of which is to be read again two hours earlier. */
async function twoImports() {
  const db = await memoryDatabase();
  await importFiles(writerEnv(db, { key: 'one' }), [first]);
  await importFiles(writerEnv(db, { key: 'two' }), [second]);
  return db;
}
const again = { instead: 'two', choices: [{ zone: 2 * HOUR }] };

test('files are read again in place of their import, which no moment is without', async () => {
  const db = await twoImports();
  const { generation } = await readManifest(db);
  const outcome = await importFiles(writerEnv(db, { key: 'three' }), [second], again);
  expect(outcome).toMatchObject({ is: 'committed', receipt: { added: 1 } });
  expect((await readManifest(db)).generation).toBe(generation + 1);
  expect(await times(db)).toEqual(['2026-01-03 10:00:00', '2026-01-05 08:00:00']);
  expect(await batches(db)).toEqual(['one', 'three']);
  // Undo leads back to how they were read before, and from there to where they were not.
  await changeBook(writerEnv(db, { key: 'undo' }), undone('three'));
  expect(await times(db)).toEqual(['2026-01-03 10:00:00', '2026-01-05 10:00:00']);
  await changeBook(writerEnv(db, { key: 'undo 2' }), undone('two'));
  expect(await times(db)).toEqual(['2026-01-03 10:00:00']);
  db.close();
});

test('an import of another window in between stays, and nothing is read twice', async () => {
  const db = await twoImports();
  await importFiles(writerEnv(db, { key: 'other' }), [third]);
  const before = await storedRows(db);
  expect(await importFiles(writerEnv(db, { key: 'three' }), [second], again)).toEqual({ is: 'outdated' });
  expect(await storedRows(db)).toEqual(before);
  expect(await batches(db)).toEqual(['one', 'two', 'other']);
  db.close();
});

test('cancelled, even at the last moment, the import stands as it was', async () => {
  for (const isLate of [false, true]) {
    const db = await twoImports();
    const before = await storedRows(db);
    let isCancelled = !isLate;
    const late = async (...all: Parameters<typeof commit>) => {
      await commit(...all);
      isCancelled = true;
    };
    const env = writerEnv(db, { key: 'three', commit: late });
    const outcome = await importFiles(env, [second], { ...again, cancelled: () => isCancelled });
    expect(outcome).toEqual({ is: 'cancelled' });
    expect(await storedRows(db)).toEqual(before);
    expect(await batches(db)).toEqual(['one', 'two']);
    db.close();
  }
});

test('what connections have brought since stays', async () => {
  const db = await twoImports();
  await changeBook(writerEnv(db, { key: 'sync' }), async real => {
    const [{ columns }] = await real.rows(MONTH);
    return { add: new Map([[MONTH, [{ source: 'account 1', columns }]]]), separate: ['account 1'] };
  });
  const before = await times(db);
  expect(before).toHaveLength(3);
  await importFiles(writerEnv(db, { key: 'three' }), [second], again);
  expect(await times(db)).toEqual(before.map(time => time.replace('05 10', '05 08')));
  db.close();
});

describe('a worker that dies', () => {
  const dying = async () => {
    throw new Error('died');
  };

  test('leaves the import as it was', async () => {
    const db = await twoImports();
    const before = await storedRows(db);
    const env = writerEnv(db, { key: 'three', commit: dying });
    await expect(importFiles(env, [second], again)).rejects.toThrow('died');
    expect(await storedRows(db)).toEqual(before);
    db.close();
  });

  test('and would not, if the import were undone first', async () => {
    const db = await twoImports();
    const before = await storedRows(db);
    await changeBook(writerEnv(db, { key: 'undo' }), undone('two'));
    const env = writerEnv(db, { key: 'three', commit: dying });
    await expect(importFiles(env, [second], { choices: again.choices })).rejects.toThrow('died');
    expect(await storedRows(db)).not.toEqual(before);
    db.close();
  });
});
