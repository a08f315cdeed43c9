import { sliceColumns } from '../domain/commission';
import type { Month } from '../domain/day';
import type { Dictionary } from '../domain/dictionary';
import { isFromFiles, type SourceRows } from '../domain/source';
import type { Book, Manifest } from '../store/manifest';
import { readSourceRows } from '../store/read';
import type { Database } from '../store/schema';
import type { Commit } from '../store/write';
import { openDictionary, prepare, sizesOf, withoutDemo } from './publish';

/**
 * What the books are without the last import: the files' rows as they were before it, and everything that connections
 * have brought, since too. Binance keeps some of that for three months only, so it must not go with an import.
 */
export async function booksBefore(
  db: Database,
  manifest: Manifest,
  before: Manifest,
  batch: string,
): Promise<{ books: Manifest['books']; commit: Omit<Commit, 'manifest'> }> {
  const now = manifest.books.real;
  const then = before.books.real;
  const chunksOf = (book: Book | undefined) =>
    (book?.months ?? []).flatMap(month => month.chunks.filter(chunk => !isFromFiles(chunk.source)));
  const ids = (book: Book | undefined) => chunksOf(book).map(chunk => chunk.id);
  const rest = (book: Book | undefined) => JSON.stringify([book?.cursors ?? {}, book?.apart ?? []]);
  const same = ids(now).join() === ids(then).join() && rest(now) === rest(then);
  if (!now || same) return { books: withoutDemo(before), commit: { rollups: new Map() } };

  const from = await openDictionary(db, now);
  const to = await openDictionary(db, then);
  const sizes = sizesOf(to);
  const added = new Map<Month, SourceRows[]>();
  for (const state of now.months) {
    const rows = await readSourceRows(db, {
      ...state,
      chunks: state.chunks.filter(chunk => !isFromFiles(chunk.source)),
    });
    if (rows.length > 0) added.set(state.month, translate(rows, from, to));
  }
  const { state, commit } = await prepare(
    {
      db,
      before: then,
      book: 'real',
      batch,
      dictionary: to,
      added,
      drops: source => !isFromFiles(source),
      reaches: [],
      cursors: now.cursors ?? {},
      apart: now.apart ?? [],
    },
    sizes,
  );
  return { books: { real: state }, commit };
}

/** Rows in the words of another dictionary, which takes in only what they use. */
function translate(rows: SourceRows[], from: Dictionary, to: Dictionary): SourceRows[] {
  const types = new Map<number, number>();
  const assets = new Map<number, number>();
  const nobody = to.party('', '', Number.NaN, '');
  return rows.map(({ source, columns }) => {
    const copy = sliceColumns(columns, 0, columns.time.length);
    for (let i = 0; i < copy.time.length; i++) {
      const { literal, kind, credited } = from.names.types[copy.type[i]];
      copy.type[i] = known(types, copy.type[i], () => to.type(literal, kind, credited));
      copy.asset[i] = known(assets, copy.asset[i], () => to.asset(from.names.assets[columns.asset[i]]));
    }
    // Records of an account name no referral.
    copy.party.fill(nobody);
    return { source, columns: copy };
  });
}

function known(map: Map<number, number>, position: number, find: () => number): number {
  let found = map.get(position);
  if (found === undefined) {
    found = find();
    map.set(position, found);
  }
  return found;
}
