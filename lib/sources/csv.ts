/**
 * Finds records and fields in CSV bytes without making strings: only fields that need it are ever decoded.
 * RFC 4180 with either line end. A quoted field may span a few lines, as remarks do, where the record then has the
 * header's fields; otherwise a stray quote costs its own line, not all rows up to the next quote.
 */
const QUOTE = 34;
const LF = 10;
const CR = 13;
/** A record longer than this is a broken one: real ones have some hundred bytes, hostile ones ten thousand. */
const LONGEST = 1 << 20;
const MOST_FIELDS = 64;
/** A field that spans more is a stray quote. */
const MOST_LINES = 20;
const LONGEST_SPAN = 8_192;

export const NEED_MORE = -1;
export const BROKEN = -2;
/** `flags`: the field was quoted; it holds doubled quotes. */
export const QUOTED = 1;
export const DOUBLED = 2;

export class RecordScanner {
  buf: Uint8Array = new Uint8Array(0);
  pos = 0;
  /** The line (1-based) the current record starts on, and where it starts and ends in `buf`. */
  line = 0;
  recordStart = 0;
  recordEnd = 0;
  readonly starts = new Int32Array(MOST_FIELDS);
  readonly ends = new Int32Array(MOST_FIELDS);
  readonly flags = new Uint8Array(MOST_FIELDS);
  /** The fields of the header; until it is known no field spans lines. */
  fields = 0;
  #nextLine = 1;
  #skipping = false;

  constructor(readonly delimiter: number) {}

  /** The line (1-based) that the first record stands on. */
  set firstLine(line: number) {
    this.#nextLine = line;
  }

  /** Appends a piece to what has not been consumed yet. */
  feed(piece: Uint8Array): void {
    const rest = this.buf.length - this.pos;
    if (rest === 0) {
      this.buf = piece;
    } else {
      const joined = new Uint8Array(rest + piece.length);
      joined.set(this.buf.subarray(this.pos));
      joined.set(piece, rest);
      this.buf = joined;
    }
    this.pos = 0;
  }

  /**
   * Moves to the next record.
   * @param last there is nothing after `buf`.
   * @returns the number of fields (0: a blank line, or the end), NEED_MORE, or BROKEN for a record to reject.
   */
  next(last: boolean): number {
    const { buf, delimiter, starts, ends, flags } = this;
    const end = buf.length;
    if (this.#skipping && !this.#skipLine(last)) return last ? 0 : NEED_MORE;
    let i = this.pos;
    if (i >= end) return last ? 0 : NEED_MORE;
    this.recordStart = i;
    this.line = this.#nextLine;
    let n = 0;
    let spanned = 0;
    for (;;) {
      let from = i;
      let to: number;
      let flag = 0;
      if (i < end && buf[i] === QUOTE) {
        flag = QUOTED;
        from = ++i;
        for (;;) {
          if (i >= end) return last || end - this.recordStart > LONGEST ? this.#broken(last) : NEED_MORE;
          const c = buf[i];
          if (c === QUOTE) {
            if (i + 1 >= end) {
              if (!last) return NEED_MORE;
              break;
            }
            if (buf[i + 1] !== QUOTE) break;
            flag = QUOTED | DOUBLED;
            i++;
          } else if (c === LF) {
            spanned++;
            const isStray = spanned > MOST_LINES || i - this.recordStart > LONGEST_SPAN;
            if (this.fields === 0 || isStray) return this.#broken(last);
          }
          i++;
        }
        to = i++;
        if (spanned > 0 && this.#holdsRow(from, to)) return this.#broken(last);
        if (i < end && buf[i] === CR) {
          if (i + 1 >= end && !last) return NEED_MORE;
          if (i + 1 >= end || buf[i + 1] === LF) i++;
        }
        if (i >= end ? !last : buf[i] !== delimiter && buf[i] !== LF) {
          return i >= end ? NEED_MORE : this.#broken(last);
        }
      } else {
        while (i < end) {
          const c = buf[i];
          if (c === delimiter || c === LF) break;
          i++;
        }
        if (i >= end && !last) return end - this.recordStart > LONGEST ? this.#broken(last) : NEED_MORE;
        to = i;
        if (to > from && buf[to - 1] === CR && (i >= end || buf[i] === LF)) to--;
      }
      if (n < MOST_FIELDS) {
        starts[n] = from;
        ends[n] = to;
        flags[n] = flag;
      }
      n++;
      if (i < end && buf[i] === delimiter) {
        i++;
        continue;
      }
      if (spanned > 0 && n !== this.fields) return this.#broken(last);
      this.recordEnd = to + (flag & QUOTED);
      this.pos = Math.min(end, i + 1);
      this.#nextLine += 1 + spanned;
      return n === 1 && flag === 0 && to === from ? 0 : n;
    }
  }

  /** Whether everything fed has been consumed. */
  get done(): boolean {
    return this.pos >= this.buf.length;
  }

  /** Whether a field that spans lines has swallowed a row, or the end of one and the begin of another. */
  #holdsRow(from: number, to: number): boolean {
    let found = 0;
    for (let i = from; i < to; i++) if (this.buf[i] === this.delimiter) found++;
    return found >= this.fields - 1;
  }

  /** Gives up on the record: it ends with its first line, and reading resumes behind that. */
  #broken(last: boolean): number {
    const at = this.buf.indexOf(LF, this.recordStart);
    this.recordEnd = at < 0 ? this.buf.length : at;
    this.pos = at < 0 ? this.buf.length : at + 1;
    this.#nextLine++;
    this.#skipping = at < 0 && !last;
    return BROKEN;
  }

  #skipLine(last: boolean): boolean {
    const at = this.buf.indexOf(LF, this.pos);
    this.pos = at < 0 ? this.buf.length : at + 1;
    if (at < 0) return last;
    this.#skipping = false;
    return true;
  }
}
