import type { TimeWindow } from '../sources/api';
import type { Cursor } from '../store/manifest';

/** The next window forwards, if there is one. Without a cursor it is the newest there is. */
export function windowAfter(
  cursor: Cursor | undefined,
  of: { earliest: number; width: number; end: number; overlap: number; from: number | undefined },
): TimeWindow | undefined {
  const { earliest, width, end, overlap, from } = of;
  if (from !== undefined && from > end) return undefined;
  const newest = { first: Math.max(earliest, end - width), last: end };
  if (!cursor) return newest;
  // What Binance has forgotten in between is a gap, and stays one.
  if (cursor.last < earliest) return newest;
  // What was broken off goes on where it stopped, but never beyond what the cursor speaks for.
  const begin = from === undefined ? cursor.last + 1 - overlap : Math.min(from, cursor.last + 1);
  const first = Math.max(earliest, begin);
  return first > end ? undefined : { first, last: Math.min(end, first + width - 1) };
}

/** The next window backwards, until Binance has no more. */
export function windowBefore(
  cursor: Cursor | undefined,
  earliest: number,
  width: number,
): TimeWindow | undefined {
  if (!cursor || cursor.done || cursor.first <= earliest) return undefined;
  return { first: Math.max(earliest, cursor.first - width), last: cursor.first - 1 };
}
