import { compareSources } from './compare-sources';
import type { Edge, SourceChoice } from './counted-rows';
import { LATEST } from './coverage-claim';
import { eachNear, type MonthBefore, type Near, turn, unmatched } from './same-money';
import type { SourceRows } from './source';

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
    const open = new Set(unmatched(better, worse)[1]);
    for (const row of worse) {
      const wasEarned = edge.begins && edge.at <= row.at && row.at < edge.at + LATEST;
      // Of the month before: not chosen here.
      if (row.key === undefined) continue;
      if (open.has(row) ? wasEarned && !row.counts : row.counts) turning.add(row);
    }
  }
  return compareSources(turn(choice, turning), month);
}

/** Of each edge the rows around it: of better sources those that count, of the worse one all. */
function nearEdges(
  choice: SourceChoice,
  month: Parameters<typeof eachNear>[1],
): Map<Edge, [better: Near[], worse: Near[]]> {
  const { edges } = choice;
  const near = new Map<Edge, [Near[], Near[]]>(edges.map(edge => [edge, [[], []]]));
  if (edges.length === 0) return near;
  const isAt = ({ pair, at, worse }: Edge, own: number, ofPair: number, moment: number) =>
    pair === ofPair && Math.abs(moment - at) <= 2 * LATEST && own <= worse;
  const first = Math.min(...edges.map(({ at }) => at)) - 2 * LATEST;
  const last = Math.max(...edges.map(({ at }) => at)) + 2 * LATEST;
  const isMeant = (own: number, pair: number, at: number) =>
    first <= at && at <= last && edges.some(edge => isAt(edge, own, pair, at));
  eachNear(choice, month, isMeant, (row, own) => {
    for (const edge of edges) {
      if (!isAt(edge, own, row.pair, row.at)) continue;
      if (own === edge.worse) near.get(edge)![1].push(row);
      else if (row.counts) near.get(edge)![0].push(row);
    }
  });
  return near;
}
