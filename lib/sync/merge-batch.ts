import { type Columns, joinColumns, type MonthRows, pickColumns, withoutValues } from '../domain/commission';
import type { Reach } from '../domain/coverage';
import { type Month, startOfMonth } from '../domain/day';
import { unite } from '../domain/multiset';
import { repeatsAcrossFiles } from '../domain/overlap';
import { type FileReceipt, LACKING_KEPT, type LackingRow } from '../domain/receipt';
import { columnsOf, EXPORT, type SourceId } from '../domain/source';
import { type MonthState, sourceOf } from '../store/manifest';
import type { OpenBook } from './open-book';

/** What the files of one drop hold of one source. */
export interface ReadFiles {
  source: SourceId;
  months: Map<Month, MonthRows>;
  /** Per month the number of rows after each file. */
  ends: Map<Month, number[]>;
  /** All files of the drop; those of other sources are refused ones here. */
  files: FileReceipt[];
}

export interface Merged {
  added: Map<Month, Columns>;
  repeated: number;
  lacking: number;
  lackingRows: LackingRow[];
}

/**
 * Takes from a batch what the ledger does not have yet.
 * @param reaches the time the files speak for. Rows of older files that these lack there are reported of exports alone:
 * statements are often filtered before they are saved.
 */
export async function merge(
  book: OpenBook,
  batch: ReadFiles,
  reaches: Reach[],
  check: () => void,
): Promise<Merged> {
  const { source } = batch;
  const months = [...batch.months.values()].map(rows => ({
    month: rows.month,
    begin: startOfMonth(rows.month),
    columns: rows.columns(),
    ends: batch.ends.get(rows.month)!,
  }));
  const none = { reach: { first: 0, last: -1 }, rows: 0 };
  const stretches = batch.files.map(file => {
    if (file.refused || file.first === undefined) return none;
    return { reach: { first: file.first, last: file.last! }, rows: file.rows };
  });
  const speaking = source === EXPORT ? reaches : [];
  const leftOut = repeatsAcrossFiles(stretches, months);
  const merged: Merged = { added: new Map(), repeated: 0, lacking: 0, lackingRows: [] };
  for (const [m, { month, begin, columns }] of months.entries()) {
    check();
    const out = leftOut[m];
    merged.repeated += out.size;
    const incoming =
      out.size === 0
        ? columns
        : pickColumns(
            columns,
            Uint32Array.from(columns.time.keys()).filter(i => !out.has(i)),
          );
    const known = columnsOf(await book.rows(month), source);
    if (known.length === 0) {
      merged.added.set(month, incoming);
      continue;
    }
    // A statement's values come from prices, which may have been missing the last time.
    const [theirs, ours] =
      source === EXPORT ? [known, incoming] : [known.map(withoutValues), withoutValues(incoming)];
    const union = unite(theirs, ours, time =>
      speaking.some(reach => reach.first <= begin + time && begin + time <= reach.last),
    );
    merged.lacking += union.lacking.length;
    if (union.lacking.length > 0) {
      keepLacking(merged, pickColumns(joinColumns(known), union.lacking), begin);
    }
    merged.added.set(
      month,
      union.added.length === incoming.time.length ? incoming : pickColumns(incoming, union.added),
    );
  }
  for (const state of book.state?.months ?? []) {
    if (batch.months.has(state.month)) continue;
    for (const columns of await rowsWithin(book, state, speaking)) {
      merged.lacking += columns.time.length;
      keepLacking(merged, columns, startOfMonth(state.month));
    }
  }
  return merged;
}

function keepLacking({ lackingRows }: Merged, rows: Columns, begin: number): void {
  for (let i = 0; i < rows.time.length && lackingRows.length < LACKING_KEPT; i++) {
    lackingRows.push({
      time: begin + rows.time[i],
      party: rows.party[i],
      type: rows.type[i],
      asset: rows.asset[i],
      amount: rows.amount[i],
      value: rows.value[i],
    });
  }
}

/** Rows of earlier exports of a month at moments the reaches speak for. */
async function rowsWithin(book: OpenBook, state: MonthState, reaches: Reach[]): Promise<Columns[]> {
  const chunks = state.chunks.filter(chunk => sourceOf(chunk) === EXPORT);
  const touched = chunks.some(c => reaches.some(r => r.first <= c.last && c.first <= r.last));
  if (!touched) return [];
  const begin = startOfMonth(state.month);
  const speaks = (t: number) => reaches.some(r => r.first <= begin + t && begin + t <= r.last);
  return (await book.rowsIn(state.month, chunks)).map(({ columns }) =>
    pickColumns(
      columns,
      Uint32Array.from(columns.time.keys()).filter(i => speaks(columns.time[i])),
    ),
  );
}
