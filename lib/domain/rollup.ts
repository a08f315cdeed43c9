import { ACCOUNTS } from './account';
import { type Columns, KINDS } from './commission';
import { DAY_MS, type Day, firstDayOf, type Month } from './day';
import { ExactSum, halves, UNPRICED_HIGH, UNPRICED_LOW } from './money';

/** A slot is one day of the month, one kind, one account: `(day * KINDS + kind) * ACCOUNTS + account`. */
export const SLOTS_PER_DAY = KINDS.length * ACCOUNTS.length;
export const SLOTS = 31 * SLOTS_PER_DAY;

/** Exact sums as halves: `high * 2^32 + low`. The high half is a double, so no sum of int64 rows can overflow it. */
export interface Sums {
  low: Uint32Array;
  high: Float64Array;
}

/** Sums per slot and code, ordered by slot. They leave unpriced rows out and count them. */
export interface Cells {
  slot: Uint16Array;
  code: Uint32Array;
  sum: Sums;
  unpriced: Uint32Array;
}

/**
 * What screens read instead of rows: the sums of one month. Its size depends on referrals and days, not on rows.
 */
export interface Rollup {
  month: Month;
  rows: number;
  cells: Cells;
  /** Per slot and party: parties of slot s are `party[start[s]]` to `party[start[s + 1]]`. */
  start: Uint32Array;
  party: Uint32Array;
  sum: Sums;
  /** Which entries of `party` have unpriced rows, ascending, and how many. Rollups before 0.2 have none: see reader. */
  odd?: { pair: Uint32Array; unpriced: Uint32Array };
  /** Per account one bit a party: whether it has a commission in the month. */
  traders: Uint32Array[];
  /** Distinct referrals with a commission, per `(day * ACCOUNTS + account)`. */
  daily: Uint32Array;
}

/** What a rollup needs to know of the source's dictionary. */
export interface Lookup {
  accountOfType: Uint8Array;
  kindOfType: Uint8Array;
  codeOfParty: Uint32Array;
  referralOfParty: Uint32Array;
}

/** The referral of rows that name nobody: their money counts, but they are no referral. */
export const NOBODY = 0xffffffff;

interface Pairs {
  slot: Uint16Array;
  party: Uint32Array;
  low: Float64Array;
  high: Float64Array;
  rows: number;
  unpriced: Uint32Array;
  count: number;
}

/** Groups rows by slot and party with an open-addressing table; the sums are kept as exact halves. */
function pairsOf(parts: Columns[], lookup: Lookup, until: number): Pairs {
  const rows = parts.reduce((n, c) => n + c.time.length, 0);
  let size = 16;
  while (size < rows * 2) size *= 2;
  const mask = size - 1;
  const table = new Int32Array(size).fill(-1);
  const pairs: Pairs = {
    slot: new Uint16Array(rows),
    party: new Uint32Array(rows),
    low: new Float64Array(rows),
    high: new Float64Array(rows),
    rows: 0,
    unpriced: new Uint32Array(rows),
    count: 0,
  };
  for (const c of parts) {
    const value = halves(c.value);
    for (let i = 0; i < c.time.length; i++) {
      if (c.time[i] >= until) continue;
      const type = c.type[i];
      const day = Math.floor(c.time[i] / DAY_MS);
      const slot =
        (day * KINDS.length + lookup.kindOfType[type]) * ACCOUNTS.length + lookup.accountOfType[type];
      const party = c.party[i];
      let at = (Math.imul(party, 0x9e3779b1) ^ Math.imul(slot, 0x85ebca6b)) >>> 7;
      let pair: number;
      for (;;) {
        at &= mask;
        pair = table[at];
        if (pair < 0) {
          pair = pairs.count++;
          table[at] = pair;
          pairs.slot[pair] = slot;
          pairs.party[pair] = party;
          break;
        }
        if (pairs.party[pair] === party && pairs.slot[pair] === slot) break;
        at++;
      }
      pairs.rows++;
      const low = value[2 * i];
      const high = value[2 * i + 1];
      if (high === UNPRICED_HIGH && low === UNPRICED_LOW) {
        pairs.unpriced[pair]++;
      } else {
        pairs.low[pair] += low >>> 0;
        pairs.high[pair] += high;
      }
    }
  }
  for (let i = 0; i < pairs.count; i++) {
    const carry = Math.floor(pairs.low[i] / 4_294_967_296);
    pairs.low[i] -= carry * 4_294_967_296;
    pairs.high[i] += carry;
  }
  return pairs;
}

/** Positions of the pairs in order of slot. */
function orderBySlot(pairs: Pairs): { order: Uint32Array; start: Uint32Array } {
  const start = new Uint32Array(SLOTS + 1);
  for (let i = 0; i < pairs.count; i++) start[pairs.slot[i] + 1]++;
  for (let s = 0; s < SLOTS; s++) start[s + 1] += start[s];
  const next = start.slice();
  const order = new Uint32Array(pairs.count);
  for (let i = 0; i < pairs.count; i++) order[next[pairs.slot[i]]++] = i;
  return { order, start };
}

