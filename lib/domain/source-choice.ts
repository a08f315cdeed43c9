import { type Columns, pickColumns } from './commission';
import { DAY_MS, firstDayOf, type Month, momentOf } from './day';
import { halves, nearestDouble } from './money';
import {
  bySource,
  type CoverageClaim,
  coveredByDay,
  PAIRS,
  type SourceId,
  type SourceRows,
  sourceRank,
} from './source';

/** Which source counts, per day of a month and pair. Rows of sources not named here always count. */
export interface SourceChoice {
  sources: SourceId[];
  /** `day * PAIRS + pair` → position in `sources`, or ANY. */
  of: Uint8Array;
  /** Days and pairs where another, better told source covers a part: it counts if it agrees (`settle`). */
  open: [cell: number, other: number][];
  /** Days and pairs that an export and another source both cover whole: they should agree (`settle`). */
  shared: [cell: number, other: number][];
  /** 1 for each cell where they do: those rows are known to have been credited. */
  confirmed?: Uint8Array;
  /** Changes with anything that was known before rows were looked at: while it is the same, so is the choice. */
  key: number;
}

/** Nothing to choose: every row counts. */
const ANY = 255;

/**
 * The same money comes through several sources: a day of a lane is totalled from the best one that covers it whole,
 * and where none does, from the one that covers most of it.
 * @param claims of the sources that tell of the same money.
 * @param present sources that have rows in this month: those that no claim speaks for count where nobody else speaks.
 * @returns undefined when there is nothing to choose in this month.
 */
export function chooseSources(
  month: Month,
  claims: CoverageClaim[],
  present: SourceId[] = [],
): SourceChoice | undefined {
  const begin = momentOf(firstDayOf(month));
  const end = momentOf(firstDayOf(month + 1)) - 1;
  const here = claims.filter(v => v.first <= end && v.last >= begin);
  const sources = [...new Set([...here.map(v => v.source), ...present])].sort(bySource);
  if (sources.length < 2) return undefined;
  const days = Math.round((end + 1 - begin) / DAY_MS);
  const choice: SourceChoice = {
    sources,
    of: new Uint8Array(31 * PAIRS).fill(ANY),
    open: [],
    shared: [],
    key: 0,
  };
  for (let pair = 0; pair < PAIRS; pair++) {
    const covered = sources.map(source =>
      coveredByDay(
        here.filter(v => v.source === source && (v.pairs === undefined || v.pairs & (1 << pair))),
        begin,
        days,
      ),
    );
    for (let day = 0; day < days; day++) {
      let best = -1;
      for (let s = 0; s < sources.length; s++) {
        if (covered[s][day] > (best < 0 ? 0 : covered[best][day])) best = s;
      }
      if (best < 0) continue;
      const cell = day * PAIRS + pair;
      choice.of[cell] = best;
      for (let s = 0; s < best; s++) if (covered[s][day] > 0) choice.open.push([cell, s]);
      const other = covered.findIndex((days, s) => s > best && days[day] >= DAY_MS);
      if (sourceRank(sources[best]) === 0 && covered[best][day] >= DAY_MS && other > 0)
        choice.shared.push([cell, other]);
    }
  }
  choice.key = hashOf(`${sources} ${choice.of} ${choice.open} ${choice.shared}`);
  return choice;
}

function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

/**
 * Gives a day to the better told source that covers it only in part, if it has the same amounts: an export that ends
 * at 23:58 lacks two minutes, but rarely a row. Sources round each row by themselves, so a millionth is agreement.
 */
export function settle(choice: SourceChoice, rows: SourceRows[], pairs: Uint8Array): SourceChoice {
  if (choice.open.length + choice.shared.length === 0) return choice;
  const sums = choice.sources.map(() => new Map<string, number>());
  const open = new Set([...choice.open, ...choice.shared].map(([cell]) => cell));
  for (const { source, columns } of rows) {
    const s = choice.sources.indexOf(source);
    if (s < 0) continue;
    const amount = halves(columns.amount);
    for (let i = 0; i < columns.time.length; i++) {
      const cell = cellOf(columns, i, pairs);
      if (!open.has(cell)) continue;
      const key = `${cell} ${columns.asset[i]}`;
      const units = nearestDouble(amount[2 * i] >>> 0, amount[2 * i + 1]);
      sums[s].set(key, (sums[s].get(key) ?? 0) + units);
    }
  }
  const byCell = new Map<number, Set<string>>();
  for (const key of new Set(sums.flatMap(sum => [...sum.keys()]))) {
    const cell = Number(key.slice(0, key.indexOf(' ')));
    byCell.set(cell, (byCell.get(cell) ?? new Set()).add(key));
  }
  const agree = (cell: number, one: number, other: number) =>
    [...(byCell.get(cell) ?? [])].every(key => {
      const [a, b] = [sums[one].get(key) ?? 0, sums[other].get(key) ?? 0];
      return Math.abs(a - b) <= Math.max(Math.abs(a), Math.abs(b)) * 1e-6;
    });
  const of = choice.of.slice();
  for (const [cell, other] of choice.open) {
    if (other < of[cell] && byCell.has(cell) && agree(cell, of[cell], other)) of[cell] = other;
  }
  const confirmed = new Uint8Array(of.length);
  for (const [cell, other] of choice.shared) if (agree(cell, of[cell], other)) confirmed[cell] = 1;
  // An export that took its part of a day because it agrees is confirmed by that.
  for (const [cell, other] of choice.open) if (of[cell] === other) confirmed[cell] = 1;
  return { ...choice, of, confirmed, open: [], shared: [] };
}

const cellOf = (columns: Columns, i: number, pairs: Uint8Array) =>
  Math.floor(columns.time[i] / DAY_MS) * PAIRS + pairs[columns.type[i]];

/** The rows that count. Columns of which all do are passed on as they are. */
export function countedRows(
  rows: SourceRows[],
  choice: SourceChoice | undefined,
  pairs: Uint8Array,
): Columns[] {
  if (!choice) return rows.map(({ columns }) => columns);
  return rows.map(({ source, columns }) => {
    const own = choice.sources.indexOf(source);
    if (own < 0) return columns;
    const kept = new Uint32Array(columns.time.length);
    let n = 0;
    for (let i = 0; i < columns.time.length; i++) {
      const chosen = choice.of[cellOf(columns, i, pairs)];
      if (chosen === ANY || chosen === own) kept[n++] = i;
    }
    return n === columns.time.length ? columns : pickColumns(columns, kept.subarray(0, n));
  });
}

const NONE = new Uint8Array(0);

/** Whether a row of an export is known to have been credited. */
export const isConfirmed = (
  { confirmed }: Pick<SourceChoice, 'confirmed'>,
  columns: Columns,
  i: number,
  pairs: Uint8Array,
): boolean => confirmed !== undefined && confirmed[cellOf(columns, i, pairs)] === 1;

/** Whether two choices come to the same. */
export function sameChoice(a: SourceChoice | undefined, b: SourceChoice | undefined): boolean {
  if (!a || !b) return a === b;
  const same = (x: Uint8Array = NONE, y: Uint8Array = NONE) =>
    x.length === y.length && x.every((n, i) => n === y[i]);
  return a.key === b.key && same(a.of, b.of) && same(a.confirmed, b.confirmed);
}
