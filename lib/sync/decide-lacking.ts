import { type Columns, joinColumns, pickColumns } from '../domain/commission';
import { dayOf, type Month, monthOf } from '../domain/day';
import type { LackingRow, Receipt } from '../domain/receipt';
import { EXPORT, type SourceRows } from '../domain/source';
import type { Manifest } from '../store/manifest';
import { readManifest, readReceipts, readSourceRows } from '../store/read';
import type { Database } from '../store/schema';
import { commit } from '../store/write';
import { beginOf, openDictionary, prepare, rowsOf, sizesOf } from './publish';

/**
 * Carries out what the user has decided about rows that a newer file lacks: they stay, or each of them leaves once.
 * Importing the older file again brings them back.
 */
export async function decideLacking(
  db: Database,
  batch: string,
  decided: NonNullable<Receipt['decided']>,
  key: string,
  now: number,
): Promise<Manifest> {
  const manifest = await readManifest(db);
  const [receipt] = await readReceipts(db, [batch]);
  const before = manifest.books.real;
  if (!receipt?.lackingRows || receipt.decided || !before) return manifest;
  const dictionary = await openDictionary(db, before);
  const added = new Map<Month, SourceRows[]>();
  for (const [month, leaving] of decided === 'removed' ? byMonth(receipt.lackingRows) : []) {
    const state = before.months.find(s => s.month === month);
    if (!state) continue;
    const parts = rowsOf(await readSourceRows(db, state), EXPORT);
    if (parts.length > 0)
      added.set(month, [{ source: EXPORT, columns: without(joinColumns(parts), leaving, month) }]);
  }
  const { state, commit: rest } = await prepare(
    { db, before, book: 'real', batch: key, dictionary, added, replaces: true, reaches: [] },
    sizesOf(dictionary),
  );
  const next: Manifest = {
    ...manifest,
    generation: manifest.generation + 1,
    at: now,
    books: { ...manifest.books, real: state },
  };
  await commit(db, { ...rest, manifest: next, receipt: { ...receipt, decided } });
  return next;
}

function byMonth(rows: LackingRow[]): Map<Month, LackingRow[]> {
  const months = new Map<Month, LackingRow[]>();
  for (const row of rows) {
    const month = monthOf(dayOf(row.time));
    months.set(month, [...(months.get(month) ?? []), row]);
  }
  return months;
}

/** Takes each row out as often as it is named. */
function without(columns: Columns, leaving: LackingRow[], month: Month): Columns {
  const begin = beginOf(month);
  const counts = new Map<string, number>();
  const keyOf = (row: LackingRow) =>
    `${row.time} ${row.party} ${row.type} ${row.asset} ${row.amount} ${row.value}`;
  const times = new Set<number>();
  for (const row of leaving) {
    counts.set(keyOf(row), (counts.get(keyOf(row)) ?? 0) + 1);
    times.add(row.time - begin);
  }
  const kept = Uint32Array.from(columns.time.keys()).filter(i => {
    if (!times.has(columns.time[i])) return true;
    const key = keyOf({
      time: begin + columns.time[i],
      party: columns.party[i],
      type: columns.type[i],
      asset: columns.asset[i],
      amount: columns.amount[i],
      value: columns.value[i],
    });
    const left = counts.get(key) ?? 0;
    if (left > 0) counts.set(key, left - 1);
    return left === 0;
  });
  return pickColumns(columns, kept);
}
