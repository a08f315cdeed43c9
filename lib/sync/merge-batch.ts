import {
  type Columns,
  emptyColumns,
  joinColumns,
  type MonthRows,
  pickColumns,
  withoutValues,
} from '../domain/commission';
import type { FileCoverage } from '../domain/coverage';
import { type Month, startOfMonth } from '../domain/day';
import { FILE_KINDS, type FileKindId } from '../domain/file-kinds';
import { withoutLeaving } from '../domain/missing';
import { unite } from '../domain/multiset';
import { type Seam, sharedRows } from '../domain/overlap';
import type { Receipt } from '../domain/receipt';
import { samePayments, withDetails } from '../domain/same-payment';
import { columnsOf } from '../domain/source';
import { type MonthState, sourceOf } from '../store/manifest';
import { Meeting } from './meeting';
import type { OpenBook } from './open-book';
import type { MonthMissing } from './place-missing';
import { MissingWeigher } from './weigh-missing';

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
  met?: Receipt['met'];
  repeated: number;
  /** Rows that these files lack. */
  lacking: number;
  /** Of the added: rows that were removed because a file lacked them. */
  returned: number;
  /** The missing rows of the months that have some, as they are then. */
  missing: MonthMissing[];
}

/**
 * Takes from a batch what the ledger does not have yet.
 * @param key of the batch.
 * @param reaches the time the files speak for. Rows of older files that these lack there are missing.
 */
export async function merge(
  book: OpenBook,
  batch: ReadFiles,
  key: string,
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
  const same = samePayments(book.dictionary);
  const weigher = new MissingWeigher(book, kind, key, reaches, same);
  const { leftOut, columns: united, seams } = sharedRows(batch.spans, months, same);
  const merged: Merged = {
    added: new Map(),
    replaced: new Map(),
    seams,
    repeated: 0,
    lacking: 0,
    returned: 0,
    missing: weigher.months,
  };
  const meeting = new Meeting(batch.spans);
  for (const [m, { month }] of months.entries()) {
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
      await weigher.weigh(month, emptyColumns(0), incoming, incoming);
      continue;
    }
    // Prices may have been missing the last time.
    const [theirs, ours] =
      values === 'own' ? [known, incoming] : [known.map(withoutValues), withoutValues(incoming)];
    const union = unite(theirs, ours, time => weigher.covers(month, time), same);
    meeting.see(month, incoming, union.added);
    const fresh = union.added.length === incoming.time.length ? incoming : pickColumns(incoming, union.added);
    const before = joinColumns(known);
    const fuller = withDetails(before, ours, union.fuller, same);
    merged.added.set(month, fresh);
    const change = await weigher.weigh(month, pickColumns(before, union.missing), incoming, fresh);
    if (fuller !== before || change.leaving.time.length > 0) {
      merged.replaced.set(month, withoutLeaving(joinColumns([fuller, fresh]), change, same));
    }
  }
  for (const state of book.state?.months ?? []) {
    if (missing === 'filtered' || batch.months.has(state.month)) continue;
    const within = await rowsWithin(book, state, kind, reaches);
    if (within.length === 0) continue;
    const change = await weigher.weigh(state.month, joinColumns(within));
    if (change.leaving.time.length === 0) continue;
    const before = joinColumns(columnsOf(await book.rows(state.month), kind));
    merged.added.set(state.month, emptyColumns(0));
    merged.replaced.set(state.month, withoutLeaving(before, change, same));
  }
  const { lacking, returned } = weigher;
  return { ...merged, lacking, returned, met: meeting.met() };
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
