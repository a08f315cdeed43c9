import type { Connection, SyncState } from '../domain/connection';
import type { ConnectionHealth, StoreHealth, TroubleHealth, WayHealth } from '../domain/diagnostics';
import { STREAM_IDS } from '../domain/income-streams';
import { isFromFiles } from '../domain/source-rank';
import { readConnections, readSync } from '../store/connections';
import { readFeed } from '../store/feed';
import { type Book, type ChunkRef, shownBook, sourceOf } from '../store/manifest';
import { readNotebook } from '../store/notebook';
import { readManifest } from '../store/read';
import type { Database } from '../store/schema';

const KEEPS: Record<Connection['credential']['is'], ConnectionHealth['keeps']> = {
  ed25519: 'key-pair',
  hmac: 'convenient',
  locked: 'locked',
  none: 'disconnected',
};

/** Field by field, so that what a record gets later does not get into a report by itself. */
const troubleHealth = ({ trouble }: { trouble?: TroubleHealth }) =>
  trouble && { trouble: { why: trouble.why, until: trouble.until, tries: trouble.tries } };

function healthOf(
  { id, credential, draft, ownsExports }: Connection,
  state: SyncState,
  cursors: Book['cursors'] = {},
  isUnlocked: boolean,
): ConnectionHealth {
  const ways: ConnectionHealth['ways'] = {};
  for (const stream of STREAM_IDS) {
    const { at, rejected, ...rest } = state.ways[stream] ?? {};
    const health: WayHealth = {
      ...(at !== undefined && { at }),
      isDone: cursors[`${id}/${stream}`]?.done === true,
      ...(rejected !== undefined && { rejected }),
      ...troubleHealth(rest),
    };
    ways[stream] = health;
  }
  return {
    keeps: KEEPS[credential.is],
    isDraft: draft === true,
    isUnlocked,
    ownsExports,
    ...(state.checkedAt !== undefined && { checkedAt: state.checkedAt }),
    ...(state.refused && { refused: state.refused.is }),
    ...troubleHealth(state),
    ways,
  };
}

function rowsBySource(chunks: ChunkRef[]): StoreHealth['rows'] {
  const rows = (is: (source: string) => boolean) =>
    chunks.reduce((n, chunk) => n + (is(sourceOf(chunk)) ? chunk.rows : 0), 0);
  return {
    exports: rows(source => source === 'export'),
    statements: rows(source => source === 'statement' || source === 'statement-copy'),
    connections: rows(source => !isFromFiles(source)),
  };
}

/** Counts what is stored, for a report of a problem. @param unlocked ids of connections that are unlocked now. */
export async function readStoreHealth(db: Database, unlocked: ReadonlySet<string>): Promise<StoreHealth> {
  const manifest = await readManifest(db);
  const book = shownBook(manifest);
  const state = book && manifest.books[book];
  const months = state?.months ?? [];
  const chunks = months.flatMap(month => month.chunks);
  const feed = await readFeed(db);
  const connections: ConnectionHealth[] = [];
  for (const connection of await readConnections(db)) {
    const sync = await readSync(db, connection.id);
    connections.push(healthOf(connection, sync, state?.cursors, unlocked.has(connection.id)));
  }
  return {
    schema: db.version,
    book: book ?? 'none',
    generation: manifest.generation,
    rows: rowsBySource(chunks),
    months: months.length,
    chunks: chunks.length,
    referrals: state?.referrals ?? 0,
    imports: manifest.batches.length,
    unpricedDays: months.reduce((n, month) => n + (month.lacks?.length ?? 0), 0),
    notebook: Object.fromEntries(
      Object.entries(await readNotebook(db)).map(([section, entries]) => [
        section,
        Object.keys(entries).length,
      ]),
    ),
    campaigns: Object.keys(feed.campaigns).length,
    ...(feed.trouble && { feedTrouble: feed.trouble.why }),
    connections,
  };
}
