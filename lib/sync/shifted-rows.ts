import { type Columns, viewOfColumns } from '../domain/commission';
import { HOUR_MS, MINUTE_MS, type Month, startOfMonth } from '../domain/day';
import { columnsOf, type SourceId } from '../domain/source';
import { type KindBatch, rowsOfFile } from './batch-rows';
import type { OpenBook } from './open-book';

/** Zones lie so far apart at most, and a quarter of an hour at least. */
const FARTHEST = 26 * HOUR_MS;
const QUARTER = 15 * MINUTE_MS;
/** The moment of each payment, in ms; SEVERAL where it stands more than once. */
type Moments = Map<string, number>;
const SEVERAL = Number.NaN;

/**
 * How far a file's rows stand beside known ones, in ms: `known = own + shift`. One statement downloaded in summer and
 * again in winter has each moment in another zone.
 * @param index of the file in its drop; files before it are known too.
 * @returns undefined where its rows are known at their own moments, or not at all.
 */
export async function shiftOf(book: OpenBook, batch: KindBatch, index: number): Promise<number | undefined> {
  const own = momentsOf(rowsOfFile(batch, index));
  const known = await knownMoments(book, batch, index);
  const shifts = new Map<number, number>();
  for (const [payment, moment] of own) {
    // What is paid again and again at some distance, as dust is, tells nothing.
    const shift = (known.get(payment) ?? SEVERAL) - moment;
    if (shift % QUARTER === 0 && Math.abs(shift) <= FARTHEST) shifts.set(shift, (shifts.get(shift) ?? 0) + 1);
  }
  const [[shift, fits] = [0, 0]] = [...shifts].sort(([a, n], [b, m]) => m - n || Math.abs(a) - Math.abs(b));
  // One payment may be alike by chance, unless it is all there is.
  if (shift === 0 || (fits === 1 && own.size > 1)) return undefined;
  return 2 * fits >= numberWithin(own, known, shift) ? shift : undefined;
}

function momentsOf(months: Iterable<[Month, Columns]>, into: Moments = new Map()): Moments {
  for (const [month, { time, party, type, asset, amount }] of months) {
    const begin = startOfMonth(month);
    for (let i = 0; i < time.length; i++) {
      const payment = `${party[i]} ${type[i]} ${asset[i]} ${amount[i]}`;
      const moment = begin + time[i];
      into.set(payment, (into.get(payment) ?? moment) === moment ? moment : SEVERAL);
    }
  }
  return into;
}

/** What the book and earlier files of the drop have in the months of a file and beside them. */
async function knownMoments(book: OpenBook, batch: KindBatch, index: number): Promise<Moments> {
  const own = [...rowsOfFile(batch, index).keys()];
  const near = new Set(own.flatMap(month => [month - 1, month, month + 1]));
  const known: Moments = new Map();
  for (const month of near) {
    const stored = columnsOf(await book.rowsOf(month, batch.kind satisfies SourceId), batch.kind);
    momentsOf(
      stored.map(columns => [month, columns]),
      known,
    );
    const rows = batch.months.get(month);
    const before = batch.ends.get(month)?.[index - 1] ?? 0;
    if (rows && before > 0) momentsOf([[month, viewOfColumns(rows.columns(), 0, before)]], known);
  }
  return known;
}

/** How many of a file's payments that stand once would stand in the time of the known ones. */
function numberWithin(own: Moments, known: Moments, shift: number): number {
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const moment of known.values()) {
    if (moment < first) first = moment;
    if (moment > last) last = moment;
  }
  return [...own.values()].filter(moment => first <= moment + shift && moment + shift <= last).length;
}
