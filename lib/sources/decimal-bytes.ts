import { type DecimalFault, lowerHalf, parseDecimal, upperHalf } from '../domain/money';

/** As spreadsheets write small numbers: always with two digits. Programs write `2.2E-7`, and `1.5E-10` tells nothing. */
const SPREADSHEET_POWER = /e-0\d\s*$/i;

export const DECIMAL_COMMA = 44;
const POWER = [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8];

/** `1,234.56` and `1,250,000`. `1,234` alone may be one and a bit, as some countries write it, and is refused. */
const GROUPED = /^\s*[+-]?\d{1,3}(?:(?:,\d{3})+\.\d+|(?:,\d{3}){2,})\s*$/;

/** `1.234,56` and `1.250.000`. `1.250` alone may be more than a thousand, and is refused. */
const GROUPED_WITH_COMMA = /^\s*[+-]?\d{1,3}(?:(?:\.\d{3})+,\d+|(?:\.\d{3}){2,})\s*$/;

/** `0,25` and `12,5`; `1,250` may be more than a thousand. */
const WITH_COMMA = /^-?(?:0,\d+|\d+,(?:\d{1,2}|\d{4,}))$/;

/** Whether numbers of a file, told apart by semicolons, have a comma before their decimals. */
export function hasDecimalComma(texts: Iterable<string>): boolean {
  for (const text of texts) {
    if (text.includes('.')) return false;
    if (WITH_COMMA.test(text)) return true;
  }
  return false;
}

/**
 * Reads decimals from bytes into the two halves of an int64 (units of 1e-8). Plain numbers of up to fifteen digits,
 * which is nearly all, never leave doubles and stay exact; the rest goes through `parseDecimal`.
 */
export class DecimalReader {
  low = 0;
  high = 0;
  fault: DecimalFault | undefined;
  /** A spreadsheet has written one of the numbers so far as a power of ten. */
  hasPowers = false;

  /** @param point what stands before decimals. */
  constructor(readonly point = 46) {}

  /** @returns whether `buf[from..to)` is a decimal that can be kept exactly; if not, `fault` says why. */
  read(buf: Uint8Array, from: number, to: number): boolean {
    let i = from;
    let negative = false;
    if (i < to && buf[i] === 45) {
      negative = true;
      i++;
    }
    let digits = 0;
    let point = -1;
    let units = 0;
    const first = i;
    for (; i < to; i++) {
      const c = buf[i];
      if (c >= 48 && c <= 57) {
        units = units * 10 + (c - 48);
        digits++;
      } else if (c === this.point && point < 0) {
        point = i;
      } else {
        return this.#slow(buf, from, to);
      }
    }
    const fraction = point < 0 ? 0 : to - point - 1;
    // Fifteen significant digits after scaling to 1e-8 are below 2^53.
    if (digits === 0 || first === to || fraction > 8 || digits - fraction > 7)
      return this.#slow(buf, from, to);
    units *= POWER[8 - fraction];
    if (negative) units = -units;
    this.high = upperHalf(units);
    this.low = lowerHalf(units);
    return true;
  }

  #slow(buf: Uint8Array, from: number, to: number): boolean {
    // Cut short it would be another number.
    if (to - from > 400) {
      this.fault = 'not a number';
      return false;
    }
    let text = '';
    for (let i = from; i < to; i++) text += String.fromCharCode(buf[i]);
    if (SPREADSHEET_POWER.test(text)) this.hasPowers = true;
    const plain = this.#plain(text);
    const units = plain === undefined ? 'not a number' : parseDecimal(plain);
    if (typeof units === 'string') {
      this.fault = units;
      return false;
    }
    this.low = Number(BigInt.asUintN(32, units));
    this.high = Number(units >> 32n);
    return true;
  }

  /** The number with a point and without groups; undefined where it can be read in two ways. */
  #plain(text: string): string | undefined {
    if (this.point !== DECIMAL_COMMA) return GROUPED.test(text) ? text.replaceAll(',', '') : text;
    if (!text.includes('.')) return text.replace(',', '.');
    return GROUPED_WITH_COMMA.test(text) ? text.replaceAll('.', '').replace(',', '.') : undefined;
  }
}
