import { type Market, marketOf } from './account';
import { type Columns, KINDS, type Kind } from './commission';
import { DAY_MS, firstDayOf, type Month, momentOf } from './day';
import { CONNECTION_RANK, FILE_KINDS, isFileKind } from './file-kinds';

/** Where rows came from: commission exports all together, account statements all together, or one connection. */
export type SourceId = string;
export const EXPORT = 'export';

/** Rows that come and go with imports; the others are of connections. */
export const isFromFiles = (source: SourceId): boolean => isFileKind(source);

/**
 * Markets whose money comes on one way, so that sources can be weighed against each other. Binance's rebate history
 * does not tell margin from spot (docs/facts/binance.md §1.1).
 */
const LANES = 5;
const LANE_OF: Record<Market, number> = {
  spot: 0,
  margin: 0,
  'usd-m futures': 1,
  'coin-m futures': 2,
  mining: 3,
  other: 4,
};
/** Pairs of a lane and a kind. A set of them has one bit each. */
export const PAIRS = LANES * KINDS.length;

export const laneOf = (market: Market): number => LANE_OF[market];
/** Pairs that an income stream tells of. */
export const pairsOfStream = ({ market, kinds }: { market: Market; kinds: readonly Kind[] }): number =>
  kinds.reduce((pairs, kind) => pairs | (1 << pairOf(laneOf(market), KINDS.indexOf(kind))), 0);

export const pairOf = (lane: number, kind: number): number => lane * KINDS.length + kind;

/** The time some source speaks for, both ends included, and what of. */
export interface CoverageClaim {
  source: SourceId;
  first: number;
  last: number;
  /** Pairs it speaks for; absent: all of them. An export without futures says nothing of futures. */
  pairs?: number;
}

/** Type → pair, for the types of a dictionary. */
export function pairsOfTypes(types: { literal: string; kind: (typeof KINDS)[number] }[]): Uint8Array {
  return Uint8Array.from(types, t => pairOf(LANE_OF[marketOf(t.literal)], KINDS.indexOf(t.kind)));
}

/** How good a source is where several cover a day whole. */
export const sourceRank = (source: SourceId) =>
  isFileKind(source) ? FILE_KINDS[source].rank : CONNECTION_RANK;
/** The best first. */
export const bySource = (a: SourceId, b: SourceId): number =>
  sourceRank(a) - sourceRank(b) || (a < b ? -1 : 1);

/** Which days of a month the sources that are meant cover whole, for one pair. */
export function wholeDays(
  month: Month,
  claims: CoverageClaim[],
  isMeant: (source: SourceId) => boolean,
  pair: number,
): boolean[] {
  const begin = momentOf(firstDayOf(month));
  const days = Math.round((momentOf(firstDayOf(month + 1)) - begin) / DAY_MS);
  const own = claims.filter(v => isMeant(v.source) && (v.pairs === undefined || v.pairs & (1 << pair)));
  return Array.from(coveredByDay(own, begin, days), covered => covered >= DAY_MS);
}

/** Milliseconds of each day that reaches cover. */
export function coveredByDay(reaches: CoverageClaim[], begin: number, days: number): Float64Array {
  const covered = new Float64Array(days);
  let upTo = Number.NEGATIVE_INFINITY;
  for (const { first, last } of [...reaches].sort((a, b) => a.first - b.first)) {
    const from = Math.max(first, upTo + 1, begin);
    const to = Math.min(last, begin + days * DAY_MS - 1);
    for (let at = from; at <= to; ) {
      const day = Math.floor((at - begin) / DAY_MS);
      const edge = Math.min(to, begin + (day + 1) * DAY_MS - 1);
      covered[day] += edge - at + 1;
      at = edge + 1;
    }
    upTo = Math.max(upTo, last);
  }
  return covered;
}

/** Rows of one source in one month. */
export interface SourceRows {
  source: SourceId;
  columns: Columns;
}

/** The columns of one source among a month's rows. */
export const columnsOf = (rows: SourceRows[], source: SourceId): Columns[] =>
  rows.filter(part => part.source === source).map(part => part.columns);
