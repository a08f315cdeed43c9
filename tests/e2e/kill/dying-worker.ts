/**
 * The real import in a worker that can be killed at an exact moment: after its n-th step at the database it says so
 * and then never returns, until the page terminates it. `broken` replaces the commit by one that writes its manifest
 * outside the transaction, which the test must catch.
 */
import { openDatabase } from '../../../lib/store/schema';
import type { Commit, commit } from '../../../lib/store/write';
import { commit as realCommit, sweep } from '../../../lib/store/write';
import { importFiles } from '../../../lib/sync/import-files';

let steps = 0;
let dieAt = -1;

function step(): void {
  if (++steps !== dieAt) return;
  postMessage({ died: steps });
  for (;;) {
    // Only `terminate` ends this.
  }
}

const { put } = IDBObjectStore.prototype;
IDBObjectStore.prototype.put = function (...args: Parameters<typeof put>) {
  step();
  const request = put.apply(this, args);
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

interface Order {
  name: string;
  text: string;
  dieAt: number;
  broken: boolean;
}

addEventListener('message', async ({ data }: MessageEvent<Order>) => {
  const db = await openDatabase(() => {}, data.name);
  await sweep(db);
  steps = 0;
  dieAt = data.dieAt;
  const env = {
    db,
    locks: navigator.locks,
    now: () => Date.now(),
    id: () => crypto.randomUUID(),
    commit: data.broken ? brokenCommit : realCommit,
  };
  await importFiles(env, [new File([data.text], 'export.csv')]);
  await sweep(db);
  db.close();
  postMessage({ finished: steps });
});
