import { describe, expect, test } from 'vitest';
import { deleteConnection, putConnection, readSync } from '../../../lib/store/connections';
import { changeBook } from '../../../lib/sync/change-book';
import { regrouped, withoutConnection } from '../../../lib/sync/regroup';
import { account } from '../../browser/binance.ts';
import { csvFile, writerEnv } from '../memory-ledger';
import { exportOf, imported, payments, recordsOf, sumOf, total, writer } from './payments';
import { connection, DAY, harness, NOW } from './sync-harness';

describe('several accounts', () => {
  const other = connection({
    id: '00000000-0000-4000-8000-000000000002',
    label: 'Other',
    ownsExports: false,
  });

  test('are separate money: only the one the files are of is weighed against them', async () => {
    const [first, second] = [payments(21, 150), payments(22, 150)];
    const { db, binance, env, syncAll } = await harness(recordsOf(first));
    const theirs = account({ apiKey: 'o'.repeat(64), ...recordsOf(second) });
    binance.accounts.push(theirs);
    await putConnection(db, other);
    await syncAll();
    await syncAll({ who: other, as: theirs });
    expect(await total(db)).toBe(sumOf(first) + sumOf(second));
    await imported(exportOf(first, NOW - 50 * DAY, NOW - 10 * DAY));
    expect(await total(db)).toBe(sumOf(first) + sumOf(second));

    // Told that the files are of the other one, both count beside each other again.
    await putConnection(db, connection({ ownsExports: false }));
    await changeBook(writerEnv(db, { key: 'regrouped' }), regrouped);
    expect(await total(db)).toBeGreaterThan(sumOf(first) + sumOf(second));
    await putConnection(db, connection());
    await changeBook(writerEnv(db, { key: 'regrouped-2' }), regrouped);
    expect(await total(db)).toBe(sumOf(first) + sumOf(second));

    // One leaves without a trace.
    await deleteConnection(db, other.id);
    await changeBook(writerEnv(db, { key: 'gone' }), withoutConnection(other.id));
    expect(await total(db)).toBe(sumOf(first));
    expect(env.now()).toBeGreaterThan(NOW);
  });

  test('one account connected twice is found out by older rows too, where the newest have nothing in common', async () => {
    const all = payments(33, 300).filter(p => p.time < NOW - 45 * DAY);
    const { db, mine, syncAll } = await harness(recordsOf(all));
    await putConnection(db, other);
    await syncAll();
    await syncAll({ who: other, as: mine });
    expect(await total(db)).toBe(sumOf(all));
    expect((await readSync(db, other.id)).refused).toEqual({ is: 'twice', label: 'Main' });
  });

  test('an undone import does not bring back who the files were of', async () => {
    const all = payments(34, 200);
    const { db, syncAll } = await harness(recordsOf(all));
    await syncAll();
    const older = exportOf(all, NOW - 60 * DAY, NOW - 40 * DAY);
    await imported(older);
    await putConnection(db, connection({ ownsExports: false }));
    await changeBook(writerEnv(db, { key: 'off' }), regrouped);
    const batch = await imported(exportOf(all, NOW - 35 * DAY, NOW - 20 * DAY));
    await putConnection(db, connection());
    await changeBook(writerEnv(db, { key: 'on' }), regrouped);
    await writer().undo(batch);
    expect(await total(db)).toBe(sumOf(all));
  });

  test('a backup restored elsewhere and the account connected again do not double', async () => {
    const all = payments(35, 200);
    const { db, syncAll } = await harness(recordsOf(all));
    // As a restored backup has them: rows of both sources, now all of files.
    const done = await writer().importFiles([csvFile('a.backup', exportOf(all, 0, NOW))], undefined, {
      reaches: [{ first: NOW - 10 * DAY, last: NOW - 9 * DAY }],
    });
    expect(done.ok).toBe(true);
    await syncAll();
    expect(await total(db)).toBe(sumOf(all));
  });

  test('one account connected twice is found out before its rows are doubled', async () => {
    const all = payments(31, 200);
    const { db, mine, syncAll } = await harness(recordsOf(all));
    await putConnection(db, other);
    await syncAll();
    await syncAll({ who: other, as: mine });
    expect(await total(db)).toBe(sumOf(all));
    expect((await readSync(db, other.id)).refused).toEqual({ is: 'twice', label: 'Main' });
  });
});
