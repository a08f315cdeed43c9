import { syncRevision } from '../../lib/platform/revision';
import { writeSentinel } from '../../lib/platform/sentinel';
import { readSettings } from '../../lib/platform/settings';
import { keptDatabase } from '../../lib/store/kept-database';
import { sizeOf } from '../../lib/store/manifest';
import type { SyncEnv } from '../../lib/sync/sync-env';

export const database = keptDatabase();

/** Whether the user agrees to storing anything. */
export const hasConsent = async () => (await readSettings()).consentAt !== undefined;

/** Clock, network, locks and what screens hear: everything a job of the background needs. */
export async function backgroundEnv(): Promise<SyncEnv> {
  return {
    db: await database(),
    fetch: (...of: Parameters<typeof fetch>) => fetch(...of),
    now: () => Date.now(),
    wait: (ms: number) => new Promise<void>(done => setTimeout(done, ms)),
    locks: navigator.locks,
    id: () => crypto.randomUUID(),
    committed: manifest => writeSentinel(sizeOf(manifest)),
    changed: syncRevision.bump,
  };
}
