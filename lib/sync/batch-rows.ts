import { type Columns, MonthRows, viewOfColumns } from '../domain/commission';
import type { FileCoverage } from '../domain/coverage';
import type { Day, Month } from '../domain/day';
import type { FileKindId } from '../domain/file-kinds';
import type { FileReceipt, FileRejection } from '../domain/receipt';
import type { ReadFiles } from './merge-batch';

/** Rows of one kind of file, and of each month the number of them after each file. */
export type KindBatch = Pick<ReadFiles, 'kind' | 'months' | 'ends'>;

/** The pairs that rows stand for, by day. */
export type PairsByDay = Map<Day, number>;

/** What one of our own files with rows of several sources says of the days it has. */
export interface OwnFile {
  /** The time of each source other than the file's kind, on days that it alone tells. */
  alone: FileCoverage[];
  /** Who tells which part of the days that several tell. */
  shared: FileCoverage[];
  /** The days of each source. */
  days: Map<FileKindId, PairsByDay>;
}

/** What the files of a drop hold. */
export interface Batch {
  kinds: KindBatch[];
  files: FileReceipt[];
  rejections: FileRejection[];
  /** What each file itself says that it speaks for; none: what its rows tell. */
  told: FileCoverage[][];
  /** Of each file, if it is one of our own with rows of several sources. */
  own: (OwnFile | undefined)[];
}

/** Notes after which row of each month a file that has just been read ends. */
export function noteEnds({ kinds }: Batch, index: number): void {
  for (const { months, ends: allEnds } of kinds) {
    for (const [month, rows] of months) {
      const ends = allEnds.get(month) ?? [];
      // A month that appears only now had no rows at the end of the files before.
      while (ends.length < index) ends.push(0);
      ends[index] = rows.length;
      allEnds.set(month, ends);
    }
  }
}

export function monthOfKind({ months }: KindBatch, month: Month): MonthRows {
  let rows = months.get(month);
  if (!rows) {
    rows = new MonthRows(month);
    months.set(month, rows);
  }
  return rows;
}

/** Takes the rows of the file that was read last out of a month. */
export function takeFile({ months, ends }: KindBatch, month: Month, begin: number): Columns {
  const taken = months.get(month)!.takeFrom(begin);
  if (begin > 0) return taken;
  months.delete(month);
  ends.delete(month);
  return taken;
}

/** The rows that one file of a drop has of a kind, by month. */
export function rowsOfFile({ months, ends: allEnds }: KindBatch, index: number): Map<Month, Columns> {
  const found = new Map<Month, Columns>();
  for (const [month, rows] of months) {
    const ends = allEnds.get(month) ?? [];
    const [from, to] = [ends[index - 1] ?? 0, ends[index] ?? rows.length];
    if (to > from) found.set(month, viewOfColumns(rows.columns(), from, to));
  }
  return found;
}
