import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { openDB } from 'idb';
import { expect, test } from 'vitest';
import { readManifest } from '../../../lib/store/read';
import { DATABASE, openDatabase, openExisting } from '../../../lib/store/schema';
import { HEADER } from '../../browser/export-file';
import { csvFile, importInto } from '../memory-ledger';

const ROW = 'spot,42,"",USDT,1.5,1.5,2026-01-02 03:04:05,2025-01-01 00:00:00,bpcode';

/** A database as the version before this one left it: manifests with sources, four stores fewer. */
async function olderDatabase(): Promise<void> {
  globalThis.indexedDB = new IDBFactory();
  const now = await openDatabase();
  await importInto(now, [csvFile('a.csv', `${HEADER}\n${ROW}`)], { batch: 'b', now: () => 0 });
  const manifest = await readManifest(now);
  const copies: [string, IDBValidKey[], unknown[]][] = [];
  for (const store of ['chunks', 'rollups', 'parties', 'names', 'receipts'] as const)
    copies.push([store, await now.getAllKeys(store), await now.getAll(store)]);
  now.close();
  globalThis.indexedDB = new IDBFactory();
  const old = await openDB(DATABASE, 2, {
    upgrade(db) {
      db.createObjectStore('manifests', { keyPath: 'generation' });
      for (const store of ['chunks', 'rollups', 'parties', 'names', 'receipts', 'notebook', 'feed'])
        db.createObjectStore(store);
    },
  });
  const { books, ...rest } = manifest;
  await old.put('manifests', { ...rest, sources: { export: books.real } });
  for (const [store, keys, values] of copies)
    for (const [i, key] of keys.entries()) await old.put(store, values[i], key);
  old.close();
}

test('an older ledger is carried over whole, and goes on', async () => {
  await olderDatabase();
  const db = await openDatabase();
  const manifest = await readManifest(db);
  expect(Object.keys(manifest.books)).toEqual(['real']);
  expect(manifest.books.real?.rows).toBe(1);
  expect(manifest.books.real?.glance.commission).toEqual([150_000_000n]);
  const again = await importInto(db, [csvFile('a.csv', `${HEADER}\n${ROW}`)], { batch: 'c', now: () => 0 });
  expect(again.is === 'committed' && [again.receipt.added, again.receipt.known]).toEqual([0, 1]);
  expect([...db.objectStoreNames]).toContain('connections');
  db.close();
});

test('the popup’s first look carries it over too, and makes no database where there is none', async () => {
  await olderDatabase();
  const db = await openExisting();
  expect((await readManifest(db!)).books.real?.rows).toBe(1);
  db?.close();
  globalThis.indexedDB = new IDBFactory();
  expect(await openExisting()).toBeUndefined();
});
