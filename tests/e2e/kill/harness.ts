import { firstDayOf, momentOf } from '../../../lib/domain/day';
import { lookupOf } from '../../../lib/domain/dictionary';
import { exactDecimal } from '../../../lib/domain/money';
import { rollUp } from '../../../lib/domain/rollup';
import {
  readChunks,
  readManifest,
  readNames,
  readParties,
  readReceipts,
  readRollup,
} from '../../../lib/store/read';
import { openDatabase } from '../../../lib/store/schema';

/** Runs an import that dies at its n-th step (-1: never). @returns the steps it took, and whether it died. */
function run(order: { name: string; text: string; dieAt: number; broken: boolean }) {
  return new Promise<{ steps: number; died: boolean }>((resolve, reject) => {
    const worker = new Worker('/dying-worker.js', { type: 'module' });
    worker.onerror = event => reject(new Error(event.message));
    worker.onmessage = ({ data }) => {
      worker.terminate();
      resolve({ steps: data.died ?? data.finished, died: data.died !== undefined });
    };
    worker.postMessage(order);
  });
}

/**
 * Reads all of a ledger and checks that it is one: nothing missing, chunks whole, rollups equal to their rows.
 * @returns its rows as text lines, sorted.
 */
async function audit(name: string): Promise<{ rows: string[]; receipts: number }> {
  const db = await openDatabase(() => {}, name);
  try {
    const manifest = await readManifest(db);
    const rows: string[] = [];
    const state = manifest.books.real;
    if (state) {
      const names = await readNames(db, state.dictionary);
      const parties = await readParties(db, state.dictionary);
      let count = 0;
      for (const month of state.months) {
        const chunks = await readChunks(db, month);
        const stored = await readRollup(db, month.rollup);
        const again = rollUp(month.month, chunks, lookupOf(names, parties));
        const sums = (r: typeof stored) =>
          JSON.stringify([r.rows, [...r.cells.sum.low], [...r.cells.sum.high]]);
        if (sums(stored) !== sums(again))
          throw new Error(`rollup of month ${month.month} is not of its rows`);
        for (const c of chunks) {
          count += c.time.length;
          for (let i = 0; i < c.time.length; i++) {
            const moment = momentOf(firstDayOf(month.month)) + c.time[i];
            rows.push(
              `${moment} ${names.referrals[parties.referral[c.party[i]]]} ${exactDecimal(c.value[i])}`,
            );
          }
        }
      }
      if (count !== state.rows) throw new Error(`manifest says ${state.rows} rows, there are ${count}`);
    }
    const receipts = await readReceipts(
      db,
      manifest.batches.map(b => b.id),
    );
    if (receipts.length !== manifest.batches.length) throw new Error('a receipt is missing');
    return { rows: rows.sort(), receipts: receipts.length };
  } finally {
    db.close();
  }
}

export interface Verdict {
  kills: number;
  /** Ledgers that were neither the old nor the new one, with what was wrong. */
  between: string[];
  old: number;
  new: number;
}

/** Kills an import of `second` into a ledger of `first` at every step there is. */
async function killEverywhere(first: string, second: string, broken: boolean): Promise<Verdict> {
  const fresh = async (name: string) => {
    await new Promise(done => {
      const request = indexedDB.deleteDatabase(name);
      request.onsuccess = done;
      request.onblocked = done;
    });
    await run({ name, text: first, dieAt: -1, broken: false });
  };
  await fresh('whole');
  const before = JSON.stringify(await audit('whole'));
  const { steps } = await run({ name: 'whole', text: second, dieAt: -1, broken: false });
  const after = JSON.stringify(await audit('whole'));
  const verdict: Verdict = { kills: 0, between: [], old: 0, new: 0 };
  for (let dieAt = 1; dieAt <= steps + 2; dieAt++) {
    const name = `killed-${broken}-${dieAt}`;
    await fresh(name);
    const { died } = await run({ name, text: second, dieAt, broken });
    if (!died) break;
    verdict.kills++;
    try {
      const found = JSON.stringify(await audit(name));
      if (found === before) verdict.old++;
      else if (found === after) verdict.new++;
      else verdict.between.push(`step ${dieAt}: another ledger`);
      // And the next import must be able to finish the work.
      await run({ name, text: second, dieAt: -1, broken: false });
      const healed = await audit(name);
      if (JSON.stringify(healed.rows) !== JSON.stringify(JSON.parse(after).rows)) {
        verdict.between.push(`step ${dieAt}: not healed`);
      }
    } catch (error) {
      verdict.between.push(`step ${dieAt}: ${error}`);
    }
    indexedDB.deleteDatabase(name);
  }
  return verdict;
}

Object.assign(globalThis, { killEverywhere });
