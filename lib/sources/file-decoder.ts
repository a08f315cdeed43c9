import type { MonthRows } from '../domain/commission';
import type { Month } from '../domain/day';
import type { FileFigures, Rejection } from '../domain/receipt';

/** Where the rows of a file go. */
export interface ExportSink {
  month(month: Month): MonthRows;
  reject(rejection: Rejection): void;
}

/** Reads a file piece by piece. */
export interface FileDecoder {
  /** @param last says that there is no piece after this one. */
  feed(piece: Uint8Array, last: boolean): void;
  figures(): FileFigures;
}

/** Characters kept of a rejected row: real ones have a hundred. */
export const RAW_KEPT = 500;

/** The first line that says anything: byte order mark and blank lines above it are no header. */
export function firstLine(head: Uint8Array): Uint8Array {
  let start = head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf ? 3 : 0;
  while (head[start] === 10 || head[start] === 13) start++;
  const end = head.indexOf(10, start);
  return head.subarray(start, end < 0 ? head.length : end);
}
