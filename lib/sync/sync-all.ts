import type { Signer } from '../domain/connect';
import type { Connection, Credential } from '../domain/connection';
import { MINUTE_MS } from '../domain/day';
import { changeSync, readConnections, readSync } from '../store/connections';
import { sweep } from '../store/write';
import { asWriter } from './change-book';
import { syncConnection } from './sync-connection';
import type { SyncEnv } from './sync-env';

/** Browsers give an event five minutes; the rest is for the next alarm. */
const LONGEST_RUN = 4 * MINUTE_MS;
/** A run that dies in the middle is taken up again after so long. */
export const TAKEN_UP_AFTER = MINUTE_MS;
/** What this browser could not keep is tried again after so long. */
const AGAIN = 10 * MINUTE_MS;

/** What a run over all connections needs of where it runs. */
export interface SyncAllEnv extends SyncEnv {
  /** What signs for a connection now; undefined while it is locked or when nothing is left of it. */
  signerOf: (id: string, credential: Credential, now: number) => Promise<Signer | undefined>;
  agreed: () => Promise<boolean>;
  /** Arranges the next run, not before a moment in ms; undefined: none is needed. What was arranged is forgotten. */
  runAgain: (at: number | undefined) => void;
  /** Told of errors that are no trouble of Binance's. */
  report: (error: unknown) => void;
}

/** The connection has been locked or disconnected in the middle of a sync. */
class Locked extends Error {}

/**
 * Brings all connections up to date, one after the other. The run that takes over if this one dies is arranged before
 * it begins, and what is left when it ends.
 * @param wanted whether another run was asked for while this one was under way.
 */
export async function syncAll(env: SyncAllEnv, byHand: boolean, wanted: () => boolean): Promise<void> {
  if (!(await env.agreed())) return;
  const connections = await readConnections(env.db);
  if (!connections.some(c => !c.draft && c.credential.is !== 'none')) return;
  env.runAgain(env.now() + TAKEN_UP_AFTER);
  await asWriter(env, () => sweep(env.db));
  const until = env.now() + LONGEST_RUN;
  let next: number | undefined;
  for (const connection of rotated(connections, env.now())) {
    const more = await syncOne(env, connection, { byHand, until });
    if (more !== undefined) next = Math.min(next ?? more, more);
  }
  env.runAgain(wanted() ? env.now() : next);
}

/** Another one begins each minute: a long backfill of one must not starve the others. */
function rotated(connections: Connection[], now: number): Connection[] {
  const begin = Math.floor(now / MINUTE_MS) % connections.length;
  return [...connections.slice(begin), ...connections.slice(0, begin)];
}

/** Syncs one connection. Whatever goes wrong with it is told and stops no other. @returns when to go on. */
async function syncOne(
  env: SyncAllEnv,
  connection: Connection,
  options: { byHand: boolean; until: number },
): Promise<number | undefined> {
  const { db } = env;
  const { id } = connection;
  // Asked anew for each signature: what has been locked or disconnected meanwhile signs no more.
  const current = async () => {
    const now = (await readConnections(db)).find(c => c.id === id);
    return now && !now.draft ? env.signerOf(id, now.credential, env.now()) : undefined;
  };
  const first = await current();
  if (!first) return undefined;
  const sign = async (payload: string) => {
    const signer = await current();
    if (signer?.apiKey !== first.apiKey) throw new Locked('locked');
    return signer.sign(payload);
  };
  try {
    const next = await syncConnection(env, connection, { ...first, sign }, options);
    const { trouble } = await readSync(db, id);
    if (trouble?.why === 'internal') await changeSync(db, id, ({ trouble: _, ...rest }) => rest);
    return next;
  } catch (error) {
    if (error instanceof Locked) return undefined;
    env.report(error);
    // A full disk, most likely: nothing was half written.
    const trouble = { why: 'internal' as const, until: env.now() + AGAIN, tries: 1 };
    await changeSync(db, id, before => ({ ...before, trouble })).catch(env.report);
    await env.changed();
    return trouble.until;
  }
}
