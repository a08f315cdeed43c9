import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { readManifest } from '../../lib/store/read';
import { type Database, openDatabase } from '../../lib/store/schema';
import type { WriterEnv } from '../../lib/sync/change-book';
import { type ImportOptions, type ImportOutcome, importFiles } from '../../lib/sync/import-files';
import type { ImportFile } from '../../lib/sync/read-files';
import { stamp } from '../browser/export-file';
import { quickClone } from './quick-clone';

// The database in memory clones what goes in and out of it with whatever stands here.
globalThis.structuredClone = quickClone as typeof structuredClone;

/** An empty database of its own for one test. */
export async function memoryDatabase(): Promise<Database> {
  globalThis.indexedDB = new IDBFactory();
  return openDatabase();
}

/** Locks that are always free: one test, one writer. */
export const freeLocks = { request: (_: string, work: () => unknown) => work() } as unknown as LockManager;

/** What a job that writes needs, each with one key and one moment. */
export const writerEnv = (
  db: Database,
  of: Partial<WriterEnv> & { key?: string; at?: number } = {},
): WriterEnv => ({ db, locks: freeLocks, id: () => of.key ?? 'key', now: () => of.at ?? 0, ...of });

/** Imports files as the batch named. */
export const importInto = (
  db: Database,
  files: ImportFile[],
  { batch, now, ...options }: ImportOptions & { batch: string; now: () => number },
): Promise<ImportOutcome> => importFiles(writerEnv(db, { key: batch, now }), files, options);

/** A file as it is dropped. Not a Blob: Node takes a millisecond to read one, and thousands are read. */
export function csvFile(name: string, text: string | Uint8Array): ImportFile {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  return {
    name,
    size: bytes.length,
    slice: (from, to) => ({ arrayBuffer: async () => new Uint8Array(bytes.subarray(from, to)).buffer }),
  };
}

/** Every row of a source as the text of an export line, so that it can be compared with what went in. */
export async function storedRows(db: Database, book: 'real' | 'demo' = 'real'): Promise<string[]> {
  const { readChunks, readNames, readParties } = await import('../../lib/store/read');
  const { exactDecimal, UNPRICED } = await import('../../lib/domain/money');
  const { firstDayOf, momentOf } = await import('../../lib/domain/day');
  const state = (await readManifest(db)).books[book];
  if (!state) return [];
  const names = await readNames(db, state.dictionary);
  const parties = await readParties(db, state.dictionary);
  const rows: string[] = [];
  for (const month of state.months) {
    for (const c of await readChunks(db, month)) {
      for (let i = 0; i < c.time.length; i++) {
        const p = c.party[i];
        rows.push(
          [
            names.types[c.type[i]].literal,
            names.referrals[parties.referral[p]] ?? '',
            names.subs[p],
            names.assets[c.asset[i]],
            exactDecimal(c.amount[i]),
            c.value[i] === UNPRICED ? '' : exactDecimal(c.value[i]),
            stamp(momentOf(firstDayOf(month.month)) + c.time[i]),
            Number.isNaN(parties.registration[p]) ? '' : stamp(parties.registration[p]),
            names.codes[parties.code[p]],
          ].join(','),
        );
      }
    }
  }
  return rows.sort();
}
