import { type Columns, MonthRows, pickColumns } from '../domain/commission';
import type { Connection, Way } from '../domain/connection';
import { dayOf, monthOf } from '../domain/day';
import type { Dictionary } from '../domain/dictionary';
import { halves } from '../domain/money';
import { unite } from '../domain/multiset';
import type { SourceRows } from '../domain/source';
import type { ApiRow, Stretch } from '../sources/api';
import { readConnections } from '../store/connections';
import type { Cursor, Manifest } from '../store/manifest';
import { readManifest, readSourceRows } from '../store/read';
import type { Database } from '../store/schema';
import { commit } from '../store/write';
import { Refused } from './ask-binance';
import { beginOf, blank, openDictionary, prepare, rowsOf, sizesOf, withoutDemo } from './publish';

/** A stretch of one way, read whole. */
export interface ReadStretch {
  connection: Connection;
  way: Way;
  pairs: number;
  stretch: Stretch;
  /** It reaches back as far as Binance does. */
  done: boolean;
  rows: ApiRow[];
  /** Of each row, in 1e-8 of the reporting currency or UNPRICED. */
  values: bigint[];
}

export const cursorKey = (connection: string, way: Way): string => `${connection}/${way}`;

/**
 * Publishes a stretch: its new rows and the cursor that says they are there, in one transaction. Rows have no ids, so
 * of equal ones the larger count stands, as with imports. Under the writer's lock.
 * @returns the manifest, or undefined if the connection has gone meanwhile.
 * @throws Refused when another connection has the very same rows.
 */
export async function keepStretch(
  db: Database,
  read: ReadStretch,
  batch: string,
  now: number,
  publish: typeof commit = commit,
): Promise<Manifest | undefined> {
  const { connection, way, stretch } = read;
  const connections = await readConnections(db);
  const current = connections.find(other => other.id === connection.id);
  // Disconnected in the middle of a sync: what it still had in hand is not kept.
  if (!current || current.credential.is === 'none') return undefined;
  const manifest = await readManifest(db);
  const before = manifest.books.real;
  const dictionary = await openDictionary(db, before);
  const sizes = sizesOf(dictionary);
  const key = cursorKey(connection.id, way);
  const cursors = { ...before?.cursors };
  const added = new Map<number, SourceRows[]>();
  const stored = new Map<number, SourceRows[]>();
  const twice = new Map<string, number>();
  for (const [month, incoming] of byMonth(read, dictionary)) {
    const state = before?.months.find(s => s.month === month);
    const rows = state ? await readSourceRows(db, state) : [];
    stored.set(month, rows);
    const fresh = unite(blank(rowsOf(rows, connection.id)), blank([incoming])[0], () => false).added;
    if (!cursors[key]?.done) countSame(twice, rows, connections, connection.id, incoming);
    if (fresh.length > 0) {
      added.set(month, [{ source: connection.id, columns: pickColumns(incoming, fresh) }]);
    }
  }
  for (const [id, same] of twice) {
    if (same * 2 < read.rows.length) continue;
    throw new Refused({ is: 'twice', label: connections.find(c => c.id === id)!.label });
  }
  cursors[key] = extended(cursors, key, read, stretch);
  const { state, commit: rest } = await prepare(
    {
      db,
      before,
      book: 'real',
      batch,
      dictionary,
      added,
      reaches: [],
      cursors,
      apart: connections.filter(c => !c.ownsExports).map(c => c.id),
    },
    sizes,
    stored,
  );
  const next: Manifest = {
    ...manifest,
    generation: manifest.generation + 1,
    at: now,
    books: { ...withoutDemo(manifest), real: state },
  };
  await publish(db, { ...rest, manifest: next });
  return next;
}

/** A cursor that a stretch extends. One that it does not touch stays as it is, for the time it speaks for. */
function extended(
  cursors: Record<string, Cursor>,
  key: string,
  { connection, pairs, done }: ReadStretch,
  { first, last }: Stretch,
): Cursor {
  const before = cursors[key];
  const fresh = { source: connection.id, first, last, pairs, done };
  if (!before) return fresh;
  if (first > before.last + 1 || last < before.first - 1) {
    cursors[`${key}/${before.first}`] = before;
    return fresh;
  }
  return {
    ...fresh,
    first: Math.min(first, before.first),
    last: Math.max(last, before.last),
    done: done || before.done,
  };
}

/** Rows as columns. Records of an account name neither referral nor code. */
function byMonth({ rows, values }: ReadStretch, dictionary: Dictionary): Map<number, Columns> {
  const months = new Map<number, MonthRows>();
  const nobody = dictionary.party('', '', Number.NaN, '');
  const word = new BigInt64Array(2);
  const half = halves(word);
  for (const [i, row] of rows.entries()) {
    const month = monthOf(dayOf(row.time));
    let columns = months.get(month);
    if (!columns) {
      columns = new MonthRows(month);
      months.set(month, columns);
    }
    word[0] = row.amount;
    word[1] = values[i];
    const type = dictionary.type(row.literal, row.kind, true);
    const asset = dictionary.asset(row.asset);
    if (type < 0 || asset < 0) throw new Error('more than 65,535 different assets or types');
    columns.push(row.time - beginOf(month), nobody, type, asset, half[0], half[1], half[2], half[3]);
  }
  return new Map([...months].map(([month, columns]) => [month, columns.columns()]));
}

/** How many of the rows each other connection has brought too. */
function countSame(
  twice: Map<string, number>,
  stored: SourceRows[],
  connections: Connection[],
  own: string,
  incoming: Columns,
): void {
  for (const { id } of connections) {
    const theirs = id === own ? [] : rowsOf(stored, id);
    if (theirs.length === 0) continue;
    const { known } = unite(blank(theirs), blank([incoming])[0], () => false);
    if (known > 0) twice.set(id, (twice.get(id) ?? 0) + known);
  }
}
