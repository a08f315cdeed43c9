import { type DBSchema, type IDBPDatabase, type IDBPTransaction, openDB, type StoreNames } from 'idb';
import type { Feed } from '../domain/campaign';
import type { Columns } from '../domain/commission';
import type { Connection, Quota, SyncState } from '../domain/connection';
import type { Names } from '../domain/dictionary';
import type { Notebook, Section } from '../domain/notebook';
import type { PriceHistory } from '../domain/price';
import type { Receipt } from '../domain/receipt';
import type { Parties } from '../domain/referral';
import type { Statistics } from '../domain/referral-statistics';
import type { Rollup } from '../domain/rollup';
import type { Book, Manifest } from './manifest';

export interface Schema extends DBSchema {
  manifests: { key: number; value: Manifest };
  chunks: { key: string; value: Columns };
  rollups: { key: string; value: Rollup };
  /** What screens need of a dictionary block, and its texts. Both under the same key. */
  parties: { key: string; value: Parties };
  names: { key: string; value: Names };
  receipts: { key: string; value: Receipt };
  /** What the user writes down, one record a section. */
  notebook: { key: Section; value: Notebook[Section] };
  /** The campaign feed, one record. */
  feed: { key: 'campaigns'; value: Feed };
  /** Connected accounts of Binance, by id. */
  connections: { key: string; value: Connection };
  /** How connections are doing, by id: nothing here is needed for a figure. */
  syncs: { key: string; value: SyncState };
  /** What has been asked of Binance lately, one record. */
  quota: { key: 'quota'; value: Quota };
  /** Daily prices by asset. */
  prices: { key: string; value: PriceHistory };
  /** What Binance tells of single referrals and codes. */
  performance: { key: string; value: Statistics };
}

export type Database = IDBPDatabase<Schema>;

type Upgrade = IDBPTransaction<Schema, StoreNames<Schema>[], 'versionchange'>;

/** One step a version, never changed once released: `MIGRATIONS[n]` leads from version n to n + 1. */
export const MIGRATIONS: ((db: Database, tx: Upgrade) => void | Promise<void>)[] = [
  db => {
    db.createObjectStore('manifests', { keyPath: 'generation' });
    for (const store of ['chunks', 'rollups', 'parties', 'names', 'receipts'] as const)
      db.createObjectStore(store);
  },
  db => {
    db.createObjectStore('notebook');
    db.createObjectStore('feed');
  },
  async (db, tx) => {
    for (const store of ['connections', 'syncs', 'quota', 'prices', 'performance'] as const)
      db.createObjectStore(store);
    // What was a source is a book now.
    const manifests = tx.objectStore('manifests');
    for (let cursor = await manifests.openCursor(); cursor; cursor = await cursor.continue()) {
      const { sources, ...rest } = cursor.value as Manifest & { sources?: { export?: Book; demo?: Book } };
      if (!sources) continue;
      const { export: real, demo } = sources;
      await cursor.update({ ...rest, books: { ...(real && { real }), ...(demo && { demo }) } });
    }
  },
];

/** A step that changes records waits for them: what comes after it is done in the same transaction. */
async function migrate(db: Database, from: number, _to: number | null, tx: Upgrade): Promise<void> {
  for (const step of MIGRATIONS.slice(from)) await step(db, tx);
}

export const DATABASE = 'referral-dashboard-pro';

/** Opens the database only if there is one: a glance before the user has agreed must not make one. */
export async function openExisting(): Promise<Database | undefined> {
  let missing = false;
  try {
    return await openDB<Schema>(DATABASE, MIGRATIONS.length, {
      upgrade(upgrading, oldVersion, _new, tx) {
        missing = oldVersion === 0;
        if (missing) {
          // It rejects because we abort it.
          tx.done.catch(() => {});
          tx.abort();
        } else {
          void migrate(upgrading, oldVersion, _new, tx);
        }
      },
    });
  } catch (error) {
    if (missing) return undefined;
    throw error;
  }
}

/**
 * Opens the ledger's database, migrating it if it is older.
 * @param closed is called when another tab needs the database changed or the browser took it away.
 */
export async function openDatabase(closed: () => void = () => {}, name = DATABASE): Promise<Database> {
  const db = await openDB<Schema>(name, MIGRATIONS.length, {
    upgrade: migrate,
    blocking() {
      db.close();
      closed();
    },
    terminated: closed,
  });
  return db;
}
