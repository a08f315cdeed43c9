import { afterEach, describe, expect, test, vi } from 'vitest';
import { readManifest } from '../../../lib/store/read';
import type { Database } from '../../../lib/store/schema';
import { GENERATIONS_KEPT } from '../../../lib/store/write';
import { createWriter } from '../../../lib/sync/writer';
import { exportFile, row } from '../builders';
import { freeLocks, memoryDatabase, storedRows } from '../memory-ledger';

const paid = (value: string, day = '01') =>
  row({ earned: value, time: `2026-03-${day} 00:00:00`, registered: '2025-01-01 00:00:00' });
const file = (...rows: ReturnType<typeof paid>[]) => exportFile(rows, 'f.csv');

function writerOf() {
  let id = 0;
  return createWriter({ locks: freeLocks, now: () => Date.UTC(2026, 10, 22, 13), id: () => `id${++id}` });
}

const lastBatch = async (db: Database) => (await readManifest(db)).batches.at(-1)?.id ?? '';

afterEach(() => vi.restoreAllMocks());

describe('a write that fails leaves the ledger as it was and names the fault', () => {
  test.each([
    ['QuotaExceededError', 'full'],
    ['UnknownError', 'unknown'],
  ] as const)('%s while putting', async (name, fault) => {
    const db = await memoryDatabase();
    const writer = writerOf();
    await writer.importFiles([file(paid('1'))]);
    const before = await storedRows(db);
    const original = IDBObjectStore.prototype.put;
    let puts = 0;
    const spy = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (
      this: IDBObjectStore,
      ...args: Parameters<typeof original>
    ) {
      if (++puts > 1) throw new DOMException('', name);
      return original.apply(this, args);
    });
    const written = await writer.importFiles([file(paid('2'))]);
    expect(written).toMatchObject({ ok: false, fault: { is: fault } });
    spy.mockRestore();
    expect(await storedRows(db)).toEqual(before);
    expect(await writer.importFiles([file(paid('2'))])).toMatchObject({
      ok: true,
      value: { is: 'committed' },
    });
  });

  test('a file that cannot be read to its end', async () => {
    await memoryDatabase();
    const broken = {
      name: 'gone.csv',
      size: 10_000_000,
      slice: () => ({ arrayBuffer: () => Promise.reject(new DOMException('', 'NotReadableError')) }),
    };
    expect(await writerOf().importFiles([broken])).toMatchObject({ ok: false, fault: { is: 'unreadable' } });
  });

  test('a damaged chunk is told, not skipped', async () => {
    const db = await memoryDatabase();
    const writer = writerOf();
    await writer.importFiles([file(paid('1'))]);
    const [key] = await db.getAllKeys('chunks');
    const chunk = (await db.get('chunks', key))!;
    chunk.value[0] = 5n;
    await db.put('chunks', chunk, key);
    expect(await writer.importFiles([file(paid('2'))])).toMatchObject({
      ok: false,
      fault: { is: 'damaged' },
    });
  });
});

test('undo goes back import by import, as far as generations are kept, and then says nothing changed', async () => {
  const db = await memoryDatabase();
  const writer = writerOf();
  const days = Array.from({ length: GENERATIONS_KEPT + 2 }, (_, i) => String(i + 1).padStart(2, '0'));
  for (const day of days) await writer.importFiles([file(paid('1', day))]);
  for (let undone = 1; undone <= GENERATIONS_KEPT; undone++) {
    await writer.undo(await lastBatch(db));
    expect(await storedRows(db)).toHaveLength(days.length - undone);
  }
  const { generation } = await readManifest(db);
  const written = await writer.undo(await lastBatch(db));
  expect(written).toMatchObject({ ok: true, value: { generation } });
});

test('undo takes back the import it was asked for, once', async () => {
  const db = await memoryDatabase();
  const writer = writerOf();
  for (const day of ['01', '02', '03']) await writer.importFiles([file(paid('1', day))]);
  const batch = await lastBatch(db);
  await Promise.all([writer.undo(batch), writer.undo(batch)]);
  expect(await storedRows(db)).toHaveLength(2);
});

test('an import whose tidying fails is committed all the same', async () => {
  const db = await memoryDatabase();
  const writer = writerOf();
  await writer.importFiles([file(paid('1'))]);
  let commits = 0;
  const { getAllKeys } = IDBObjectStore.prototype;
  vi.spyOn(IDBObjectStore.prototype, 'getAllKeys').mockImplementation(function (
    this: IDBObjectStore,
    ...args: Parameters<typeof getAllKeys>
  ) {
    if (this.name === 'manifests' && ++commits > 1) throw new DOMException('', 'UnknownError');
    return getAllKeys.apply(this, args);
  });
  expect(await writer.importFiles([file(paid('2'))])).toMatchObject({ ok: true, value: { is: 'committed' } });
  expect(await storedRows(db)).toHaveLength(2);
});

