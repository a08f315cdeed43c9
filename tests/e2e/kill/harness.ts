import { unwrap } from 'idb';
import { openDatabase } from '../../../lib/store/schema';
import { audit } from './audit';
import type { Order } from './dying-worker';
import { type JobName, jobOf, type Texts } from './jobs';

/** How a worker ends: alone, or with the page that started it. */
export type Method = 'terminated' | 'its page closed';

/** A page of its own within this one. Removing it ends its workers as closing a tab does. */
async function openPage(): Promise<HTMLIFrameElement> {
  const page = document.createElement('iframe');
  page.src = '/page';
  const loaded = new Promise(done => page.addEventListener('load', done, { once: true }));
  document.body.append(page);
  await loaded;
  return page;
}

/** Whether a worker's script runs. Nothing of it has run in one that fails or, once in thousands, is forgotten. */
function hasStarted(worker: Worker): Promise<boolean> {
  return new Promise(done => {
    worker.onmessage = () => done(true);
    worker.onerror = () => done(false);
    setTimeout(done, 10_000, false);
  });
}

/** A worker that has begun, and what ends it. Chromium now and then never runs one that a page within a page starts. */
async function start(method: Method): Promise<{ worker: Worker; end: () => void }> {
  for (let tries = 1; tries <= 3; tries++) {
    const page = method === 'its page closed' ? await openPage() : undefined;
    const owner = (page?.contentWindow ?? window) as typeof window;
    const worker = new owner.Worker(new URL('/dying-worker.js', location.href), { type: 'module' });
    const end = () => (page ? page.remove() : worker.terminate());
    if (await hasStarted(worker)) return { worker, end };
    end();
  }
  throw new Error('the worker does not start');
}

/** Runs an order in a worker of its own. @returns the steps it took, and whether it died. */
async function run(order: Order, method: Method = 'terminated'): Promise<{ steps: number; died: boolean }> {
  const { worker, end } = await start(method);
  return new Promise((resolve, reject) => {
    worker.onerror = event => reject(new Error(`the worker failed: ${event.message}`));
    worker.onmessage = ({ data }) => {
      end();
      resolve({ steps: data.died ?? data.finished, died: data.died !== undefined });
    };
    worker.postMessage(order);
  });
}

export interface Verdict {
  kills: number;
  /** Ledgers that were neither the old nor the new one, with what was wrong. */
  between: string[];
  old: number;
  new: number;
}

function deleted(name: string): Promise<unknown> {
  return new Promise(done => {
    const request = indexedDB.deleteDatabase(name);
    request.onsuccess = done;
    request.onblocked = done;
  });
}

type Content = Map<string, { keys: IDBValidKey[]; values: unknown[] }>;

/** Everything a database holds. */
async function contentOf(name: string): Promise<Content> {
  const db = await openDatabase(() => {}, name);
  const content: Content = new Map();
  for (const store of db.objectStoreNames) {
    content.set(store, { keys: await db.getAllKeys(store), values: await db.getAll(store) });
  }
  db.close();
  return content;
}

/** Makes a database that holds just this. */
async function fill(name: string, content: Content): Promise<void> {
  await deleted(name);
  const db = await openDatabase(() => {}, name);
  const raw = unwrap(db) as IDBDatabase;
  const tx = raw.transaction([...content.keys()], 'readwrite');
  for (const [name, { keys, values }] of content) {
    const store = tx.objectStore(name);
    // A store with keys of its own values takes none beside them.
    values.forEach((value, i) => {
      if (store.keyPath === null) store.put(value, keys[i]);
      else store.put(value);
    });
  }
  await new Promise((done, failed) => {
    tx.oncomplete = done;
    tx.onabort = failed;
  });
  db.close();
}

/** So many ledgers at a time: most of a death is waiting for it. */
const LANES = 6;

/** Kills a job at every step there is, each time on a ledger of its own. A broken one only until it is caught. */
async function killEverywhere(job: JobName, texts: Texts, method: Method, broken: boolean): Promise<Verdict> {
  const order = { job, texts, before: false, broken: false, dieAt: -1 };
  await deleted('whole');
  await run({ ...order, name: 'whole', before: true });
  const found = await contentOf('whole');
  const before = JSON.stringify(await audit('whole'));
  const { steps } = await run({ ...order, name: 'whole' });
  const after = await audit('whole');
  const whole = JSON.stringify(after);
  const verdict: Verdict = { kills: 0, between: [], old: 0, new: 0 };
  // Where death comes from makes no difference to the database: the second method strikes a few times.
  const stride = method === 'terminated' ? (jobOf(job).stride ?? 1) : Math.ceil(steps / 5);
  const deaths: number[] = [];
  for (let dieAt = 1; dieAt < steps; dieAt += stride) deaths.push(dieAt);
  deaths.push(steps);

  async function kill(dieAt: number): Promise<void> {
    const name = `${job} ${method} ${broken} ${dieAt}`;
    await fill(name, found);
    const { died } = await run({ ...order, name, dieAt, broken }, method);
    if (!died) return;
    verdict.kills++;
    try {
      const left = JSON.stringify(await audit(name));
      if (left === before) verdict.old++;
      else if (left === whole) verdict.new++;
      else verdict.between.push(`step ${dieAt}: another ledger`);
      // And the next try must be able to finish the work.
      await run({ ...order, name });
      const healed = await audit(name);
      if (healed.rows.join() !== after.rows.join()) verdict.between.push(`step ${dieAt}: not healed`);
    } catch (error) {
      verdict.between.push(`step ${dieAt}: ${error}`);
    }
    await deleted(name);
  }

  let next = 0;
  async function lane(): Promise<void> {
    while (next < deaths.length && !(broken && verdict.between.length > 0)) {
      await kill(deaths[next++]);
    }
  }
  await Promise.all(Array.from({ length: LANES }, lane));
  return verdict;
}

Object.assign(globalThis, { killEverywhere });
