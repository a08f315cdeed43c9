import type { Connection } from '../../lib/domain/connection';
import { every, never, onAlarm, onceAt, stayAwake } from '../../lib/platform/alarms';
import { readSettings } from '../../lib/platform/settings';
import { lockOverdue, signerOf } from '../../lib/platform/vault';
import { changeSync, readConnections, readSync } from '../../lib/store/connections';
import { sweep } from '../../lib/store/write';
import { asWriter } from '../../lib/sync/change-book';
import { syncConnection } from '../../lib/sync/sync-connection';
import type { SyncPlace } from '../../lib/sync/sync-place';
import { place } from './place';

const HOURLY = 'sync';
const MORE = 'sync-more';
const LOCKS = 'auto-lock';
/** Browsers give an event five minutes; the rest is for the next alarm. */
const LONGEST_RUN = 4 * 60_000;
const MINUTE = 60_000;
const AGAIN = 10 * MINUTE;

/** The connection has been locked or disconnected in the middle of a sync. */
class Locked extends Error {}

/** A run was asked for while another was under way. */
let wanted = false;

/** Brings all connections up to date, one run at a time. What is left is arranged as an alarm before it begins. */
export function runSyncs(byHand: boolean): Promise<void> {
  return stayAwake(
    navigator.locks.request('syncs', { ifAvailable: !byHand }, async held => {
      if (!held) {
        // The alarm that guards the run under way has just been used up; and what is asked for now comes after it.
        wanted = true;
        onceAt(MORE, Date.now() + MINUTE);
        return;
      }
      wanted = false;
      if ((await readSettings()).consentAt === undefined) return;
      const here = await place();
      const connections = await readConnections(here.db);
      if (!connections.some(c => !c.draft && c.credential.is !== 'none')) return;
      // If we die in the middle, this goes on.
      onceAt(MORE, Date.now() + MINUTE);
      await asWriter(here, () => sweep(here.db));
      const until = Date.now() + LONGEST_RUN;
      let next: number | undefined;
      // Another one begins each time: a long backfill of one must not starve the others.
      const begin = Math.floor(Date.now() / MINUTE) % connections.length;
      for (const connection of [...connections.slice(begin), ...connections.slice(0, begin)]) {
        const more = await syncOne(here, connection, { byHand, until });
        if (more !== undefined) next = Math.min(next ?? more, more);
      }
      if (wanted) onceAt(MORE, Date.now());
      else if (next === undefined) never(MORE);
      else onceAt(MORE, next);
    }),
  );
}

/** Syncs one connection. Whatever goes wrong with it is told and stops no other. @returns when to go on. */
async function syncOne(
  here: SyncPlace,
  connection: Connection,
  options: { byHand: boolean; until: number },
): Promise<number | undefined> {
  const { db } = here;
  const { id } = connection;
  // Asked anew for each signature: what has been locked or disconnected meanwhile signs no more.
  const current = async () => {
    const now = (await readConnections(db)).find(c => c.id === id);
    return now && !now.draft ? signerOf(id, now.credential, Date.now()) : undefined;
  };
  const first = await current();
  if (!first) return undefined;
  const sign = async (payload: string) => {
    const signer = await current();
    if (signer?.apiKey !== first.apiKey) throw new Locked('locked');
    return signer.sign(payload);
  };
  try {
    const next = await syncConnection(here, connection, { ...first, sign }, options);
    const { trouble } = await readSync(db, id);
    if (trouble?.why === 'internal') await changeSync(db, id, ({ trouble: _, ...rest }) => rest);
    return next;
  } catch (error) {
    if (error instanceof Locked) return undefined;
    // A full disk, most likely: nothing was half written.
    const trouble = { why: 'internal' as const, until: Date.now() + AGAIN, tries: 1 };
    await changeSync(db, id, before => ({ ...before, trouble })).catch(() => {});
    await here.changed();
    return trouble.until;
  }
}

/** Hourly syncs, what they have left, and locking by time. */
export function serveSyncs(): void {
  every(HOURLY, 60, () => void runSyncs(false));
  onAlarm(MORE, () => void runSyncs(false));
  every(LOCKS, 5, () => {
    void lockOverdue(Date.now()).then(async locked => {
      if (locked) await (await place()).changed();
    });
  });
}
