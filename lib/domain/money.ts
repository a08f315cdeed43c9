/**
 * Exact amounts. A number of money is a bigint in units of 1e-8 of its asset: eight decimals is what Binance
 * prints (docs/facts/binance.md §2.1), and sixty-four bits of it hold 92 billion units.
 */
export const DECIMALS = 8;

/** The stored value of a row nobody has priced. The smallest int64, which no decimal can reach. */
export const UNPRICED = -(2n ** 63n);
/** The two 32-bit halves of `UNPRICED`, for code that works on the halves. */
export const UNPRICED_HIGH = -2147483648;
export const UNPRICED_LOW = 0;

const LARGEST = 2n ** 63n - 1n;
const DECIMAL = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,4}))?$/;

export type DecimalFault = 'not a number' | 'more than 8 decimals' | 'too large';

/**
 * Reads a decimal such as `0.00608292`, `-3`, `2.2E-7` or `0E-8` exactly.
 * @returns units of 1e-8, or why it cannot be kept exactly (it is never rounded).
 */
export function parseDecimal(text: string): bigint | DecimalFault {
  const match = DECIMAL.exec(text.trim());
  if (!match) return 'not a number';
  const [, sign, whole = '', fraction = '', exponent = '0'] = match;
  if (whole === '' && fraction === '') return 'not a number';
  let digits = (whole + fraction).replace(/^0+(?=\d)/, '');
  let shift = Number(exponent) - fraction.length + DECIMALS;
  if (/^0*$/.test(digits)) return 0n;
  while (shift < 0 && digits.endsWith('0')) {
    digits = digits.slice(0, -1);
    shift += 1;
  }
  if (shift < 0) return 'more than 8 decimals';
  if (digits.length + shift > 19) return 'too large';
  const units = BigInt(digits) * 10n ** BigInt(shift);
  if (units > LARGEST) return 'too large';
  return sign === '-' ? -units : units;
}

/** The shortest exact decimal of `units` (1e-8): `312.84`, `-0.00000001`, `0`. What `<data value>` carries. */
export function exactDecimal(units: bigint): string {
  const digits = (units < 0n ? -units : units).toString().padStart(DECIMALS + 1, '0');
  const whole = digits.slice(0, -DECIMALS);
  const fraction = digits.slice(-DECIMALS).replace(/0+$/, '');
  return `${units < 0n ? '-' : ''}${whole}${fraction && `.${fraction}`}`;
}

/** For drawing only: the nearest double of `units` in whole units of the asset. Never summed, never shown. */
export function approximate(units: bigint): number {
  return Number(units) / 1e8;
}

/** Exact sums as halves: `high * 2^32 + low`. The high half is a double, so no sum of int64 rows can overflow it. */
export interface Sums {
  low: Uint32Array;
  high: Float64Array;
}

/** What one unit of an upper half is worth in units of the lower. */
const UPPER = 4_294_967_296;

/** The whole of two halves. @param low unsigned. */
export const joinHalves = (low: number, high: number): bigint => BigInt(high) * 4_294_967_296n + BigInt(low);

/** The nearest double of two halves, exact below 2^53. @param low unsigned. */
export const nearestDouble = (low: number, high: number): number => high * UPPER + low;

/** The upper half of a whole number below 2^53; `lowerHalf` is the rest, unsigned. */
export const upperHalf = (units: number): number => Math.floor(units / UPPER);
export const lowerHalf = (units: number): number => units - Math.floor(units / UPPER) * UPPER;

/** Moves what a lower half has grown beyond 32 bits to its upper half. */
export function carryAt(low: Float64Array | number[], high: Float64Array | number[], at: number): void {
  // Mostly there is nothing to carry, and a comparison costs less than a division.
  if (low[at] < UPPER) return;
  const over = Math.floor(low[at] / UPPER);
  low[at] -= over * UPPER;
  high[at] += over;
}

/**
 * Adds up int64 columns exactly without making a bigint per row: the halves are added as doubles, which stay exact
 * for 2^21 additions, and are folded before that.
 */
export class ExactSum {
  #high = 0;
  #low = 0;
  #count = 0;
  #folded = 0n;

  /** @param low the lower half, read as signed or unsigned 32 bit. @param high the upper half, signed. */
  add(low: number, high: number): void {
    this.#low += low >>> 0;
    this.#high += high;
    if (++this.#count === 1_048_576) this.#fold();
  }

  #fold(): void {
    this.#folded += joinHalves(this.#low, this.#high);
    this.#high = 0;
    this.#low = 0;
    this.#count = 0;
  }

  get total(): bigint {
    this.#fold();
    return this.#folded;
  }
}

/** The same for sums that are halves already, whose upper half is a double (`Sums`): each addition may be large. */
export class HalvesSum {
  #high = 0;
  #low = 0;

  add(low: number, high: number): void {
    this.#low += low;
    this.#high += high;
    if (this.#low >= UPPER) {
      this.#low -= UPPER;
      this.#high += 1;
    }
  }

  get total(): bigint {
    return joinHalves(this.#low, this.#high);
  }
}

/** The 32-bit halves of an int64 column, low first (every platform a browser runs on is little-endian). */
export function halves(column: BigInt64Array): Int32Array {
  return new Int32Array(column.buffer, column.byteOffset, column.length * 2);
}
