import type { Month } from './day';
import { halves, UNPRICED } from './money';

/** What a row is: income, the affiliate's own discount (never income), or a bonus. The order is stored. */
export const KINDS = ['commission', 'kickback', 'bonus'] as const;
export type Kind = (typeof KINDS)[number];

/**
 * Commissions of one month as columns of equal length. `party`, `type` and `asset` are positions in the source's
 * dictionary; `time` is milliseconds since the month began (a month has less than 2^32 of them); `amount` is in
 * 1e-8 of the asset; `value` in 1e-8 of the reporting currency or UNPRICED.
 */
export interface Columns {
  time: Uint32Array;
  party: Uint32Array;
  type: Uint16Array;
  asset: Uint16Array;
  amount: BigInt64Array;
  value: BigInt64Array;
}

export function emptyColumns(length: number): Columns {
  return {
    time: new Uint32Array(length),
    party: new Uint32Array(length),
    type: new Uint16Array(length),
    asset: new Uint16Array(length),
    amount: new BigInt64Array(length),
    value: new BigInt64Array(length),
  };
}

export function sliceColumns(c: Columns, from: number, to: number): Columns {
  return {
    time: c.time.slice(from, to),
    party: c.party.slice(from, to),
    type: c.type.slice(from, to),
    asset: c.asset.slice(from, to),
    amount: c.amount.slice(from, to),
    value: c.value.slice(from, to),
  };
}

/** Rows `from` to `to` (not included) where they are, without copying. */
export const viewOfColumns = (c: Columns, from: number, to: number): Columns => ({
  time: c.time.subarray(from, to),
  party: c.party.subarray(from, to),
  type: c.type.subarray(from, to),
  asset: c.asset.subarray(from, to),
  amount: c.amount.subarray(from, to),
  value: c.value.subarray(from, to),
});

export function joinColumns(parts: Columns[]): Columns {
  if (parts.length === 1) return parts[0];
  const joined = emptyColumns(parts.reduce((n, p) => n + p.time.length, 0));
  let at = 0;
  for (const part of parts) {
    joined.time.set(part.time, at);
    joined.party.set(part.party, at);
    joined.type.set(part.type, at);
    joined.asset.set(part.asset, at);
    joined.amount.set(part.amount, at);
    joined.value.set(part.value, at);
    at += part.time.length;
  }
  return joined;
}

/** The same rows without their values: those come from prices, which may have been missing the last time. */
export function withoutValues(columns: Columns): Columns {
  return { ...columns, value: new BigInt64Array(columns.time.length).fill(UNPRICED) };
}

/** The rows at `order`, in that order. */
export function pickColumns(c: Columns, order: Uint32Array): Columns {
  const picked = emptyColumns(order.length);
  // Halves, because reading an int64 as a bigint allocates one per row.
  const [amount, value] = [halves(c.amount), halves(c.value)];
  const [toAmount, toValue] = [halves(picked.amount), halves(picked.value)];
  for (let i = 0; i < order.length; i++) {
    const row = order[i];
    picked.time[i] = c.time[row];
    picked.party[i] = c.party[row];
    picked.type[i] = c.type[row];
    picked.asset[i] = c.asset[row];
    toAmount[2 * i] = amount[2 * row];
    toAmount[2 * i + 1] = amount[2 * row + 1];
    toValue[2 * i] = value[2 * row];
    toValue[2 * i + 1] = value[2 * row + 1];
  }
  return picked;
}

/** The rows oldest first. Rows of one moment keep their order. Returns the same columns if they are in order. */
export function sortByTime(c: Columns): Columns {
  const { time } = c;
  let sorted = true;
  for (let i = 1; i < time.length && sorted; i++) sorted = time[i - 1] <= time[i];
  if (sorted) return c;
  // One double holds moment and position (32 + 21 bits), so the native numeric sort does the work and is stable.
  const keys = new Float64Array(time.length);
  for (let i = 0; i < time.length; i++) keys[i] = time[i] * 2_097_152 + (i & 2_097_151);
  if (time.length > 2_097_152) {
    return pickColumns(
      c,
      Uint32Array.from(time.keys()).sort((a, b) => time[a] - time[b] || a - b),
    );
  }
  keys.sort();
  const order = new Uint32Array(time.length);
  for (let i = 0; i < time.length; i++) order[i] = keys[i] % 2_097_152;
  return pickColumns(c, order);
}

/** Commissions of one month while they are being read: columns that grow. */
export class MonthRows {
  length = 0;
  #columns: Columns;
  #amount: Int32Array;
  #value: Int32Array;

  constructor(
    readonly month: Month,
    capacity = 4096,
  ) {
    this.#columns = emptyColumns(capacity);
    this.#amount = new Int32Array(this.#columns.amount.buffer);
    this.#value = new Int32Array(this.#columns.value.buffer);
  }

  /** Amount and value come as 32-bit halves: a bigint per row would cost more than all the rest. */
  push(
    time: number,
    party: number,
    type: number,
    asset: number,
    amountLow: number,
    amountHigh: number,
    valueLow: number,
    valueHigh: number,
  ): void {
    if (this.length === this.#columns.time.length) this.#grow();
    const i = this.length++;
    const c = this.#columns;
    c.time[i] = time;
    c.party[i] = party;
    c.type[i] = type;
    c.asset[i] = asset;
    this.#amount[2 * i] = amountLow;
    this.#amount[2 * i + 1] = amountHigh;
    this.#value[2 * i] = valueLow;
    this.#value[2 * i + 1] = valueHigh;
  }

  /** Takes away the rows from a position on. */
  takeFrom(from: number): Columns {
    const taken = sliceColumns(this.#columns, from, this.length);
    this.length = from;
    return taken;
  }

  pushAll({ time, party, type, asset, amount, value }: Columns): void {
    const [amounts, values] = [halves(amount), halves(value)];
    for (let i = 0; i < time.length; i++) {
      const [low, high] = [2 * i, 2 * i + 1];
      this.push(time[i], party[i], type[i], asset[i], amounts[low], amounts[high], values[low], values[high]);
    }
  }

  #grow(): void {
    const grown = emptyColumns(this.#columns.time.length * 2);
    grown.time.set(this.#columns.time);
    grown.party.set(this.#columns.party);
    grown.type.set(this.#columns.type);
    grown.asset.set(this.#columns.asset);
    grown.amount.set(this.#columns.amount);
    grown.value.set(this.#columns.value);
    this.#columns = grown;
    this.#amount = new Int32Array(grown.amount.buffer);
    this.#value = new Int32Array(grown.value.buffer);
  }

  /** Views of what has been pushed, without copying; the next push may leave them behind. */
  columns(): Columns {
    return viewOfColumns(this.#columns, 0, this.length);
  }
}
