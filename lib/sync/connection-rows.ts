import { readConnections } from '../store/connections';
import type { Manifest } from '../store/manifest';
import { readManifest } from '../store/read';
import type { Database } from '../store/schema';
import { commit } from '../store/write';
import { openDictionary, prepare, sizesOf } from './publish';

/**
 * Publishes the ledger as the connections are now: which of them tell of the same money as the exports, and without
 * the rows of one that is to leave no trace. Under the writer's lock.
 */
export async function regroup(
  db: Database,
  batch: string,
  now: number,
  leaving?: string,
): Promise<Manifest | undefined> {
  const manifest = await readManifest(db);
  const before = manifest.books.real;
  if (!before) return undefined;
  const connections = await readConnections(db);
  const dictionary = await openDictionary(db, before);
  const cursors = Object.fromEntries(
    Object.entries(before.cursors ?? {}).filter(([, cursor]) => cursor.source !== leaving),
  );
  const { state, commit: rest } = await prepare(
    {
      db,
      before,
      book: 'real',
      batch,
      dictionary,
      added: new Map(),
      drops: source => source === leaving,
      reaches: [],
      cursors,
      apart: connections.filter(c => !c.ownsExports).map(c => c.id),
    },
    sizesOf(dictionary),
  );
  const { real: _, ...others } = manifest.books;
  const books =
    state.rows > 0 || state.reaches.length > 0 || Object.keys(cursors).length > 0
      ? { ...others, real: state }
      : others;
  const next: Manifest = { ...manifest, generation: manifest.generation + 1, at: now, books };
  await commit(db, { ...rest, manifest: next });
  return next;
}
