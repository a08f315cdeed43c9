import type { MonthRows } from '../domain/commission';
import type { Month } from '../domain/day';
import type { Dictionary } from '../domain/dictionary';
import type { FileFigures, Rejection, RejectionReason } from '../domain/receipt';
import type { BytesCache } from './bytes-cache';
import { BROKEN, DOUBLED, NEED_MORE, RecordScanner } from './csv';
import type { DecimalReader } from './decimal-bytes';
import { FileTally } from './file-tally';

/** Where the rows of a file go. */
export interface ExportSink {
  month(month: Month): MonthRows;
  reject(rejection: Rejection): void;
}

/** The first line that says anything: byte order mark and blank lines above it are no header. */
export function firstLine(head: Uint8Array): Uint8Array {
  let start = head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf ? 3 : 0;
  while (head[start] === 10 || head[start] === 13) start++;
  const end = head.indexOf(10, start);
  return head.subarray(start, end < 0 ? head.length : end);
}

/** Characters kept of a rejected row: real ones have a hundred. */
const RAW_KEPT = 500;

/** Reads a file of rows piece by piece, and says of each row that it cannot read where it stands and why. */
export abstract class RowDecoder {
  protected readonly scanner: RecordScanner;
  /** The header's cells. */
  protected columns: string[] = [];
  protected readonly tally = new FileTally();
  #text: TextDecoder;
  #begun = false;

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
    const marked = !this.#begun && piece[0] === 0xef && piece[1] === 0xbb && piece[2] === 0xbf;
    this.#begun = true;
    this.scanner.feed(marked ? piece.subarray(3) : piece);
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

  /** Takes a line's cells for the columns. @returns how many there are; 0 for a line that is none. */
  protected takeHeader(line: Uint8Array): number {
    const scanner = new RecordScanner(this.scanner.delimiter);
    scanner.feed(line);
    const n = Math.max(0, scanner.next(true));
    this.columns = Array.from({ length: n }, (_, i) =>
      this.field(i, scanner)
        .replace(/^\uFEFF/, '')
        .trim(),
    );
    return n;
  }

  protected field(column: number, scanner = this.scanner): string {
    const raw = this.#text.decode(scanner.buf.subarray(scanner.starts[column], scanner.ends[column]));
    return scanner.flags[column] & DOUBLED ? raw.replaceAll('""', '"') : raw;
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
