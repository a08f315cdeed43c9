import { type Columns, MonthRows, viewOfColumns } from '../domain/commission';
import type { Month } from '../domain/day';
import type { FileReceipt, FileRejection } from '../domain/receipt';
import type { ReadFiles } from './merge-batch';

/** Rows of one kind of file, and of each month the number of them after each file. */
export type KindBatch = Pick<ReadFiles, 'kind' | 'months' | 'ends'>;

/** What the files of a drop hold. */
export interface Batch {
  kinds: KindBatch[];
  files: FileReceipt[];
  rejections: FileRejection[];
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

export /** Takes the rows of the file that was read last out of a month. */
function takeFile({ months, ends }: KindBatch, month: Month, begin: number): Columns {
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
    const ends = allEnds.get(month)!;
    const [from, to] = [ends[index - 1] ?? 0, ends[index] ?? rows.length];
    if (to > from) found.set(month, viewOfColumns(rows.columns(), from, to));
  }
  return found;
}
