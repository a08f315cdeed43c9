import { firstDayOf, momentOf } from '../../../lib/domain/day';
import { lookupOf } from '../../../lib/domain/dictionary';
import { pairsOfTypes } from '../../../lib/domain/lane';
import { exactDecimal } from '../../../lib/domain/money';
import { sumMonth } from '../../../lib/domain/sum-month';
import type { Book } from '../../../lib/store/manifest';
import { readRates } from '../../../lib/store/prices';
import {
  readChunks,
  readManifest,
  readNames,
  readParties,
  readRollup,
  readSourceRows,
} from '../../../lib/store/read';
import { readReceipts } from '../../../lib/store/read-receipts';
import { type Database, openDatabase } from '../../../lib/store/schema';

export interface Audited {
  /** Every row of every book as text, sorted. */
  rows: string[];
  /** What else the ledger says: currency, what connections have read, what can be undone. */
  rest: string;
}

/**
 * Reads all of a ledger and checks that it is one: nothing missing, chunks whole, rollups equal to their rows, a
 * receipt for each batch.
 * @throws Error that says what is wrong.
 */
export async function audit(name: string): Promise<Audited> {
  const db = await openDatabase(() => {}, name);
  try {
    const manifest = await readManifest(db);
    const rows: string[] = [];
    const rest: unknown[] = [];
    for (const [id, book] of Object.entries(manifest.books)) {
      for (const line of await auditBook(db, id, book)) rows.push(line);
      const { currency, cursors, apart, reaches, codes } = book;
      rest.push(id, currency, cursors, apart, reaches, codes, [...book.glance.commission].map(String));
      for (const { month, decided, again, chunks } of book.missing ?? []) {
        const lost = await readChunks(db, { chunks });
        rest.push([month, decided, again, lost.map(columns => [...columns.time, ...columns.party])]);
      }
    }
    const receipts = await readReceipts(
      db,
      manifest.batches.map(b => b.id),
    );
    if (receipts.length !== manifest.batches.length) throw new Error('a receipt is missing');
    rest.push(receipts.map(receipt => receipt.added));
    return { rows: rows.sort(), rest: JSON.stringify(rest) };
  } finally {
    db.close();
  }
}

async function auditBook(db: Database, id: string, book: Book): Promise<string[]> {
  const names = await readNames(db, book.dictionary);
  const parties = await readParties(db, book.dictionary);
  const summing = {
    pairs: pairsOfTypes(names.types),
    lookup: lookupOf(names, parties),
    rates: book.currency && (await readRates(db, book.currency)),
  };
  const lines: string[] = [];
  for (const state of book.months) {
    const rows = await readSourceRows(db, state);
    const stored = await readRollup(db, state.rollup);
    const { rollup } = sumMonth(state.month, rows, state.choice, summing);
    const sums = ({ rows: count, cells }: typeof stored) =>
      JSON.stringify([count, [...cells.sum.low], [...cells.sum.high]]);
    if (sums(stored) !== sums(rollup)) throw new Error(`rollup of month ${state.month} is not of its rows`);
    for (const { source, columns: c } of rows) {
      for (let i = 0; i < c.time.length; i++) {
        const moment = momentOf(firstDayOf(state.month)) + c.time[i];
        const who = names.referrals[parties.referral[c.party[i]]];
        const amount = `${exactDecimal(c.amount[i])} ${names.assets[c.asset[i]]}`;
        lines.push(`${id} ${source} ${moment} ${who} ${amount} ${exactDecimal(c.value[i])}`);
      }
    }
  }
  if (lines.length !== book.rows)
    throw new Error(`manifest says ${book.rows} rows, there are ${lines.length}`);
  return lines;
}
