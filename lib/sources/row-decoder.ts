import type { MonthRows } from '../domain/commission';
import type { Month } from '../domain/day';
import type { Dictionary } from '../domain/dictionary';
import type { FileFigures, Rejection, RejectionReason } from '../domain/receipt';
import type { BytesCache } from './bytes-cache';
import { BROKEN, DOUBLED, NEED_MORE, RecordScanner } from './csv';
import type { DecimalReader } from './decimal-bytes';
import { FileTally } from './file-tally';
import type { OriginKind } from './row-origin';

/** Where the rows of a file go. */
export interface ExportSink {
  month(month: Month): MonthRows;
  reject(rejection: Rejection): void;
}

const LF = 10;
const CR = 13;

/** The first line that says anything: byte order mark, blank lines and `sep=,` above it are no header. */
export function firstLine(head: Uint8Array): Uint8Array {
  const bytes = hasOldLines(head) ? withLineFeeds(head) : head;
  let start = preambleOf(bytes);
  while (bytes[start] === LF || bytes[start] === CR) start++;
  const end = bytes.indexOf(LF, start);
  return bytes.subarray(start, end < 0 ? bytes.length : end);
}

/** Bytes before the first line: a byte order mark, and the line with which spreadsheets are told the separator. */
function preambleOf(head: Uint8Array): number {
  const text = new TextDecoder('latin1').decode(head.subarray(0, 16));
  return /^(?:\xef\xbb\xbf)?(?:"?sep=[^\r\n]?"?\r?\n)?/i.exec(text)![0].length;
}

/** Old spreadsheets end lines with CR alone. */
const hasOldLines = (head: Uint8Array) => head.includes(CR) && !head.includes(LF);
const withLineFeeds = (bytes: Uint8Array) => bytes.map(byte => (byte === CR ? LF : byte));

/** Characters kept of a rejected row: real ones have a hundred. */
const RAW_KEPT = 500;

/** A time for which a file of ours says that a source speaks of what a type of rows is. */
export interface ToldSpan {
  kind: OriginKind;
  type: number;
  /** ms, both ends included. */
  first: number;
  last: number;
}

/** Reads a file of rows piece by piece, and says of each row that it cannot read where it stands and why. */
export abstract class RowDecoder {
  /** What the file itself says that its rows speak for. */
  readonly told: ToldSpan[] = [];
  protected readonly scanner: RecordScanner;
  /** The header's cells. */
  protected columns: string[] = [];
  protected readonly tally = new FileTally();
  #text: TextDecoder;
  #hasOldLines = false;
  /** Bytes that stand before the header and are still to come. */
  #preamble = 0;

  constructor(
    encoding: string,
    delimiter: number,
    protected readonly dictionary: Dictionary,
    protected readonly sink: ExportSink,
  ) {
    this.scanner = new RecordScanner(delimiter);
    this.#text = new TextDecoder(encoding);
  }

  /** Reads the record the scanner is at. @param n its fields, at least one. */
  protected abstract record(n: number): void;

