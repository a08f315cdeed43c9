import type { SourceChoice } from './counted-rows';
import { cellOf, countsIn } from './counted-rows';
import { LATEST } from './coverage-claim';
import { DAY_MS } from './day';
import { PAIRS } from './lane';
import { halves, nearestDouble } from './money';
import { eachNear, isClose, type MonthBefore, type Near, turn, unmatched } from './same-money';
import type { SourceRows } from './source';
import { sourceRank } from './source-rank';

/** What another source may have above an export before it is worth a word. */
const REMARKABLE = 1.01;

interface MonthOfRows {
  rows: SourceRows[];
  pairs: Uint8Array;
  before?: MonthBefore;
}

/**
 * Compares exports with what another source has of the same time. Where they agree their rows have been credited. Where
 * the other source has every row of theirs and more, as beside an export of some people only, the rest counts too.
 */
export function compareSources(choice: SourceChoice, month: MonthOfRows): SourceChoice {
  const { shared, of, sources } = choice;
  if (shared.length === 0) return choice;
  const best = sources.findIndex(source => sourceRank(source) === 0);
  const confirmed = new Uint8Array(of.length);
  const whole = new Set(
    shared.filter(([cell, , isWhole]) => isWhole && of[cell] === best).map(([cell]) => cell),
  );
  const open = new Map<number, number>();
  const exceeded = new Set<number>();
  const others = new Map(shared.map(([cell, other]) => [cell, other]));
  for (const [cell, assets] of sumsOf(choice, best, others, month)) {
    const all = [...assets.values()];
    // A copy of an export says nothing of what was paid.
    if (all.every(([a, b]) => isClose(a, b))) {
      if (sources[others.get(cell)!] !== 'copy') confirmed[cell] = 1;
    } else if (whole.has(cell) && all.some(([a, b]) => b > a)) {
      open.set(cell, others.get(cell)!);
      if (all.some(([a, b]) => b > a * REMARKABLE)) exceeded.add(Math.floor(cell / PAIRS));
    }
  }
  const rest = untold(choice, best, open, month);
  return {
    ...turn(choice, rest),
    confirmed,
    ...(exceeded.size > 0 && { exceeded: [...exceeded].sort((a, b) => a - b) }),
  };
}

type Both = [own: number, other: number];

/** Of each shared cell and asset what exports have, and what the other source has that does not count beside them. */
function sumsOf(
  choice: SourceChoice,
  best: number,
  others: Map<number, number>,
  { rows, pairs }: MonthOfRows,
): Map<number, Map<number, Both>> {
  const sums = new Map<number, Map<number, Both>>([...others.keys()].map(cell => [cell, new Map()]));
  for (const { source, columns } of rows) {
    const own = choice.sources.indexOf(source);
    if (own < 0) continue;
    const amount = halves(columns.amount);
    const counts = countsIn(choice, own, pairs);
    for (let i = 0; i < columns.time.length; i++) {
      const cell = cellOf(columns, i, pairs);
      const assets = sums.get(cell);
      if (!assets || (own !== best && (own !== others.get(cell) || counts(columns, i)))) continue;
      const both: Both = assets.get(columns.asset[i]) ?? [0, 0];
      both[own === best ? 0 : 1] += nearestDouble(amount[2 * i] >>> 0, amount[2 * i + 1]);
      assets.set(columns.asset[i], both);
    }
  }
  return sums;
}

/**
 * Where another source has every row of the exports, its rows beyond those.
 * @param open the cells to look at, each with the position of the other source.
 */
function untold(choice: SourceChoice, best: number, open: Map<number, number>, month: MonthOfRows): Near[] {
  const rest: Near[] = [];
  if (open.size === 0) return rest;
  const near = new Map([...open.keys()].map(cell => [cell, { better: [] as Near[], worse: [] as Near[] }]));
  // What was earned in the last hours of a day is credited in the first ones of the next.
  const cellAt = (pair: number, at: number) => Math.floor(at / DAY_MS) * PAIRS + pair;
  const cellsOf = (pair: number, at: number) =>
    [...new Set([at, at - LATEST, at + 2 * LATEST].map(moment => cellAt(pair, moment)))].filter(cell =>
      open.has(cell),
    );
  const isMeant = (_: number, pair: number, at: number) =>
    open.has(cellAt(pair, at)) ||
    open.has(cellAt(pair, at - LATEST)) ||
    open.has(cellAt(pair, at + 2 * LATEST));
  eachNear(choice, month, isMeant, (row, own) => {
    for (const cell of cellsOf(row.pair, row.at)) {
      if (own === best) near.get(cell)!.better.push(row);
      else if (own === open.get(cell)) near.get(cell)!.worse.push(row);
    }
  });
  for (const [cell, { better, worse }] of near) {
    const begin = Math.floor(cell / PAIRS) * DAY_MS;
    const isIn = ({ at }: Near) => begin <= at && at < begin + DAY_MS;
    const [left, others] = unmatched(better, worse);
    if (left.some(isIn)) continue;
    // The month before is not at hand: its last hours may be credited here.
    const from = begin === 0 && !month.before ? LATEST : begin;
    rest.push(...others.filter(row => isIn(row) && row.at >= from && row.counts === false));
  }
  return rest;
}
