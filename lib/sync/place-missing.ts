import { sortByTime } from '../domain/commission';
import type { Month } from '../domain/day';
import type { MissingPart } from '../domain/missing';
import type { SourceId } from '../domain/source';
import { type Book, type MissingState, missingOf } from '../store/manifest';
import type { Database } from '../store/schema';
import { putChunks } from '../store/write';

/** Missing rows of one source in one month. */
export interface MonthMissing {
  source: SourceId;
  month: Month;
  parts: MissingPart[];
}

/**
 * Puts missing rows as chunks that nothing refers to yet.
 * @param changed those that take the place of what the book has of their source and month.
 * @param puts takes what is still on its way to the disk.
 * @returns all missing rows of the book as it will be.
 */
export function placeMissing(
  db: Database,
  key: string,
  before: Book | undefined,
  changed: MonthMissing[],
  puts: Promise<unknown>[],
): MissingState[] {
  const gone = new Set(changed.flatMap(({ source, month }) => missingOf(before, source, month)));
  const placed = changed.flatMap(({ source, month, parts }) =>
    parts.map(({ columns, ...part }, i): MissingState => {
      const { refs, stored } = putChunks(db, `${key}/missing/${i}`, month, sortByTime(columns), source);
      puts.push(stored);
      return { ...part, month, chunks: refs };
    }),
  );
  return [...(before?.missing ?? []).filter(state => !gone.has(state)), ...placed];
}
