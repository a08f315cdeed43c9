import { type Columns, viewOfColumns } from '../domain/commission';
import { HOUR_MS, MINUTE_MS, type Month, startOfMonth } from '../domain/day';
import { columnsOf, type SourceId } from '../domain/source';
import { type KindBatch, rowsOfFile } from './batch-rows';
import type { OpenBook } from './open-book';

/** Zones lie so far apart at most, and a quarter of an hour at least. */
const FARTHEST = 26 * HOUR_MS;
const QUARTER = 15 * MINUTE_MS;
/** What stands so often is dust that is paid at every turn, and tells nothing. */
const MOST_TIMES = 20;

/** Moments in ms, by what was paid. */
type Payments = Map<string, Set<number>>;

/**
 * How far a file's rows stand beside known ones, in ms: `known = own + shift`. One statement downloaded in summer and
 * again in winter has each moment in another zone.
 * @param index of the file in its drop; files before it are known too.
 * @returns undefined where its rows are known at their own moments, or not at all.
 */
export async function shiftOf(book: OpenBook, batch: KindBatch, index: number): Promise<number | undefined> {
  const own = paymentsOf(rowsOfFile(batch, index));
  const known = await knownPayments(book, batch, index);
  if (own.size === 0 || known.size === 0) return undefined;
  const shifts = new Map<number, number>();
  let atHome = 0;
  for (const [payment, moments] of own) {
    const theirs = known.get(payment);
    if (!theirs || theirs.size > MOST_TIMES || moments.size > MOST_TIMES) continue;
    if ([...moments].some(moment => theirs.has(moment))) atHome++;
    else for (const shift of shiftsBetween(moments, theirs)) shifts.set(shift, (shifts.get(shift) ?? 0) + 1);
  }
  const [[shift, fits] = [0, 0]] = [...shifts].sort(([a, n], [b, m]) => m - n || Math.abs(a) - Math.abs(b));
  if (fits <= atHome) return undefined;
  // One payment may be alike by chance, unless it is all there is.
  if (fits === 1 && own.size > 1) return undefined;
  return 2 * fits >= numberWithin(own, known, shift) ? shift : undefined;
}

function paymentsOf(months: Iterable<[Month, Columns]>, into: Payments = new Map()): Payments {
  for (const [month, { time, party, type, asset, amount }] of months) {
    const begin = startOfMonth(month);
    for (let i = 0; i < time.length; i++) {
      const payment = `${party[i]} ${type[i]} ${asset[i]} ${amount[i]}`;
      const moments = into.get(payment) ?? new Set();
      if (moments.size <= MOST_TIMES) moments.add(begin + time[i]);
      into.set(payment, moments);
    }
  }
  return into;
}

/** What the book and earlier files of the drop have in the months of a file and beside them. */
async function knownPayments(book: OpenBook, batch: KindBatch, index: number): Promise<Payments> {
  const own = [...rowsOfFile(batch, index).keys()];
  const near = new Set(own.flatMap(month => [month - 1, month, month + 1]));
  const known: Payments = new Map();
  for (const month of near) {
    const stored = columnsOf(await book.rowsOf(month, batch.kind satisfies SourceId), batch.kind);
    paymentsOf(
      stored.map(columns => [month, columns]),
      known,
    );
    const rows = batch.months.get(month);
    const before = batch.ends.get(month)?.[index - 1] ?? 0;
    if (rows && before > 0) paymentsOf([[month, viewOfColumns(rows.columns(), 0, before)]], known);
  }
  return known;
}

function shiftsBetween(own: Set<number>, known: Set<number>): Set<number> {
  const shifts = new Set<number>();
  for (const moment of own) {
    for (const other of known) {
      const shift = other - moment;
      if (shift % QUARTER === 0 && Math.abs(shift) <= FARTHEST) shifts.add(shift);
    }
  }
  // What is paid again and again at that distance is no sign of another zone.
  for (const shift of shifts) if (repeats(own, shift) || repeats(known, shift)) shifts.delete(shift);
  return shifts;
}

const repeats = (moments: Set<number>, shift: number) =>
  [...moments].some(moment => moments.has(moment + shift));

/** How many of a file's different payments would stand in the time of the known ones. */
function numberWithin(own: Payments, known: Payments, shift: number): number {
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const moments of known.values()) {
    for (const moment of moments) {
      first = Math.min(first, moment);
      last = Math.max(last, moment);
    }
  }
  const isWithin = (moment: number) => first <= moment + shift && moment + shift <= last;
  return [...own.values()].filter(moments => [...moments].some(isWithin)).length;
}
