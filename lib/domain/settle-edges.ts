import { compareSources } from './compare-sources';
import {
  eachNear,
  isClose,
  type MonthBefore,
  type Near,
  nearByAsset,
  sumOfNear,
  turn,
  unmatched,
} from './same-money';
import { LATEST, type SourceRows } from './source';
import type { Edge, SourceChoice } from './source-choice';

/**
 * Looks at the rows where one source gives way to another. What the better one tells before it ends may be credited
 * only after that, and stand in the worse one's time; what was earned before it begins may stand in its own. Rows are
 * matched by asset and amount, and where they do not match, by sums; only what stays unmatched counts.
 */
export function settle(
  choice: SourceChoice,
  rows: SourceRows[],
  pairs: Uint8Array,
  before?: MonthBefore,
): SourceChoice {
  const month = { rows, pairs, before };
  const turning = new Set<Near>();
  for (const [edge, [better, worse]] of nearEdges(choice, month)) {
    const [told, rest] = unmatched(better, worse);
    const open = new Set(rest);
    const gone = worse.filter(row => !open.has(row));
    if (!edge.begins) gone.push(...late(edge, told, rest));
    for (const row of gone) if (row.counts) turning.add(row);
    const found = edge.begins ? earlier(edge, told, rest) : [];
    for (const row of found) if (row.counts === false) turning.add(row);
  }
  return compareSources(turn(choice, turning), month);
}

/** Of each edge the rows of both sources around it. */
function nearEdges(
  choice: SourceChoice,
  month: Parameters<typeof eachNear>[1],
): Map<Edge, [better: Near[], worse: Near[]]> {
  const { edges } = choice;
  const near = new Map<Edge, [Near[], Near[]]>(edges.map(edge => [edge, [[], []]]));
  if (edges.length === 0) return near;
  const isAt = ({ pair, at, better, worse }: Edge, own: number, ofPair: number, moment: number) =>
    pair === ofPair && Math.abs(moment - at) <= 2 * LATEST && (own === better || own === worse);
  const first = Math.min(...edges.map(({ at }) => at)) - 2 * LATEST;
  const last = Math.max(...edges.map(({ at }) => at)) + 2 * LATEST;
  const isMeant = (own: number, pair: number, at: number) =>
    first <= at && at <= last && edges.some(edge => isAt(edge, own, pair, at));
  eachNear(choice, month, isMeant, (row, own) => {
    for (const edge of edges) {
      if (isAt(edge, own, row.pair, row.at)) near.get(edge)![edge.better === own ? 0 : 1].push(row);
    }
  });
  return near;
}

/** Rows that the worse source has after the better one's end, of payments that this one tells, by their sums. */
function late({ at }: Edge, told: Near[], rest: Near[]): Near[] {
  const others = nearByAsset(rest.filter(row => row.at >= at - LATEST && row.at < at + LATEST));
  // What was earned long before the end has been credited before it.
  const due = nearByAsset(told.filter(row => row.at >= at - LATEST && row.at < at));
  return [...due].flatMap(([asset, rows]) => {
    const theirs = others.get(asset) ?? [];
    const paid = theirs.filter(row => row.at < at);
    return prefixOf(
      theirs.filter(row => row.at >= at),
      sumOfNear(rows) - sumOfNear(paid),
    );
  });
}

/** Rows that the worse source has after the better one's begin, of payments from before it. */
function earlier({ at }: Edge, told: Near[], rest: Near[]): Near[] {
  const isNear = (row: Near) => row.at >= at && row.at < at + LATEST;
  const open = nearByAsset(told.filter(isNear));
  return [...nearByAsset(rest.filter(isNear))].flatMap(([asset, rows]) => {
    const theirs = open.get(asset);
    return theirs ? beyond(rows, theirs) : rows;
  });
}

/** The first rows that come to a sum; none, if none do. */
function prefixOf(rows: Near[], wanted: number): Near[] {
  let total = 0;
  for (const [i, row] of rows.entries()) {
    total += row.amount;
    if (isClose(total, wanted)) return rows.slice(0, i + 1);
    if (total > wanted) break;
  }
  return [];
}

/** The first rows without which the rest comes to what others begin with; none, if it never does. */
function beyond(rows: Near[], others: Near[]): Near[] {
  const sums: number[] = [];
  let total = 0;
  for (const { amount } of others) {
    total += amount;
    sums.push(total);
  }
  let rest = sumOfNear(rows);
  for (const [i, row] of rows.entries()) {
    if (sums.some(known => isClose(known, rest))) return rows.slice(0, i);
    rest -= row.amount;
  }
  return [];
}
