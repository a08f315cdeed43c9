import type { Columns } from '../domain/commission';
import { dayOf, type Month, monthOf, startOfMonth } from '../domain/day';
import type { Dictionary } from '../domain/dictionary';
import { UNPRICED } from '../domain/money';
import type { SourceId, SourceRows } from '../domain/source';
import type { ApiRow } from '../sources/api';
import { readChunks, readManifest } from '../store/read';
import type { Database } from '../store/schema';
import { type ChangeMaker, changeBook } from './change-book';
import { openDictionary } from './open-book';
import { askPrices, type DayRange, knownValues, widen } from './price-rows';
import type { SyncEnv } from './sync-env';

/** A row that may have a value now. */
interface OpenRow {
  asset: string;
  amount: bigint;
  time: number;
}

/** Which assets a source's rows without a value are in, and on which days. A statement can have millions of them. */
async function openAssets(db: Database, source: SourceId): Promise<Map<string, DayRange>> {
  const book = (await readManifest(db)).books.real;
  const { names } = await openDictionary(db, book);
  const open = new Map<string, DayRange>();
  for (const state of book?.months ?? []) {
    const chunks = state.chunks.filter(chunk => chunk.source === source);
    for (const columns of await readChunks(db, { ...state, chunks })) {
      for (const i of unpricedIn(columns)) {
        const { asset, time } = rowOf(columns, i, state.month, names.assets);
        widen(open, asset, dayOf(time));
      }
    }
  }
  return open;
}

const unpricedIn = ({ value }: Columns) => [...value.keys()].filter(i => value[i] === UNPRICED);

const rowOf = (columns: Columns, i: number, month: number, assets: string[]): OpenRow => ({
  asset: assets[columns.asset[i]],
  amount: columns.amount[i],
  time: startOfMonth(month) + columns.time[i],
});

/** Rows of a source that had no price when they came, valued by the prices that are stored. */
const valued =
  (source: SourceId): ChangeMaker =>
  async (real, { db }) => {
    const replace = new Map<number, SourceRows[]>();
    for (const { month } of real.state?.months ?? []) {
      const priced: SourceRows[] = [];
      let changed = false;
      for (const { columns } of await real.rowsOf(month, source)) {
        const valued = await withKnownValues(db, columns, month, real.dictionary);
        changed ||= unpricedIn(valued).length < unpricedIn(columns).length;
        priced.push({ source, columns: valued });
      }
      if (changed) replace.set(month, priced);
    }
    return replace.size === 0 ? undefined : { replace };
  };

/**
 * Values a source's rows that had no price when they came.
 * @returns whether every row has one now.
 */
export async function valueOpenRows(env: SyncEnv, source: SourceId): Promise<boolean> {
  // Asked for before the lock is taken: nobody waits for the network behind it.
  await askPrices(env, await openAssets(env.db, source));
  await changeBook(env, valued(source));
  return (await openAssets(env.db, source)).size === 0;
}

/** Rows of a month with the values that prices already stored give them. */
export async function withKnownValues(
  db: Database,
  columns: Columns,
  month: Month,
  { names }: Dictionary,
): Promise<Columns> {
  const open = unpricedIn(columns);
  const values = await knownValues(
    db,
    open.map(i => rowOf(columns, i, month, names.assets)),
  );
  const value = columns.value.slice();
  open.forEach((i, n) => {
    value[i] = values[n];
  });
  return { ...columns, value };
}

/** Which rows a connection has already, each as often as it has it: those need no price. */
export async function knownRows(db: Database, source: string, rows: ApiRow[]): Promise<boolean[]> {
  const book = (await readManifest(db)).books.real;
  if (!book || rows.length === 0) return rows.map(() => false);
  const { names } = await openDictionary(db, book);
  const counts = new Map<string, number>();
  const months = new Set(rows.map(row => monthOf(dayOf(row.time))));
  const wanted = new Set(rows.map(row => row.time));
  for (const state of book.months.filter(state => months.has(state.month))) {
    const chunks = state.chunks.filter(chunk => chunk.source === source);
    for (const columns of await readChunks(db, { ...state, chunks })) {
      for (let i = 0; i < columns.time.length; i++) {
        const { time, asset, amount } = rowOf(columns, i, state.month, names.assets);
        if (!wanted.has(time)) continue;
        const { literal, kind } = names.types[columns.type[i]];
        const key = keyOf({ time, literal, kind, asset, amount });
        counts.set(key, (counts.get(key) ?? 0) + 1);
      }
    }
  }
  return rows.map(row => {
    const left = counts.get(keyOf(row)) ?? 0;
    if (left > 0) counts.set(keyOf(row), left - 1);
    return left > 0;
  });
}

const keyOf = ({ time, literal, kind, asset, amount }: ApiRow) =>
  `${time} ${kind} ${literal} ${asset} ${amount}`;
