import { browser } from 'wxt/browser';
import * as z from 'zod/mini';
import { watch } from './settings';

/**
 * What the ledger was after the last change, kept outside IndexedDB: damaged or deleted database files make the
 * browser open an empty database without an error (facts/platform.md), while `storage.local` stays.
 */
const SentinelSchema = z.object({ generation: z.number(), rows: z.number(), checksum: z.number() });
export type Sentinel = z.infer<typeof SentinelSchema>;

const KEY = 'sentinel';

const parse = (raw: unknown): Sentinel | undefined => {
  const result = SentinelSchema.safeParse(raw);
  return result.success ? result.data : undefined;
};

export async function readSentinel(): Promise<Sentinel | undefined> {
  return parse((await browser.storage.local.get(KEY))[KEY]);
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
