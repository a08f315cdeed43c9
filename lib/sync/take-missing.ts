import type { CarriedMissing } from '../domain/carried-missing';
import { type Columns, joinColumns } from '../domain/commission';
import type { Month } from '../domain/day';
import { filterColumns, type MissingPart, toldIn } from '../domain/missing';
import { samePayments } from '../domain/same-payment';
import { columnsOf, type SourceId, type SourceRows } from '../domain/source';
import { rowsOfFile } from './batch-rows';
import type { OpenBook } from './open-book';
import type { MonthMissing } from './place-missing';
import { readFiles } from './read-files';

/** How an import leaves the book. */
interface After {
  add: Map<Month, SourceRows[]>;
  replace: Map<Month, SourceRows[]>;
  missing: MonthMissing[];
}

/**
 * Takes over what a backup says of missing rows, where nothing is known of them here: rows that count can be missing,
 * and rows that do not stay out.
 * @param batch the backup's.
 * @returns the book's missing rows, of the months that change.
 */
export async function takeMissing(
  book: OpenBook,
  after: After,
  carried: CarriedMissing[],
  batch: string,
): Promise<MonthMissing[]> {
  const missing = [...after.missing];
  const same = samePayments(book.dictionary);
  for (const { rows, ...fate } of carried) {
    const { kinds } = await readFiles([new File([rows], 'missing.csv')], book, () => {});
    for (const batchOfKind of kinds) {
      for (const [month, columns] of rowsOfFile(batchOfKind, 0)) {
        const source = batchOfKind.kind;
        const place = missing.findIndex(other => other.source === source && other.month === month);
        const parts = place < 0 ? await book.missingParts(source, month) : missing[place].parts;
        const known = toldIn(columns, joinColumns(parts.map(part => part.columns)), same);
        const stored = toldIn(columns, await rowsAfter(book, after, source, month), same);
        const counts = !(fate.decided === 'removed' && !fate.again);
        const taken = filterColumns(columns, i => !known[i] && stored[i] === counts);
        if (taken.time.length === 0) continue;
        const part: MissingPart = { batch, ...fate, columns: taken };
        missing.splice(place < 0 ? missing.length : place, 1, { source, month, parts: [...parts, part] });
      }
    }
  }
  return missing;
}

/** The rows of a source in a month as the import leaves them. */
async function rowsAfter(
  book: OpenBook,
  { add, replace }: After,
  source: SourceId,
  month: Month,
): Promise<Columns> {
  const [added, whole] = [add, replace].map(rows => columnsOf(rows.get(month) ?? [], source));
  const stored = whole.length > 0 ? [] : columnsOf(await book.rowsOf(month, source), source);
  return joinColumns([...whole, ...stored, ...added]);
}
