import { type Columns, joinColumns, type MonthRows, pickColumns, withoutValues } from '../domain/commission';
import type { FileCoverage } from '../domain/coverage';
import { type Month, startOfMonth } from '../domain/day';
import { FILE_KINDS, type FileKindId } from '../domain/file-kinds';
import { unite } from '../domain/multiset';
import { type Seam, sharedRows } from '../domain/overlap';
import { MISSING_KEPT, type MissingRow } from '../domain/receipt';
import { samePayments, withDetails } from '../domain/same-payment';
import { columnsOf } from '../domain/source';
import { type MonthState, sourceOf } from '../store/manifest';
import type { OpenBook } from './open-book';

/** What the files of one drop hold of one kind. */
export interface ReadFiles {
  kind: FileKindId;
  months: Map<Month, MonthRows>;
  /** Per month the number of rows after each file. */
  ends: Map<Month, number[]>;
  /** Of each file of the drop the time from its first to its last row, and their number; of another kind: none. */
  spans: { reach: { first: number; last: number }; rows: number }[];
}

export interface Merged {
  added: Map<Month, Columns>;
  /** Months whose stored rows lacked what these files tell of them: all rows, the new ones among them. */
  replaced: Map<Month, Columns>;
  seams: Seam[];
  repeated: number;
  missing: number;
  missingRows: MissingRow[];
}

/**
 * Takes from a batch what the ledger does not have yet.
 * @param reaches the time the files speak for. Rows of older files that these lack there are reported, unless files of
 * this kind are often filtered.
 */
export async function merge(
  book: OpenBook,
  batch: ReadFiles,
  reaches: FileCoverage[],
  check: () => void,
): Promise<Merged> {
  const { kind } = batch;
  const { missing, values } = FILE_KINDS[kind];
  const months = [...batch.months.values()].map(rows => ({
    month: rows.month,
    begin: startOfMonth(rows.month),
    columns: rows.columns(),
    ends: batch.ends.get(rows.month)!,
  }));
  const speaking = missing === 'restated' ? reaches : [];
  const same = samePayments(book.dictionary);
  const { leftOut, columns: united, seams } = sharedRows(batch.spans, months, same);
  const merged: Merged = {
    added: new Map(),
    replaced: new Map(),
    seams,
    repeated: 0,
    missing: 0,
    missingRows: [],
  };
  for (const [m, { month, begin }] of months.entries()) {
    check();
    const out = leftOut[m];
    merged.repeated += out.size;
    const columns = united[m];
    const incoming =
      out.size === 0
        ? columns
        : pickColumns(
            columns,
            Uint32Array.from(columns.time.keys()).filter(i => !out.has(i)),
          );
    const known = columnsOf(await book.rows(month), kind);
    if (known.length === 0) {
      merged.added.set(month, incoming);
      continue;
    }
    // Prices may have been missing the last time.
    const [theirs, ours] =
      values === 'own' ? [known, incoming] : [known.map(withoutValues), withoutValues(incoming)];
    const speaks = (time: number) =>
      speaking.some(reach => reach.first <= begin + time && begin + time <= reach.last);
    const union = unite(theirs, ours, speaks, same);
    merged.missing += union.missing.length;
    if (union.missing.length > 0) {
      keepMissing(merged, pickColumns(joinColumns(known), union.missing), begin);
    }
    const fresh = union.added.length === incoming.time.length ? incoming : pickColumns(incoming, union.added);
    const before = joinColumns(known);
    const fuller = withDetails(before, ours, union.fuller, same);
    merged.added.set(month, fresh);
    if (fuller !== before) merged.replaced.set(month, joinColumns([fuller, fresh]));
  }
  for (const state of book.state?.months ?? []) {
    if (batch.months.has(state.month)) continue;
    for (const columns of await rowsWithin(book, state, kind, speaking)) {
      merged.missing += columns.time.length;
      keepMissing(merged, columns, startOfMonth(state.month));
    }
  }
  return merged;
}

function keepMissing({ missingRows }: Merged, rows: Columns, begin: number): void {
  for (let i = 0; i < rows.time.length && missingRows.length < MISSING_KEPT; i++) {
    missingRows.push({
      time: begin + rows.time[i],
      party: rows.party[i],
      type: rows.type[i],
      asset: rows.asset[i],
      amount: rows.amount[i],
      value: rows.value[i],
    });
  }
}

/** Rows of earlier files of a month at moments the reaches speak for. */
async function rowsWithin(
  book: OpenBook,
  state: MonthState,
  kind: FileKindId,
  reaches: FileCoverage[],
): Promise<Columns[]> {
  const chunks = state.chunks.filter(chunk => sourceOf(chunk) === kind);
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
