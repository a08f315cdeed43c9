import { ANY, BESIDE, BESIDE_ITS, type Edge, IN_PARTS, type SourceChoice } from './counted-rows';
import { type CoverageClaim, LATEST, sharedCells, spanOfClaim } from './coverage-claim';
import { DAY_MS, firstDayOf, type Month, momentOf } from './day';
import { PAIRS } from './lane';
import type { SourceId } from './source';
import { bySource } from './source-rank';

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
      const source = sources.indexOf(claim.source);
      const { own, beside = false } = claim;
      return span ? [{ source, first: span[0] - begin, last: span[1] - begin, own, beside }] : [];
    });
    const pieces = piecesOf(spans, length);
    choice.edges.push(...edgesOf(pieces, spans, pair));
    const worse = sources.indexOf(BESIDE_ITS);
    if (worse >= 0) choice.edges.push(...besideEdges(pieces, spans).map(edge => ({ ...edge, pair, worse })));
    for (let day = -1; day < days; day++) {
      const cell = day * PAIRS + pair;
      const own = piecesWithin(pieces, day * DAY_MS, (day + 1) * DAY_MS);
      if (own.length === 1 && day >= 0) choice.of[cell] = own[0].source;
      else {
        if (day >= 0) choice.of[cell] = IN_PARTS;
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
  own: string | undefined;
  beside: boolean;
}

/** Cuts the time from the hours before a month to its end among those who speak, the best first. */
function piecesOf(spans: OwnSpan[], end: number): Piece[] {
  const starts = spans
    .flatMap(({ first, last }) => [first, last + 1])
    .filter(at => at > -2 * LATEST && at < end);
  const pieces: Piece[] = [];
  for (const from of [-2 * LATEST, ...new Set(starts)].sort((a, b) => a - b)) {
    const speaking = spans.filter(({ first, last }) => first <= from && from <= last);
    const best = speaking.reduce((best, span) => Math.min(best, span.source), ANY);
    // Whoever tells this time without such rows is believed.
    const hasBeside = best !== ANY && speaking.every(span => span.source > best || span.beside);
    const source = hasBeside ? best + BESIDE : best;
    if (pieces.at(-1)?.source !== source) pieces.push({ from, source });
  }
  return pieces;
}

const bestOf = ({ source }: Piece) => (source === ANY ? ANY : source % BESIDE);

/** Where a better source begins or ends, if a worse one tells of the hours after that. */
function edgesOf(pieces: Piece[], spans: OwnSpan[], pair: number): Edge[] {
  const turns = pieces.filter((piece, i) => i === 0 || bestOf(piece) !== bestOf(pieces[i - 1]));
  return turns.flatMap((piece, i) => {
    const better = bestOf(piece);
    if (better === ANY) return [];
    const ends = [
      { at: piece.from, begins: true },
      { at: turns[i + 1]?.from ?? Number.POSITIVE_INFINITY, begins: false },
    ];
    return ends.flatMap(({ at, begins }) => {
      const ours = new Set(
        spans
          .filter(span => span.source === better && (begins ? span.first : span.last + 1) === at)
          .flatMap(({ own = [] }) => own),
      );
      const after = spans.filter(span => span.source > better && isAfter(span, at));
      return [...new Set(after.map(({ source }) => source))].flatMap(worse => {
        // Where sources meet in a file of ours, each of its rows counted.
        const own = after.every(span => span.source !== worse || (span.own && ours.has(span.own)));
        return own && !begins ? [] : { pair, at, better, worse, begins, own };
      });
    });
  });
}

/** Where others' files begin to speak instead of ours, of the rows that stand beside ours. */
function besideEdges(pieces: Piece[], spans: OwnSpan[]): Omit<Edge, 'pair' | 'worse'>[] {
  const begun = pieces.filter(
    ({ source, from }) => source < BESIDE && spans.some(span => span.beside && isAfter(span, from)),
  );
  return begun.map(({ from, source }) => ({ at: from, better: source, begins: true, own: true }));
}

const isAfter = ({ first, last }: OwnSpan, at: number) => first < at + LATEST && last >= at;

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

/** Whether two choices come to the same. */
export function sameChoice(a: SourceChoice | undefined, b: SourceChoice | undefined): boolean {
  const plain = (choice: SourceChoice | undefined) =>
    choice &&
    JSON.stringify([choice.key, [...(choice.turned ?? [])], [...(choice.confirmed ?? [])], choice.exceeded]);
  return plain(a) === plain(b);
}
