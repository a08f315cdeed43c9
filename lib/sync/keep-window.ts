import { type Columns, MonthRows, pickColumns, withoutValues } from '../domain/commission';
import type { Connection } from '../domain/connection';
import { dayOf, monthOf, startOfMonth } from '../domain/day';
import type { Dictionary } from '../domain/dictionary';
import { type StreamId, streamOf } from '../domain/income-streams';
import { pairsOfStream } from '../domain/lane';
import { halves } from '../domain/money';
import { unite } from '../domain/multiset';
import { columnsOf, type SourceRows } from '../domain/source';
import type { ApiRow, TimeWindow } from '../sources/api';
import { readConnections } from '../store/connections';
import type { Cursor } from '../store/manifest';
import { ConnectionRefused } from './ask-faults';
import type { ChangeMaker } from './change-book';
import { separateConnections } from './regroup';

/** A time window of one income stream, read whole. */
export interface WindowRows {
  connection: Connection;
  stream: StreamId;
  timeWindow: TimeWindow;
  /** It reaches back as far as Binance does. */
  done: boolean;
  rows: ApiRow[];
  /** Of each row, in 1e-8 of the reporting currency or UNPRICED. */
  values: bigint[];
}

export const cursorKey = (connection: string, stream: StreamId): string => `${connection}/${stream}`;

/**
 * A time window's new rows and the cursor that says they are there. Rows have no ids, so of equal ones the larger count
 * stands, as with imports. Nothing changes if the connection has gone meanwhile.
 * @throws Refused when another connection has the very same rows.
 */
export const windowKept =
  (read: WindowRows): ChangeMaker =>
  async (real, { db }) => {
    const { connection, stream } = read;
    const connections = await readConnections(db);
    const current = connections.find(other => other.id === connection.id);
    // Disconnected in the middle of a sync: what it still had in hand is not kept.
    if (!current || current.credential.is === 'none') return undefined;
    const key = cursorKey(connection.id, stream);
    const cursors = { ...real.state?.cursors };
    const add = new Map<number, SourceRows[]>();
    const twice = new Map<string, number>();
    for (const [month, incoming] of byMonth(read, real.dictionary)) {
      const rows = await real.rows(month);
      const known = columnsOf(rows, connection.id).map(withoutValues);
      const fresh = unite(known, withoutValues(incoming), () => false).added;
      if (!cursors[key]?.done) countSame(twice, rows, connections, connection.id, incoming);
      if (fresh.length > 0) {
        add.set(month, [{ source: connection.id, columns: pickColumns(incoming, fresh) }]);
      }
    }
    for (const [id, same] of twice) {
      if (same * 2 < read.rows.length) continue;
      throw new ConnectionRefused({ is: 'twice', label: connections.find(c => c.id === id)!.label });
    }
    cursors[key] = extended(cursors, key, read);
    return { add, cursors, separate: await separateConnections(db) };
  };

/** A cursor that a time window extends. One that it does not touch stays as it is, for the time it speaks for. */
function extended(
  cursors: Record<string, Cursor>,
  key: string,
  { connection, stream, done, timeWindow: { first, last } }: WindowRows,
): Cursor {
  const before = cursors[key];
  const fresh = { source: connection.id, first, last, pairs: pairsOfStream(streamOf(stream)), done };
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
function byMonth({ rows, values }: WindowRows, dictionary: Dictionary): Map<number, Columns> {
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
    const type = dictionary.type(row.literal, row.kind, { credited: true });
    const asset = dictionary.asset(row.asset);
    if (type < 0 || asset < 0) throw new Error('more than 65,535 different assets or types');
    columns.push(row.time - startOfMonth(month), nobody, type, asset, half[0], half[1], half[2], half[3]);
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
    const theirs = id === own ? [] : columnsOf(stored, id);
    if (theirs.length === 0) continue;
    const { known } = unite(theirs.map(withoutValues), withoutValues(incoming), () => false);
    if (known > 0) twice.set(id, (twice.get(id) ?? 0) + known);
  }
}
