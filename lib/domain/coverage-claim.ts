import { DAY_MS, firstDayOf, HOUR_MS, type Month, momentOf } from './day';
import { PAIRS } from './lane';
import type { SourceId } from './source';
import { sourceRank } from './source-rank';

/** The time some source speaks for, both ends included, and what of. */
export interface CoverageClaim {
  source: SourceId;
  first: number;
  last: number;
  /** Pairs it speaks for; absent: all of them. An export without futures says nothing of futures. */
  pairs?: number;
  /** From the first to the last row of each pair: so long a file surely speaks for it, however it was cut. */
  spans?: PairSpan[];
  /** @see FileCoverage.own */
  own?: string;
  /** @see FileCoverage.beside */
  beside?: true;
}

export type PairSpan = [pair: number, first: number, last: number];

/** The time that a claim surely speaks for a pair. */
export function spanOfClaim(
  { first, last, pairs, spans }: Omit<CoverageClaim, 'source'>,
  pair: number,
): [first: number, last: number] | undefined {
  if (pairs !== undefined && !(pairs & (1 << pair))) return undefined;
  if (!spans) return [first, last];
  const [, from = 1, to = 0] = spans.find(([of]) => of === pair) ?? [];
  const own: [number, number] = [Math.max(first, from), Math.min(last, to)];
  return own[0] <= own[1] ? own : undefined;
}

/**
 * So much later, in ms, a payment may stand in another source: what an export tells when it was earned is credited
 * within the hour (docs/facts/binance.md §2.4), and an hour may run late.
 */
export const LATEST = 2 * HOUR_MS;

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

export type SharedCell = [cell: number, other: number, isWhole: boolean];

/**
 * Days and pairs of which exports and another source both tell: what they have should agree.
 * @returns cells (`day * PAIRS + pair`), each with the position of the other source that has most of the day, and
 * whether that is all of it.
 */
export function sharedCells(month: Month, claims: CoverageClaim[], sources: SourceId[]): SharedCell[] {
  const best = sources.findIndex(source => sourceRank(source) === 0);
  if (best < 0) return [];
  const begin = momentOf(firstDayOf(month));
  const days = Math.round((momentOf(firstDayOf(month + 1)) - begin) / DAY_MS);
  const shared: SharedCell[] = [];
  for (let pair = 0; pair < PAIRS; pair++) {
    const covered = sources.map(source =>
      coveredByDay(
        claims.filter(v => v.source === source && (v.pairs === undefined || v.pairs & (1 << pair))),
        begin,
        days,
      ),
    );
    for (let day = 0; day < days; day++) {
      if (covered[best][day] === 0) continue;
      const of = (isMeant: (s: number) => boolean) =>
        Math.max(0, ...covered.map((days, s) => (s !== best && isMeant(s) ? days[day] : 0)));
      // A copy tells nothing that is not an export's; it is only looked at where nobody else is.
      const records = of(s => sources[s] !== 'copy');
      const most = records || of(() => true);
      const other = covered.findIndex(
        (days, s) => s !== best && days[day] === most && (records === 0 || sources[s] !== 'copy'),
      );
      if (most > 0) shared.push([day * PAIRS + pair, other, most >= DAY_MS]);
    }
  }
  return shared;
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
