import { browser } from 'wxt/browser';
import { watch } from './settings';

/**
 * What the ledger was after the last change, kept outside IndexedDB: damaged or deleted database files make the
 * browser open an empty database without an error (docs/facts/platform.md §4), while `storage.local` stays.
 */
export interface Sentinel {
  generation: number;
  rows: number;
  checksum: number;
}

const KEY = 'sentinel';

/** By hand and not with zod: see `parseSettings`. */
export function parseSentinel(raw: unknown): Sentinel | undefined {
  const { generation, rows, checksum } = (typeof raw === 'object' && raw ? raw : {}) as Record<
    string,
    unknown
  >;
  if (typeof generation !== 'number' || typeof rows !== 'number' || typeof checksum !== 'number')
    return undefined;
  return { generation, rows, checksum };
}

export async function readSentinel(): Promise<Sentinel | undefined> {
  return parseSentinel((await browser.storage.local.get(KEY))[KEY]);
}

/** Screens everywhere ask the ledger again when this changes. */
export async function writeSentinel(sentinel: Sentinel): Promise<void> {
  await browser.storage.local.set({ [KEY]: sentinel });
}

export function watchSentinel(changed: () => void): () => void {
  return watch(KEY, changed);
}

/** Whether a ledger is less than what the sentinel saw. A newer generation is never less: undo and erase make one. */
export function isDamaged(ledger: Sentinel, seen: Sentinel | undefined): boolean {
  if (!seen) return false;
  if (ledger.generation !== seen.generation) return ledger.generation < seen.generation;
  return ledger.rows !== seen.rows || ledger.checksum !== seen.checksum;
}
