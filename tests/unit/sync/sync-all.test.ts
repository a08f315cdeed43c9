import { expect, test } from 'vitest';
import { changeSync, putConnection, readConnections, readSync } from '../../../lib/store/connections';
import { readManifest } from '../../../lib/store/read';
import { type SyncAllEnv, syncAll } from '../../../lib/sync/sync-all';
import { connection, DAY, HOUR, harness, NOW, signerOf } from './sync-harness';

const SECOND = '00000000-0000-4000-8000-000000000002';
const rebates = [{ asset: 'USDT', type: 1 as const, amount: '1.5', updateTime: NOW - 2 * HOUR }];

async function begin() {
  const here = await harness({ rebates });
  const runs: (number | undefined)[] = [];
  const errors: unknown[] = [];
  const env: SyncAllEnv = {
    ...here.env,
    signerOf: async () => signerOf(here.mine),
    agreed: async () => true,
    runAgain: at => runs.push(at),
    report: error => errors.push(error),
  };
  return { ...here, env, runs, errors, run: (byHand = false) => syncAll(env, byHand, () => false) };
}

test('the run that takes over is arranged before the first request, and what is left at the end', async () => {
  const { env, runs, binance, clock, run, db } = await begin();
  let arranged: number | undefined;
  binance.fault = () => {
    arranged ??= runs.length;
    return undefined;
  };
  await run();
  expect(arranged).toBe(1);
  expect(runs[0]).toBe(NOW + 60_000);
  expect(runs).toHaveLength(2);
  expect((await readManifest(db)).books.real?.rows).toBe(1);
  // Runs until nothing is left; then none is arranged.
  for (let n = 0; runs.at(-1) !== undefined && n < 500; n++) {
    clock.now = Math.max(clock.now + 1_000, runs.at(-1)!);
    await run();
  }
  expect(runs.at(-1)).toBeUndefined();
  // Unless somebody asked for one meanwhile.
  await syncAll(env, false, () => true);
  expect(runs.at(-1)).toBe(clock.now);
});

test('nothing is asked without consent, without connections, and of what is a draft or disconnected', async () => {
  const { env, runs, binance, db, me } = await begin();
  await syncAll({ ...env, agreed: async () => false }, true, () => false);
  await putConnection(db, { ...me, credential: { is: 'none' } });
  await syncAll(env, true, () => false);
  await putConnection(db, { ...me, draft: true });
  await syncAll(env, true, () => false);
  expect(binance.log).toEqual([]);
  expect(runs).toEqual([]);
});

test('what this browser cannot keep is told, is tried again in ten minutes, and stops no other connection', async () => {
  const { env, runs, errors, db, me, mine, clock } = await begin();
  await putConnection(db, connection({ id: SECOND, addedAt: NOW + DAY, ownsExports: false }));
  let full = true;
  const signer = signerOf(mine);
  // The error comes out of the middle of a sync.
  const sign = (id: string, payload: string) =>
    full && id === me.id ? Promise.reject(new DOMException('', 'QuotaExceededError')) : signer.sign(payload);
  const late = {
    ...env,
    signerOf: async (id: string) => ({ ...signer, sign: (payload: string) => sign(id, payload) }),
  };
  await syncAll(late, false, () => false);
  expect(errors).toMatchObject([{ name: 'QuotaExceededError' }]);
  const { trouble } = await readSync(db, me.id);
  expect(trouble).toMatchObject({ why: 'internal', tries: 1 });
  expect(runs.at(-1)).toBeLessThanOrEqual(trouble!.until);
  expect((await readSync(db, SECOND)).checkedAt).toBeDefined();
  // Once it works again the trouble is over.
  full = false;
  clock.now = trouble!.until + 1;
  await syncAll(late, false, () => false);
  expect((await readSync(db, me.id)).trouble).toBeUndefined();
});

test('what is locked in the middle of a run signs no more, and that is no trouble', async () => {
  const { env, binance, errors, db, me } = await begin();
  let open = true;
  binance.fault = () => {
    // Locked while the first request is under way.
    open = false;
    return undefined;
  };
  const locking = { ...env, signerOf: async () => (open ? env.signerOf('', me.credential, NOW) : undefined) };
  await syncAll(locking, false, () => false);
  expect(binance.log).toHaveLength(1);
  expect(errors).toEqual([]);
  expect((await readSync(db, me.id)).trouble).toBeUndefined();
  // The control: a connection that stays open asks on.
  open = true;
  binance.fault = () => undefined;
  await changeSync(db, me.id, () => ({ ways: {} }));
  await syncAll(locking, false, () => false);
  expect(binance.log.length).toBeGreaterThan(2);
  expect(await readConnections(db)).toHaveLength(1);
});
