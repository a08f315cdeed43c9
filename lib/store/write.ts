import type { Columns } from '../domain/commission';
import { sliceColumns } from '../domain/commission';
import { firstDayOf, type Month, momentOf } from '../domain/day';
import type { Names } from '../domain/dictionary';
import type { Receipt } from '../domain/receipt';
import type { Parties } from '../domain/referral';
import type { Rollup } from '../domain/rollup';
import { EXPORT, type SourceId } from '../domain/source';
import { type ChunkRef, emptyManifest, type Manifest } from './manifest';
import { checksum } from './read';
import type { Database } from './schema';

/** One put stays far below the 8 MiB of a message: 65,536 rows are 1.8 MB. */
export const CHUNK_ROWS = 65_536;

/** Undo reaches this many batches back; older generations are swept. */
export const GENERATIONS_KEPT = 6;

/**
 * Puts rows as new chunks. Nothing refers to them until `commit`; a death before that leaves orphans, no rows.
 * @returns the references at once, and when the rows are stored.
 */
export function putChunks(
  db: Database,
  prefix: string,
  month: Month,
  columns: Columns,
  source: SourceId = EXPORT,
): { refs: ChunkRef[]; chunks: Columns[]; stored: Promise<unknown> } {
  const begin = momentOf(firstDayOf(month));
  const refs: ChunkRef[] = [];
  const chunks: Columns[] = [];
  const puts: Promise<unknown>[] = [];
  for (let from = 0; from < columns.time.length; from += CHUNK_ROWS) {
    const chunk = sliceColumns(columns, from, Math.min(from + CHUNK_ROWS, columns.time.length));
    const rows = chunk.time.length;
    const id = `${prefix}/${source}/${month}/${refs.length}`;
    chunks.push(chunk);
    refs.push({
      id,
      ...(source !== EXPORT && { source }),
      rows,
      first: begin + chunk.time[0],
      last: begin + chunk.time[rows - 1],
      checksum: checksum(chunk),
    });
    puts.push(db.put('chunks', chunk, id));
  }
  const stored = Promise.all(puts);
  // Awaited later; a failure before that must not count as unhandled.
  stored.catch(() => {});
  return { refs, chunks, stored };
}

/**
 * A request that is not awaited by itself: its transaction ends when all are done, and `tx.done` tells what failed.
 * Without this a full disk would also be an unhandled rejection per request.
 */
function inside(request: Promise<unknown>): void {
  request.catch(() => {});
}

/** Everything that becomes true at once. */
export interface Commit {
  manifest: Manifest;
  rollups: Map<string, Rollup>;
  dictionary?: { key: string; parties: Parties; names: Names };
  receipt?: Receipt;
}

/** Another writer was there in between; its ledger stands, and nothing of ours was written. */
export class Outpaced extends Error {
  override name = 'Outpaced';
}

/**
 * Publishes a generation: manifest, rollups, dictionary and receipt in one transaction, so that a reader sees all of
 * it or nothing.
 * @throws Outpaced if the ledger is no longer the generation this one follows.
 */
export async function commit(
  db: Database,
  { manifest, rollups, dictionary, receipt }: Commit,
): Promise<void> {
  const tx = db.transaction(['manifests', 'rollups', 'parties', 'names', 'receipts'], 'readwrite', {
    durability: 'strict',
  });
  const newest = await tx.objectStore('manifests').openKeyCursor(null, 'prev');
  if ((newest?.key ?? 0) !== manifest.generation - 1) {
    tx.abort();
    // It rejects because we abort it.
    await tx.done.catch(() => {});
    throw new Outpaced('the ledger was changed by another writer');
  }
  for (const [key, rollup] of rollups) inside(tx.objectStore('rollups').put(rollup, key));
  if (dictionary) {
    inside(tx.objectStore('parties').put(dictionary.parties, dictionary.key));
    inside(tx.objectStore('names').put(dictionary.names, dictionary.key));
  }
  if (receipt) inside(tx.objectStore('receipts').put(receipt, receipt.batch));
  inside(tx.objectStore('manifests').put(manifest));
  await tx.done;
}

/** Deletes what no generation within reach of undo refers to. Only under the writer's lock. */
export async function sweep(db: Database): Promise<void> {
  const generations = (await db.getAllKeys('manifests')).sort((a, b) => b - a);
  const kept: Manifest[] = [];
  const newest = generations.length > 0 ? await db.get('manifests', generations[0]) : undefined;
  const wanted = new Set<number>(newest ? [newest.generation] : []);
  for (const batch of newest?.batches.slice(-GENERATIONS_KEPT) ?? []) wanted.add(batch.before);
  for (const generation of generations) {
    const manifest = wanted.has(generation) ? await db.get('manifests', generation) : undefined;
    if (manifest) kept.push(manifest);
    else await db.delete('manifests', generation);
  }
  const referred = { chunks: new Set<string>(), rollups: new Set<string>(), dictionary: new Set<string>() };
  const receipts = new Set<string>();
  for (const manifest of kept) {
    for (const batch of manifest.batches) receipts.add(batch.id);
    for (const book of Object.values(manifest.books)) {
      for (const key of book.dictionary) referred.dictionary.add(key);
      for (const month of book.months) {
        referred.rollups.add(month.rollup);
        for (const chunk of month.chunks) referred.chunks.add(chunk.id);
      }
      for (const { chunks } of book.missing ?? []) for (const { id } of chunks) referred.chunks.add(id);
    }
  }
  const stores = [
    ['chunks', referred.chunks],
    ['rollups', referred.rollups],
    ['parties', referred.dictionary],
    ['names', referred.dictionary],
    ['receipts', receipts],
  ] as const;
  for (const [store, keep] of stores) {
    const tx = db.transaction(store, 'readwrite');
    for (const key of await tx.store.getAllKeys()) if (!keep.has(key)) inside(tx.store.delete(key));
    await tx.done;
  }
}

/**
 * Forgets everything but the count of generations: what was read before must never pass for what comes after. Bans
 * stay too: they are Binance's, and hold whatever we have forgotten.
 */
export async function erase(db: Database, now: number): Promise<Manifest> {
  const empty = { ...emptyManifest(), at: now };
  const stores = [
    'manifests',
    'chunks',
    'rollups',
    'parties',
    'names',
    'receipts',
    'notebook',
    'feed',
    'connections',
    'syncs',
    'prices',
    'performance',
  ] as const;
  const tx = db.transaction(stores, 'readwrite');
  const newest = await tx.objectStore('manifests').openKeyCursor(null, 'prev');
  empty.generation = (newest?.key ?? 0) + 1;
  for (const store of stores) inside(tx.objectStore(store).clear());
  inside(tx.objectStore('manifests').put(empty));
  await tx.done;
  return empty;
}
