import { type Market, marketOf } from './account';
import { KINDS, type Kind } from './commission';

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

/** Type → pair, for the types of a dictionary. */
export function pairsOfTypes(types: { literal: string; kind: (typeof KINDS)[number] }[]): Uint8Array {
  return Uint8Array.from(types, t => pairOf(LANE_OF[marketOf(t.literal)], KINDS.indexOf(t.kind)));
}
