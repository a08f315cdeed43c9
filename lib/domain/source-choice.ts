import { type Columns, pickColumns } from './commission';
import { DAY_MS, firstDayOf, type Month, momentOf } from './day';
import {
  bySource,
  type CoverageClaim,
  LATEST,
  PAIRS,
  paymentKey,
  type SharedCell,
  type SourceId,
  type SourceRows,
  seenAt,
  sharedCells,
  spanOfClaim,
} from './source';

/**
 * Which source counts in a month, moment by moment and for each pair: the best that speaks for it. Rows of sources not
 * named here always count.
 */
export interface SourceChoice {
  sources: SourceId[];
  /** `day * PAIRS + pair` → position in `sources`, ANY or PARTS. */
  of: Uint8Array;
  /** Of the cells that are PARTS: who counts from which ms of the month on, in order of time. Day -1 is the day before. */
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
}

/** Nothing to choose: every row counts. */
export const ANY = 255;
/** The cell's day is told by several, each for a part. */
const PARTS = 254;

/** Who speaks from a moment on, in ms of the month. */
interface Piece {
  from: number;
  source: number;
}

/**
 * The same money comes through several sources: each moment of a lane is totalled from the best one that speaks for it.
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
  const length = momentOf(firstDayOf(month + 1)) - begin;
  // An edge in the last hours of the month before reaches into this one.
  const here = claims.filter(v => v.first < begin + length && v.last >= begin - 2 * LATEST);
  const sources = [...new Set([...here.map(v => v.source), ...present])].sort(bySource);
  if (sources.length < 2) return undefined;
  const days = Math.round(length / DAY_MS);
  const choice: SourceChoice = {
    sources,
    of: new Uint8Array(31 * PAIRS).fill(ANY),
    parts: [],
    edges: [],
    shared: sharedCells(month, here, sources),
    key: 0,
  };
  for (let pair = 0; pair < PAIRS; pair++) {
    const spans = here.flatMap(claim => {
      const span = spanOfClaim(claim, pair);
      return span
        ? [{ source: sources.indexOf(claim.source), first: span[0] - begin, last: span[1] - begin }]
        : [];
    });
    const pieces = piecesOf(spans, length);
    choice.edges.push(...edgesOf(pieces, spans, pair));
    for (let day = -1; day < days; day++) {
      const cell = day * PAIRS + pair;
      const own = piecesWithin(pieces, day * DAY_MS, (day + 1) * DAY_MS);
      if (own.length === 1 && day >= 0) choice.of[cell] = own[0].source;
      else {
        if (day >= 0) choice.of[cell] = PARTS;
        choice.parts.push(...own.map(({ from, source }): [number, number, number] => [cell, from, source]));
      }
    }
  }
  const { of, parts, edges, shared } = choice;
  choice.key = hashOf(`${sources} ${of} ${parts} ${JSON.stringify(edges)} ${shared}`);
  return choice;
}

/** The time a source speaks for, in ms of the month. */
interface OwnSpan {
  source: number;
  first: number;
  last: number;
}

/** Cuts the time from the hours before a month to its end among those who speak, the best first. */
function piecesOf(spans: OwnSpan[], end: number): Piece[] {
  const starts = spans
    .flatMap(({ first, last }) => [first, last + 1])
    .filter(at => at > -2 * LATEST && at < end);
  const pieces: Piece[] = [];
  for (const from of [-2 * LATEST, ...new Set(starts)].sort((a, b) => a - b)) {
    let source = ANY;
    for (const span of spans) {
      if (span.source < source && span.first <= from && from <= span.last) source = span.source;
    }
    if (pieces.at(-1)?.source !== source) pieces.push({ from, source });
  }
  return pieces;
}

/** Where a better source begins or ends, if a worse one tells of the hours after that. */
function edgesOf(pieces: Piece[], spans: OwnSpan[], pair: number): Edge[] {
  return pieces.flatMap(({ from, source: better }, i) => {
    if (better === ANY) return [];
    const ends = [
      { at: from, begins: true },
      { at: pieces[i + 1]?.from ?? Number.POSITIVE_INFINITY, begins: false },
    ];
    return ends.flatMap(({ at, begins }) => {
      const beside = spans.filter(
        ({ source, first, last }) => source > better && first < at + LATEST && last >= at,
      );
      return [...new Set(beside.map(({ source }) => source))].map(worse => ({
        pair,
        at,
        better,
        worse,
        begins,
      }));
    });
  });
}

function piecesWithin(pieces: Piece[], from: number, to: number): Piece[] {
  const own: Piece[] = [];
  for (const [i, piece] of pieces.entries()) {
    const end = pieces[i + 1]?.from ?? to;
    if (piece.from < to && end > from) own.push({ source: piece.source, from: Math.max(piece.from, from) });
  }
  return own;
}

function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

export const cellOf = (columns: Columns, i: number, pairs: Uint8Array) =>
  Math.floor(columns.time[i] / DAY_MS) * PAIRS + pairs[columns.type[i]];

/** Tells of a row of one of the choice's sources whether it counts, edges aside. Its time is in ms of the month. */
export function territory({ of, parts = [], sources }: SourceChoice) {
  const byCell = new Map<number, Piece[]>();
  for (const [cell, from, source] of parts) {
    byCell.set(cell, [...(byCell.get(cell) ?? []), { from, source }]);
  }
  return (own: number, pair: number, time: number): boolean => {
    const cell = Math.floor(time / DAY_MS) * PAIRS + pair;
    let chosen = cell < 0 ? PARTS : of[cell];
    if (chosen === PARTS) {
      const at = seenAt(sources[own], time);
      for (const { from, source } of byCell.get(cell) ?? []) if (from <= at) chosen = source;
    }
    return chosen === ANY || chosen === own;
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

/** Whether two choices come to the same. */
export function sameChoice(a: SourceChoice | undefined, b: SourceChoice | undefined): boolean {
  const plain = (choice: SourceChoice | undefined) =>
    choice &&
    JSON.stringify([choice.key, [...(choice.turned ?? [])], [...(choice.confirmed ?? [])], choice.exceeded]);
  return plain(a) === plain(b);
}