test('a cancel that arrives with the commit still cancels', async () => {
  const db = await memoryDatabase();
  const writer = writerOf();
  await writer.importFiles([file(paid('1'))]);
  const before = await storedRows(db);
  const { put } = IDBObjectStore.prototype;
  const spy = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (
    this: IDBObjectStore,
    ...args: Parameters<typeof put>
  ) {
    if (this.name === 'manifests') writer.cancel();
    return put.apply(this, args);
  });
  expect(await writer.importFiles([file(paid('2'))])).toMatchObject({ ok: true, value: { is: 'cancelled' } });
  spy.mockRestore();
  expect(await storedRows(db)).toEqual(before);
  expect((await readManifest(db)).batches).toHaveLength(1);
});

test('what undone and dead imports left is swept, what counts is kept', async () => {
  const db = await memoryDatabase();
  const writer = writerOf();
  await writer.importFiles([file(paid('1'))]);
  await db.put('chunks', (await db.getAll('chunks'))[0], 'orphan');
  await writer.importFiles([file(paid('2', '02'))]);
  expect(await db.getAllKeys('chunks')).toHaveLength(2);
  await writer.erase();
  expect(await db.count('chunks')).toBe(0);
  expect((await readManifest(db)).generation).toBe(3);
});

describe('the demo', { timeout: 60_000 }, () => {
  test('is the same for the same moment: 24 months, about 6,000 referrals of 40 countries, all markets', async () => {
    const db = await memoryDatabase();
    const writer = writerOf();
    await writer.startDemo();
    const first = await storedRows(db, 'demo');
    const { demo } = (await readManifest(db)).books;
    expect(demo!.months).toHaveLength(24);
    expect(demo!.referrals).toBeGreaterThan(5_900);
    const names = (await db.getAll('names'))[0];
    expect(new Set(names.countries).size).toBe(40);
    expect(names.countries).toHaveLength(names.referrals.length);
    expect(names.codes.every(code => code === '' || code.startsWith('DEMO_'))).toBe(true);
    expect(first.filter(line => !line.startsWith('spot,,'))).not.toHaveLength(0);
    expect(new Set(first.map(line => line.split(',')[0]))).toEqual(
      new Set(['spot', 'margin', 'USDT-futures', 'COIN-futures', 'mining']),
    );
    await writer.removeDemo();
    expect((await readManifest(db)).books).toEqual({});
    await writer.startDemo();
    expect(await storedRows(db, 'demo')).toEqual(first);
  });

  test('never stands beside real rows', async () => {
    const db = await memoryDatabase();
    const writer = writerOf();
    await writer.startDemo();
    await writer.importFiles([file(paid('1'))]);
    expect(Object.keys((await readManifest(db)).books)).toEqual(['real']);
    await writer.startDemo();
    expect(Object.keys((await readManifest(db)).books)).toEqual(['real']);
    await writer.undo(await lastBatch(db));
    expect((await readManifest(db)).books).toEqual({});
  });
});

describe('a cancel that arrives with the commit', () => {
  /** Locks as browsers give them: who came first is served first. */
  function queueingLocks(): LockManager {
    let tail: Promise<unknown> = Promise.resolve();
    const request = (_: string, work: () => Promise<unknown>) => {
      const next = tail.then(work);
      tail = next.catch(() => {});
      return next;
    };
    return { request } as unknown as LockManager;
  }

  function writers() {
    let id = 0;
    const locks = queueingLocks();
    return () => createWriter({ locks, now: () => Date.UTC(2026, 10, 22, 13), id: () => `id${++id}` });
  }

  /** Presses Cancel in the moment the manifest is written. */
  function cancelAtCommit(writer: ReturnType<typeof createWriter>): void {
    const { put } = IDBObjectStore.prototype;
    let pressed = false;
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (
      this: IDBObjectStore,
      ...args: Parameters<typeof put>
    ) {
      if (this.name === 'manifests' && !pressed) {
        pressed = true;
        writer.cancel();
      }
      return put.apply(this, args);
    });
  }

  test('takes the import back before the next writer is let in', async () => {
    const db = await memoryDatabase();
    const make = writers();
    const [one, two] = [make(), make()];
    cancelAtCommit(one);
    const [first, second] = await Promise.all([
      one.importFiles([file(paid('1', '01'))]),
      two.importFiles([file(paid('2', '02'))]),
    ]);
    expect(first).toMatchObject({ ok: true, value: { is: 'cancelled' } });
    expect(second).toMatchObject({ ok: true, value: { is: 'committed' } });
    expect(await storedRows(db)).toHaveLength(1);
    expect((await readManifest(db)).batches).toHaveLength(1);
  });

  test('costs no step of undo', async () => {
    const db = await memoryDatabase();
    const writer = writers()();
    for (let i = 1; i <= GENERATIONS_KEPT + 1; i++) await writer.importFiles([file(paid('1', `0${i}`))]);
    cancelAtCommit(writer);
    expect(await writer.importFiles([file(paid('9', '09'))])).toMatchObject({ value: { is: 'cancelled' } });
    vi.restoreAllMocks();
    for (let left = GENERATIONS_KEPT; left >= 1; left--) {
      await writer.undo(await lastBatch(db));
      expect(await storedRows(db)).toHaveLength(left);
    }
  });
});
