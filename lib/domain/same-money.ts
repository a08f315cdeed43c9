import type { SourceChoice } from './counted-rows';
import { paymentKey, seenAt, territory } from './counted-rows';
import { LATEST } from './coverage-claim';
import { halves, nearestDouble } from './money';
import type { SourceRows } from './source';

/** A row as it is compared with those of another source. */
export interface Near {
  /** ms of the month, at the latest (`seenAt`); of the month before: less than 0. */
  at: number;
  /** The same at the earliest. */
  from: number;
  pair: number;
  asset: number;
  /** In 1e-8 of the asset, rounded to a double: amounts are only compared here. */
  amount: number;
  /** Absent: a row of the month before, which is not chosen here. */
  key?: string;
  /** It counts, edges aside. */
  counts: boolean;
}

/** Rows of the month before, whose last hours reach into this one. */
export interface MonthBefore {
  rows: SourceRows[];
  /** ms */
  length: number;
}

/** Sources round each row by themselves. */
const CLOSE = 1e-6;
const SIGNIFICANT = 6;
export const isClose = (a: number, b: number) =>
  Math.abs(a - b) <= Math.max(Math.abs(a), Math.abs(b)) * CLOSE;

/**
 * The rows of a choice's sources that are meant.
 * @param isMeant asked with the source's position, the row's pair and moment.
 * @param take takes them with the source's position.
 */
export function eachNear(
  choice: SourceChoice,
  { rows, pairs, before }: { rows: SourceRows[]; pairs: Uint8Array; before?: MonthBefore },
  isMeant: (own: number, pair: number, at: number) => boolean,
  take: (row: Near, own: number) => void,
): void {
  const counts = territory(choice);
  const look = ({ source, columns }: SourceRows, shift: number) => {
    const own = choice.sources.indexOf(source);
    if (own < 0) return;
    const amount = halves(columns.amount);
    for (let i = 0; i < columns.time.length; i++) {
      const at = seenAt(source, columns.time[i]) + shift;
      const pair = pairs[columns.type[i]];
      if (!isMeant(own, pair, at)) continue;
      const time = columns.time[i] + shift;
      const row: Near = {
        at,
        from: time,
        pair,
        asset: columns.asset[i],
        amount: nearestDouble(amount[2 * i] >>> 0, amount[2 * i + 1]),
        counts: counts(own, pair, time),
      };
      take(shift === 0 ? { ...row, key: paymentKey(own, columns, i) } : row, own);
    }
  };
  for (const part of before?.rows ?? []) look(part, -before!.length);
  for (const part of rows) look(part, 0);
}

/**
 * Takes away rows of both that are the same money, which the worse source has at the same time or later: first by amount,
 * then those of either that come to one row of the other.
 * @returns what is left of both, in order of time.
 */
export function unmatched(better: Near[], worse: Near[]): [better: Near[], worse: Near[]] {
  const left: [Near[], Near[]] = [[], []];
  const others = byAsset(worse);
  for (const [asset, rows] of byAsset(better)) {
    const [own, theirs] = unequal(rows, others.get(asset) ?? []);
    // One row of the worse source may be several payments, and one payment several rows.
    const [parts, wholes] = withoutSums(own, theirs, 'after');
    const [splits, payments] = withoutSums(wholes, parts, 'before');
    left[0].push(...payments);
    left[1].push(...splits);
    others.delete(asset);
  }
  for (const rows of others.values()) left[1].push(...rows);
  return [inOrder(left[0]), inOrder(left[1])];
}

/** Rows of one asset in order of time, without those of equal amounts. */
function unequal(better: Near[], worse: Near[]): [better: Near[], worse: Near[]] {
  const queues = new Map<string, { rows: Near[]; next: number }>();
  const keyOf = ({ amount }: Near) => amount.toPrecision(SIGNIFICANT);
  for (const row of worse) {
    const queue = queues.get(keyOf(row));
    if (queue) queue.rows.push(row);
    else queues.set(keyOf(row), { rows: [row], next: 0 });
  }
  const matched = new Set<Near>();
  const rest = better.filter(row => {
    const queue = queues.get(keyOf(row));
    if (!queue) return true;
    while (queue.rows[queue.next]?.at < row.from) queue.next++;
    const partner = queue.rows[queue.next];
    if (!partner || partner.at > row.at + LATEST) return true;
    matched.add(partner);
    queue.next++;
    return false;
  });
  return [rest, worse.filter(row => !matched.has(row))];
}

/**
 * Takes away rows in a row that come to one of the others.
 * @param side where the others stand: hours after their parts, or before them.
 */
function withoutSums(
  parts: Near[],
  wholes: Near[],
  side: 'after' | 'before',
): [parts: Near[], wholes: Near[]] {
  let open = parts;
  const rest = wholes.filter(whole => {
    const isPart = (row: Near) => (side === 'after' ? isSame(row, whole) : isSame(whole, row));
    const run = runOf(open.filter(isPart), whole.amount);
    if (run.size > 0) open = open.filter(row => !run.has(row));
    return run.size === 0;
  });
  return [open, rest];
}

/** Whether two rows may be one payment, by their moments. */
const isSame = (better: Near, worse: Near) => better.from <= worse.at && worse.at <= better.at + LATEST;

/** Rows in a row that come to an amount; none, if none do. */
function runOf(rows: Near[], amount: number): Set<Near> {
  let first = 0;
  let total = 0;
  for (let last = 0; last < rows.length; last++) {
    total += rows[last].amount;
    while (first < last && total > amount && !isClose(total, amount)) total -= rows[first++].amount;
    if (isClose(total, amount)) return new Set(rows.slice(first, last + 1));
  }
  return new Set();
}

const inOrder = (rows: Near[]) => [...rows].sort((a, b) => a.at - b.at);

function byAsset(rows: Near[]): Map<number, Near[]> {
  const assets = new Map<number, Near[]>();
  for (const row of inOrder(rows)) {
    const known = assets.get(row.asset);
    if (known) known.push(row);
    else assets.set(row.asset, [row]);
  }
  return assets;
}

/** Turns the choice round for rows. */
export function turn(choice: SourceChoice, rows: Iterable<Pick<Near, 'key'>>): SourceChoice {
  const turned = new Map(choice.turned);
  for (const { key = '' } of rows) turned.set(key, (turned.get(key) ?? 0) + 1);
  return { ...choice, turned };
}
