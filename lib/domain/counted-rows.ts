import { type Columns, pickColumns } from './commission';
import type { SharedCell } from './coverage-claim';
import { DAY_MS, MINUTE_MS } from './day';
import { isCopyKind } from './file-kinds';
import { PAIRS } from './lane';
import type { SourceId, SourceRows } from './source';

/**
 * Which source counts in a month, moment by moment and for each pair: the best that speaks for it. Rows of sources not
 * named here always count.
 */
export interface SourceChoice {
  sources: SourceId[];
  /** `day * PAIRS + pair` → position in `sources`, perhaps with BESIDE; ANY or IN_PARTS. */
  of: Uint8Array;
  /** Of the cells that are IN_PARTS: who counts from which ms of the month on, in order of time. Day -1 is the day before. */
  parts: [cell: number, from: number, source: number][];
  /** Moments at which a better source begins or ends to speak, in ms of the month; those of the hours before it too. */
  edges: Edge[];
  /** Rows at edges of which the choice is turned round (`paymentKey` → how many). */
  turned?: Map<string, number>;
  /** Days and pairs of which exports and another source both tell: they should agree. */
  shared: SharedCell[];
  /** 1 for each cell where they do: those rows are known to have been credited. */
  confirmed?: Uint8Array;
  /** Days of the month on which another source has more than a hundredth above an export that speaks for all of it. */
  exceeded?: number[];
  /** Changes with anything that was known before rows were looked at: while it is the same, so is the choice. */
  key: number;
}

/** A better and a worse source meet. @see settle */
export interface Edge {
  pair: number;
  at: number;
  better: number;
  worse: number;
  /** The better one begins here; otherwise it has ended. */
  begins: boolean;
  /** The worse one's rows are of our own files, where each row counted: those that count go on to. */
  own: boolean;
}

/** Nothing to choose: every row counts. */
export const ANY = 255;
/** The cell's day is told by several, each for a part. */
export const IN_PARTS = 254;

/** Added to a source's position: rows that our own file has beside it count too. */
export const BESIDE = 64;
export const BESIDE_ITS: SourceId = 'beside';

/** When a row is seen at the latest: a copy without seconds names the begin of a minute. */
export const seenAt = (source: SourceId, time: number): number =>
  isCopyKind(source) && time % MINUTE_MS === 0 ? time + MINUTE_MS - 1 : time;

/** Equal rows of a source in a month have equal keys. @param own the source's position. */
export const paymentKey = (own: number, c: Columns, i: number): string =>
  `${c.time[i]} ${own} ${c.party[i]} ${c.type[i]} ${c.asset[i]} ${c.amount[i]}`;

export const cellOf = (columns: Columns, i: number, pairs: Uint8Array) =>
  Math.floor(columns.time[i] / DAY_MS) * PAIRS + pairs[columns.type[i]];

/** Tells of a row of one of the choice's sources whether it counts, edges aside. Its time is in ms of the month. */
export function territory({ of, parts = [], sources }: SourceChoice) {
  const byCell = new Map<number, typeof parts>();
  for (const part of parts) byCell.set(part[0], [...(byCell.get(part[0]) ?? []), part]);
  const beside = sources.indexOf(BESIDE_ITS);
  return (own: number, pair: number, time: number): boolean => {
    const cell = Math.floor(time / DAY_MS) * PAIRS + pair;
    let chosen = cell < 0 ? IN_PARTS : of[cell];
    if (chosen === IN_PARTS) {
      const at = seenAt(sources[own], time);
      for (const [, from, source] of byCell.get(cell) ?? []) if (from <= at) chosen = source;
    }
    if (chosen === ANY || chosen === own) return true;
    return chosen !== IN_PARTS && chosen >= BESIDE && (own === chosen - BESIDE || own === beside);
  };
}

/**
 * Tells of the rows of one source, each asked about once, whether they count.
 * @param own its position in the choice.
 */
export function countsIn(choice: SourceChoice, own: number, pairs: Uint8Array) {
  const isIn = territory(choice);
  const turned = new Map(choice.turned);
  const times = new Set([...turned.keys()].map(key => Number.parseInt(key, 10)));
  return (columns: Columns, i: number): boolean => {
    const does = isIn(own, pairs[columns.type[i]], columns.time[i]);
    if (!times.has(columns.time[i])) return does;
    const key = paymentKey(own, columns, i);
    const left = turned.get(key);
    if (!left) return does;
    turned.set(key, left - 1);
    return !does;
  };
}

/** The rows that count. Columns of which all do are passed on as they are. */
export function countedRows(
  rows: SourceRows[],
  choice: SourceChoice | undefined,
  pairs: Uint8Array,
): Columns[] {
  if (!choice) return rows.map(({ columns }) => columns);
  const counts = choice.sources.map((_, own) => countsIn(choice, own, pairs));
  return rows.map(({ source, columns }) => {
    const isCounted = counts[choice.sources.indexOf(source)];
    if (!isCounted) return columns;
    const kept = new Uint32Array(columns.time.length);
    let n = 0;
    for (let i = 0; i < columns.time.length; i++) if (isCounted(columns, i)) kept[n++] = i;
    return n === columns.time.length ? columns : pickColumns(columns, kept.subarray(0, n));
  });
}

/** Whether a row of an export is known to have been credited. */
export const isConfirmed = (
  { confirmed }: Pick<SourceChoice, 'confirmed'>,
  columns: Columns,
  i: number,
  pairs: Uint8Array,
): boolean => confirmed !== undefined && confirmed[cellOf(columns, i, pairs)] === 1;
