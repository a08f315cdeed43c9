import { compareSources } from './compare-sources';
import { BESIDE_ITS, type Edge, type SourceChoice } from './counted-rows';
import { LATEST } from './coverage-claim';
import { eachNear, type MonthBefore, type Near, turn, unmatched } from './same-money';
import type { SourceRows } from './source';
import { untoldRecords } from './untold-records';

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
  /** Rows of which an edge has said whether they count. */
  const settled = new Set<string>();
  const isCounted = (row: Near) => row.counts !== turning.has(row);
  for (const [edge, [better, worse]] of nearEdges(choice, month)) {
    // What a better source has been given at an edge is not given to a worse one too.
    const open = new Set(unmatched(better.filter(isCounted), worse)[1]);
    for (const row of worse) {
      const wasEarned = edge.begins && edge.at <= row.at && row.at < edge.at + LATEST;
      // Of the month before: not chosen here.
      if (row.key === undefined) continue;
      const isTurned = open.has(row) ? wasEarned && !row.counts : row.counts && !edge.own;
      if (isTurned) turning.add(row);
      if (isTurned || !open.has(row)) settled.add(row.key);
    }
  }
  const untold = untoldRecords(choice, rows, pairs).filter(key => !settled.has(key));
  return compareSources(turn(choice, [...turning, ...untold.map(key => ({ key }))]), month);
}

/** Of each edge the rows around it, those of better worse sources first. */
function nearEdges(
  choice: SourceChoice,
  month: Parameters<typeof eachNear>[1],
): Map<Edge, [better: Near[], worse: Near[]]> {
  const edges = [...choice.edges].sort((a, b) => a.worse - b.worse || a.at - b.at);
  // What counts beside our own rows is told already, whoever else tells it.
  const beside = choice.sources.indexOf(BESIDE_ITS);
  const near = new Map<Edge, [Near[], Near[]]>(edges.map(edge => [edge, [[], []]]));
  if (edges.length === 0) return near;
  const isAt = ({ pair, at, worse }: Edge, own: number, ofPair: number, moment: number) =>
    pair === ofPair && Math.abs(moment - at) <= 2 * LATEST && (own <= worse || own === beside);
  const first = Math.min(...edges.map(({ at }) => at)) - 2 * LATEST;
  const last = Math.max(...edges.map(({ at }) => at)) + 2 * LATEST;
  const isMeant = (own: number, pair: number, at: number) =>
    first <= at && at <= last && edges.some(edge => isAt(edge, own, pair, at));
  eachNear(choice, month, isMeant, (row, own) => {
    for (const edge of edges) {
      if (!isAt(edge, own, row.pair, row.at)) continue;
      near.get(edge)![own === edge.worse ? 1 : 0].push(row);
    }
  });
  return near;
}
