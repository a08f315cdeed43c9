import { EXPORT } from '../domain/source';
import { makeDemo } from '../sources/demo';
import { totalRows } from '../store/manifest';
import type { ChangeMaker } from './change-book';
import { OpenBook } from './open-book';

/** The demo, unless there is real data: it never stands beside that. @param now the moment it ends at, ms. */
export const demoStarted =
  (now: number): ChangeMaker =>
  async (_, { db, manifest }) => {
    if (totalRows(manifest) > 0) return undefined;
    const { dictionary, months, reaches } = makeDemo(now);
    const add = new Map(
      [...months].map(([month, rows]) => [month, [{ source: EXPORT, columns: rows.columns() }]]),
    );
    return { book: 'demo', from: new OpenBook(db, undefined, dictionary), add, coverage: reaches };
  };

export const demoRemoved: ChangeMaker = async (_, { db, manifest }) => {
  const { demo } = manifest.books;
  if (!demo) return undefined;
  return { book: 'demo', from: await OpenBook.open(db, demo), drop: () => true, coverage: [] };
};