  /** Reads the next piece of the file; `last` says that there is none after it. */
  feed(piece: Uint8Array, last: boolean): void {
    const left = Math.min(this.#preamble, piece.length);
    this.#preamble -= left;
    const bytes = piece.subarray(left);
    this.scanner.feed(this.#hasOldLines ? withLineFeeds(bytes) : bytes);
    for (;;) {
      const n = this.scanner.next(last);
      if (n === NEED_MORE || (n === 0 && this.scanner.done)) return;
      if (n === BROKEN) this.reject('', { is: 'quote' });
      else if (n > 0) this.record(n);
    }
  }

  figures(): FileFigures {
    return this.tally.figures();
  }

  /**
   * Takes the cells of a file's first line for the columns.
   * @returns how many there are; 0 for a line that is none.
   */
  protected takeHeader(head: Uint8Array): number {
    this.#hasOldLines = hasOldLines(head);
    this.#preamble = preambleOf(this.#hasOldLines ? withLineFeeds(head.subarray(0, 16)) : head);
    // A byte order mark alone is no line.
    this.scanner.firstLine = this.#preamble > 3 ? 2 : 1;
    const scanner = new RecordScanner(this.scanner.delimiter);
    scanner.feed(firstLine(head));
    const n = Math.max(0, scanner.next(true));
    this.scanner.fields = n;
    this.columns = Array.from({ length: n }, (_, i) =>
      this.field(i, scanner)
        .replace(/^\uFEFF/, '')
        .trim(),
    );
    return n;
  }

  /** Fields of the rows that a file begins with. */
  protected *firstRows(head: Uint8Array, columns: number[]): Generator<string[]> {
    const scanner = new RecordScanner(this.scanner.delimiter);
    scanner.fields = this.scanner.fields;
    const bytes = head.subarray(this.#preamble);
    scanner.feed(this.#hasOldLines ? withLineFeeds(bytes) : bytes);
    let isHeader = true;
    for (;;) {
      const n = scanner.next(true);
      if (n === NEED_MORE || (n === 0 && scanner.done)) return;
      if (n <= 0) continue;
      if (!isHeader)
        yield columns.map(column => (column < 0 || column >= n ? '' : this.field(column, scanner).trim()));
      isHeader = false;
    }
  }

  protected field(column: number, scanner = this.scanner): string {
    const raw = this.#text.decode(scanner.buf.subarray(scanner.starts[column], scanner.ends[column]));
    return scanner.flags[column] & DOUBLED ? raw.replaceAll('""', '"') : raw;
  }

  /** Spreadsheets add empty columns at the end of lines. */
  protected onlyEmptyAfter(n: number): boolean {
    if (n < this.columns.length || n > 60) return false;
    for (let i = this.columns.length; i < n; i++) {
      if (this.scanner.ends[i] > this.scanner.starts[i]) return false;
    }
    return true;
  }

  /** Parts of a file that were put together repeat its header. */
  protected isHeaderAgain(n: number): boolean {
    if (n !== this.columns.length) return false;
    // Joined files carry a byte order mark in the middle, and a quote behind it is then no quote to the scanner.
    const cells = this.columns.map((_, i) =>
      this.field(i)
        .replace(/^\uFEFF?"?|"$/g, '')
        .trim(),
    );
    return cells.join('\n') === this.columns.join('\n');
  }

  /** What a field's text stands for, decoded once. @param intern gives the position, -1 full, -2 nothing there. */
  protected cached(cache: BytesCache, column: number, intern: (text: string) => number): number {
    const { buf, starts, ends } = this.scanner;
    cache.begin();
    cache.add(buf, starts[column], ends[column]);
    let answer = cache.find();
    if (answer < 0) {
      answer = intern(this.field(column).trim());
      if (answer < 0) this.reject(this.columns[column], { is: answer === -2 ? 'empty' : 'full' });
      else cache.set(answer);
    }
    return answer;
  }

  protected asset(cache: BytesCache, column: number): number {
    return this.cached(cache, column, text => (text === '' ? -2 : this.dictionary.asset(text)));
  }

  protected rejectField(column: number, reason: (text: string) => RejectionReason): void {
    const text = this.field(column).trim();
    this.reject(this.columns[column], text === '' ? { is: 'empty' } : reason(text.slice(0, 60)));
  }

  protected rejectDecimal(column: number, reader: DecimalReader): void {
    this.rejectField(column, text => ({ is: 'decimal', fault: reader.fault ?? 'not a number', text }));
  }

  protected reject(column: string, reason: RejectionReason): void {
    const { buf, recordStart, recordEnd, line } = this.scanner;
    const raw = this.#text.decode(buf.subarray(recordStart, Math.min(recordEnd, recordStart + 4 * RAW_KEPT)));
    this.tally.rejected++;
    this.sink.reject({ line, column, reason, raw: raw.slice(0, RAW_KEPT) });
  }
}
