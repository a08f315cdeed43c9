/**
 * A real job in a worker that can be killed at an exact moment: after its n-th step at the database it says so and
 * then never returns, until the page ends it. `broken` replaces the commit by one that writes its manifest outside the
 * transaction, which the test must catch.
 */
import { openDatabase } from '../../../lib/store/schema';
import type { Commit, commit } from '../../../lib/store/write';
import { sweep } from '../../../lib/store/write';
import type { WriterEnv } from '../../../lib/sync/change-book';
import { type JobName, jobOf, type Texts } from './jobs';

// Without shared memory a step would throw in place of dying, which the database takes for an abort.
if (!crossOriginIsolated) throw new Error('no shared memory to wait on');

let steps = 0;
let dieAt = -1;

function step(): void {
  if (++steps !== dieAt) return;
  postMessage({ died: steps });
  // Only its end from outside ends this. Chromium lets a worker that does not return live on for two seconds: one that
  // waits leaves the core to the others meanwhile.
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
}

const { put, clear } = IDBObjectStore.prototype;
IDBObjectStore.prototype.put = function (...args: Parameters<typeof put>) {
  step();
  const request = put.apply(this, args);
  step();
  return request;
};
IDBObjectStore.prototype.clear = function () {
  step();
  const request = clear.apply(this);
  step();
  return request;
};
const { transaction } = IDBDatabase.prototype;
IDBDatabase.prototype.transaction = function (...args: Parameters<typeof transaction>) {
  const tx = transaction.apply(this, args);
  if (args[1] === 'readwrite') tx.addEventListener('complete', step);
  return tx;
};

const brokenCommit: typeof commit = async (db, all: Commit) => {
  await db.put('manifests', all.manifest);
  const tx = db.transaction(['rollups', 'parties', 'names', 'receipts'], 'readwrite');
  for (const [key, rollup] of all.rollups) void tx.objectStore('rollups').put(rollup, key);
  if (all.dictionary) {
    void tx.objectStore('parties').put(all.dictionary.parties, all.dictionary.key);
    void tx.objectStore('names').put(all.dictionary.names, all.dictionary.key);
  }
  if (all.receipt) void tx.objectStore('receipts').put(all.receipt, all.receipt.batch);
  await tx.done;
};

export interface Order {
  /** Name of the database. */
  name: string;
  job: JobName;
  /** Makes the ledger that the job finds, instead of doing it. */
  before: boolean;
  texts: Texts;
  /** -1: never. */
  dieAt: number;
  broken: boolean;
}

addEventListener('message', async ({ data: order }: MessageEvent<Order>) => {
  const db = await openDatabase(() => {}, order.name);
  const job = jobOf(order.job);
  const env: WriterEnv = {
    db,
    // A lock of its own for each ledger: the page has many at a time.
    locks: {
      request: (name: string, work: () => unknown) => navigator.locks.request(`${order.name} ${name}`, work),
    } as LockManager,
    now: () => Date.now(),
    id: () => crypto.randomUUID(),
  };
  if (order.before) {
    await job.before(env, order.texts);
  } else {
    await sweep(db);
    steps = 0;
    dieAt = order.dieAt;
    if (!order.broken) await job.run(env, order.texts);
    else if (job.broken) await job.broken(env, order.texts);
    else await job.run({ ...env, commit: brokenCommit }, order.texts);
    await sweep(db);
  }
  db.close();
  postMessage({ finished: steps });
});

postMessage({ started: true });
