import { startOfMonth } from '../domain/day';
import type { FileKindId } from '../domain/file-kinds';
import type { FileRows } from '../domain/overlap';
import type { FileReceipt } from '../domain/receipt';
import { EXPORT } from '../domain/source';
import { type KindBatch, rowsOfFile } from './batch-rows';
import { kindOfFile } from './read-files';

/** Kinds whose rows files of ours may hold. */
const IN_OURS: FileKindId[] = ['export', 'copy', 'credited', 'beside'];

/** A file of another kind, or without a row. */
const NO_ROWS = { reach: { first: 0, last: -1 }, rows: 0 };

/** Tells of a kind's rows which time each file of a drop covers with them, and their number. */
export function fileSpans(kinds: KindBatch[], files: FileReceipt[]): (batch: KindBatch) => FileRows[] {
  // A file of ours may hold rows of several kinds.
  const isMixed = kinds.some(
    ({ kind, months }) => kind !== EXPORT && IN_OURS.includes(kind) && months.size > 0,
  );
  return batch =>
    files.map((file, index) =>
      isMixed && IN_OURS.includes(batch.kind) ? spanOfRows(batch, index) : spanOfFile(file, batch.kind),
    );
}

/** The time a file of a kind covers, and its rows. */
function spanOfFile(file: FileReceipt, kind: FileKindId): FileRows {
  if (file.refused || file.first === undefined || kindOfFile(file) !== kind) return NO_ROWS;
  return { reach: { first: file.first, last: file.last! }, rows: file.rows };
}

/** The time that a file's rows of a kind cover, and their number. */
function spanOfRows(batch: KindBatch, index: number): FileRows {
  const span = { reach: { first: Number.POSITIVE_INFINITY, last: 0 }, rows: 0 };
  for (const [month, { time }] of rowsOfFile(batch, index)) {
    span.rows += time.length;
    for (const at of time) {
      const moment = startOfMonth(month) + at;
      span.reach.first = Math.min(span.reach.first, moment);
      span.reach.last = Math.max(span.reach.last, moment);
    }
  }
  return span.rows > 0 ? span : NO_ROWS;
}
