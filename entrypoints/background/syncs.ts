import { every, never, onAlarm, onceAt, stayAwake } from '../../lib/platform/alarms';
import { readSettings } from '../../lib/platform/settings';
import { lock, signerOf } from '../../lib/platform/vault';
import { readConnections } from '../../lib/store/connections';
import { sweep } from '../../lib/store/write';
import { syncConnection } from '../../lib/sync/sync-connection';
import { WRITER_LOCK } from '../../lib/sync/writer';
import { place } from './place';

const HOURLY = 'sync';
const MORE = 'sync-more';
const LOCKS = 'auto-lock';
/** Browsers give an event five minutes; the rest is for the next alarm. */
const LONGEST_RUN = 4 * 60_000;
const MINUTE = 60_000;

/** Brings all connections up to date, one run at a time. What is left is arranged as an alarm before it begins. */
export function runSyncs(byHand: boolean): Promise<void> {
  return stayAwake(
    navigator.locks.request('syncs', { ifAvailable: !byHand }, async held => {
      if (!held || (await readSettings()).consentAt === undefined) return;
      const here = await place();
      const connections = await readConnections(here.db);
      if (!connections.some(c => !c.draft && c.credential.is !== 'none')) return;
      // If we die in the middle, this goes on.
      onceAt(MORE, Date.now() + MINUTE);
      await here.locks.request(WRITER_LOCK, () => sweep(here.db));
      const until = Date.now() + LONGEST_RUN;
      let next: number | undefined;
      for (const connection of connections) {
        const signer = connection.draft ? undefined : await signerOf(connection.id, connection.credential);
        if (!signer) continue;
        const more = await syncConnection(here, connection, signer, { byHand, until });
        if (more !== undefined) next = Math.min(next ?? more, more);
      }
      if (next === undefined) never(MORE);
      else onceAt(MORE, next);
    }),
  );
}

/** Hourly syncs, what they have left, and locking by time. */
export function serveSyncs(): void {
  every(HOURLY, 60, () => void runSyncs(false));
  onAlarm(MORE, () => void runSyncs(false));
  every(LOCKS, 5, () => {
    void lock(Date.now()).then(async locked => {
      if (locked) await (await place()).changed();
    });
  });
}