function cellsOf(pairs: Pairs, order: Uint32Array, start: Uint32Array, lookup: Lookup): Cells {
  const slot: number[] = [];
  const code: number[] = [];
  const low: number[] = [];
  const high: number[] = [];
  const unpriced: number[] = [];
  for (let s = 0; s < SLOTS; s++) {
    if (start[s] === start[s + 1]) continue;
    const byCode = new Map<number, { low: number; high: number; unpriced: number }>();
    for (let at = start[s]; at < start[s + 1]; at++) {
      const pair = order[at];
      const key = lookup.codeOfParty[pairs.party[pair]];
      let cell = byCode.get(key);
      if (!cell) {
        cell = { low: 0, high: 0, unpriced: 0 };
        byCode.set(key, cell);
      }
      cell.low += pairs.low[pair];
      cell.high += pairs.high[pair];
      cell.unpriced += pairs.unpriced[pair];
    }
    for (const [key, cell] of byCode) {
      slot.push(s);
      code.push(key);
      const carry = Math.floor(cell.low / 4_294_967_296);
      low.push(cell.low - carry * 4_294_967_296);
      high.push(cell.high + carry);
      unpriced.push(cell.unpriced);
    }
  }
  return {
    slot: Uint16Array.from(slot),
    code: Uint32Array.from(code),
    sum: { low: Uint32Array.from(low), high: Float64Array.from(high) },
    unpriced: Uint32Array.from(unpriced),
  };
}

/**
 * Sums a month's rows.
 * @param until only rows before this many ms after the month's begin: for the part of a day that a comparison needs.
 */
export function rollUp(
  month: Month,
  parts: Columns[],
  lookup: Lookup,
  until = Number.POSITIVE_INFINITY,
): Rollup {
  const pairs = pairsOf(parts, lookup, until);
  const { order, start } = orderBySlot(pairs);
  const party = new Uint32Array(pairs.count);
  const sum: Sums = { low: new Uint32Array(pairs.count), high: new Float64Array(pairs.count) };
  const odd: { at: number; unpriced: number }[] = [];
  for (let at = 0; at < order.length; at++) {
    const pair = order[at];
    party[at] = pairs.party[pair];
    if (pairs.unpriced[pair] > 0) odd.push({ at, unpriced: pairs.unpriced[pair] });
    sum.low[at] = pairs.low[pair];
    sum.high[at] = pairs.high[pair];
  }
  const referrals = lookup.referralOfParty.length;
  const daily = new Uint32Array(31 * ACCOUNTS.length);
  const traders = ACCOUNTS.map((_, account) => {
    const bits = new Uint32Array((lookup.referralOfParty.length + 31) >>> 5);
    const seenOn = new Int8Array(referrals).fill(-1);
    for (let day = 0; day < 31; day++) {
      const slot = day * SLOTS_PER_DAY + account;
      for (let at = start[slot]; at < start[slot + 1]; at++) {
        bits[party[at] >>> 5] |= 1 << (party[at] & 31);
        const referral = lookup.referralOfParty[party[at]];
        if (referral !== NOBODY && seenOn[referral] !== day) {
          seenOn[referral] = day;
          daily[day * ACCOUNTS.length + account]++;
        }
      }
    }
    return bits;
  });
  return {
    month,
    rows: pairs.rows,
    cells: cellsOf(pairs, order, start, lookup),
    start,
    party,
    sum,
    odd: {
      pair: Uint32Array.from(odd, entry => entry.at),
      unpriced: Uint32Array.from(odd, entry => entry.unpriced),
    },
    traders,
    daily,
  };
}

/** The account of a slot, its kind and its day as a position in `ACCOUNTS`, `KINDS` and the month. */
export const accountOfSlot = (slot: number) => slot % ACCOUNTS.length;
export const kindOfSlot = (slot: number) => Math.floor(slot / ACCOUNTS.length) % KINDS.length;
export const dayOfSlot = (slot: number) => Math.floor(slot / SLOTS_PER_DAY);

/** Commission per day of the month (all accounts and codes), for the series the popup paints first. */
export function dailyCommission(rollup: Rollup): { day: Day; sum: bigint; unpriced: number }[] {
  const days = new Map<number, { sum: ExactSum; unpriced: number }>();
  const { slot, sum, unpriced } = rollup.cells;
  for (let i = 0; i < slot.length; i++) {
    if (kindOfSlot(slot[i]) !== 0) continue;
    const day = dayOfSlot(slot[i]);
    const entry = days.get(day) ?? { sum: new ExactSum(), unpriced: 0 };
    entry.sum.add(sum.low[i], sum.high[i]);
    entry.unpriced += unpriced[i];
    days.set(day, entry);
  }
  const first = firstDayOf(rollup.month);
  return [...days].map(([day, e]) => ({ day: first + day, sum: e.sum.total, unpriced: e.unpriced }));
}
