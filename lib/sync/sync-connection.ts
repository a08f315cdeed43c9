import type { Signer } from '../domain/connect';
import type { Connection, SyncState } from '../domain/connection';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../domain/day';
import { STREAM_IDS, type StreamId, streamOf } from '../domain/income-streams';
import { changeSync, readSync } from '../store/connections';
import { RetryLater } from './ask-faults';
import { proveKey } from './prove-key';
import { readStream } from './read-stream';
import { refreshStatistics } from './refresh-statistics';
import type { Patch, SyncEnv } from './sync-env';
import { isAway, isDue } from './sync-schedule';
import { forgiven, troubleOf } from './sync-trouble';
import { valueOpenRows } from './value-rows';

/** A key is proved to be read-only again after so long: at least daily. */
const PROOF_LASTS = 20 * HOUR_MS;
/** Missing prices, and what Binance tells of referrals and codes, are asked for after so long. */
const EXTRA_EVERY = HOUR_MS - MINUTE_MS;

/**
 * Brings one connection up to date, the newest first, then further back: one time window a step, each published with its
 * cursor. One stream's trouble never stops the others. A death at any point costs at most a window's requests.
 * @param until when to stop for now, ms.
 * @returns when to go on, if there is more to do; undefined when all is done until the next hour.
 */
export async function syncConnection(
  env: SyncEnv,
  connection: Connection,
  signer: Signer,
  { byHand, until }: { byHand: boolean; until: number },
): Promise<number | undefined> {
  const { db, now } = env;
  const patch = async (change: (state: SyncState) => SyncState) => {
    const next = await changeSync(db, connection.id, change);
    await env.changed();
    return next;
  };
  if (byHand) await patch(forgiven);
  if (!(await prove(env, connection, signer, patch)))
    return (await readSync(db, connection.id)).trouble?.until;

  let later: number | undefined;
  const goOn = (moment: number) => {
    later = Math.min(later ?? moment, moment);
  };
  // What is newest of every stream first: that is what the user looks at.
  const first = await readSync(db, connection.id);
  const isOpen = (stream: StreamId) => {
    const state = first.ways[stream];
    return !isAway(state, now()) && (byHand || isDue(stream, state, now()));
  };
  const busy = STREAM_IDS.some(stream => !streamOf(stream).costly && isOpen(stream));
  for (const backwards of [false, true]) {
    for (const stream of STREAM_IDS) {
      const state = first.ways[stream];
      // What takes many requests waits for a run of its own, so that an hourly one is a handful.
      if (streamOf(stream).costly && busy && !backwards && state?.at !== undefined) {
        if (isDue(stream, state, now())) goOn(now() + MINUTE_MS);
        continue;
      }
      const outcome = await readStream({
        env,
        connection,
        signer,
        stream,
        patch,
        backwards,
        until,
        byHand,
      });
      if (outcome === 'refused') return undefined;
      if (outcome !== undefined) goOn(outcome);
      if (now() >= until) {
        goOn(now());
        return later;
      }
    }
  }
  const { unpriced, performance } = await readSync(db, connection.id);
  const isUnpriced = unpriced !== undefined && now() - unpriced >= EXTRA_EVERY;
  const rest = performance?.answers === false ? DAY_MS : EXTRA_EVERY;
  const isUnasked = connection.ownsExports && now() - (performance?.at ?? 0) >= rest;
  if (busy) {
    if (isUnpriced || isUnasked) goOn(now() + MINUTE_MS);
    return later;
  }
  if (isUnpriced) {
    const whole = await valueOpenRows(env, connection.id);
    await patch(({ unpriced: _, ...rest }) => ({ ...rest, ...(!whole && { unpriced: env.now() }) }));
  }
  if (isUnasked) {
    const answers = await refreshStatistics(env, connection, signer, until);
    await patch(before => ({ ...before, performance: { at: now(), answers } }));
  }
  return later;
}

/** @returns whether the key is proved to be read-only, now or lately. Nothing else is asked before that. */
async function prove(env: SyncEnv, connection: Connection, signer: Signer, patch: Patch): Promise<boolean> {
  const state = await readSync(env.db, connection.id);
  if (state.refused) return false;
  const age = env.now() - (state.checkedAt ?? 0);
  if (age >= 0 && age < PROOF_LASTS) return true;
  if (isAway(state, env.now())) return false;
  const proof = await proveKey(env, signer);
  await patch(({ trouble: last, ...before }) => {
    if (proof.is === 'away')
      return { ...before, trouble: troubleOf(new RetryLater(proof.why), last, env.now()) };
    if (proof.is === 'refused') return { ...before, refused: proof.refusal };
    return { ...before, checkedAt: env.now() };
  });
  return proof.is === 'read-only';
}
