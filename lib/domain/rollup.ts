import { ACCOUNTS, type Account } from './account';
import { hasBit, noBits, setBit } from './bits';
import { type Columns, KINDS, type Kind } from './commission';
import { DAY_MS, type Month } from './day';
import { carryAt, halves, type Sums, UNPRICED_HIGH, UNPRICED_LOW } from './money';

/** A slot is one day of the month, one kind, one account: `(day * KINDS + kind) * ACCOUNTS + account`. */
export const SLOTS_PER_DAY = KINDS.length * ACCOUNTS.length;
export const SLOTS = 31 * SLOTS_PER_DAY;

/** @param day of the month, from 0. @param kind, account positions in `KINDS` and `ACCOUNTS`. */
export const slotOf = (day: number, kind: number, account: number): number =>
  (day * KINDS.length + kind) * ACCOUNTS.length + account;
export const accountOfSlot = (slot: number) => slot % ACCOUNTS.length;
export const kindOfSlot = (slot: number) => Math.floor(slot / ACCOUNTS.length) % KINDS.length;
export const dayOfSlot = (slot: number) => Math.floor(slot / SLOTS_PER_DAY);

/** The slots of a kind that what a filter says of rows leaves, in order. @param from, to days of the month, both included. */
export function slotsOf(kind: Kind, { account }: { account?: Account } = {}, from = 0, to = 30): number[] {
  const slots: number[] = [];
  const position = KINDS.indexOf(kind);
  for (let day = from; day <= to; day++) {
    for (let a = 0; a < ACCOUNTS.length; a++) {
      if (account === undefined || ACCOUNTS[a] === account) slots.push(slotOf(day, position, a));
    }
  }
  return slots;
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
      const slot = slotOf(day, lookup.kindOfType[type], lookup.accountOfType[type]);
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
  for (let i = 0; i < pairs.count; i++) carryAt(pairs.low, pairs.high, i);
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

/** The sums of a rollup's pairs by slot and code. @param only one bit a party: the others are left out. */
export function cellsOf(
  { start, party, sum, odd }: Pick<Rollup, 'start' | 'party' | 'sum' | 'odd'>,
  codeOfParty: Uint32Array,
  only?: Uint32Array,
): Cells {
  const slots: number[] = [];
  const codes: number[] = [];
  const low: number[] = [];
  const high: number[] = [];
  const unpriced: number[] = [];
  // Code → its last cell: one of this slot, unless it lies before where the slot begins.
  const lastOf: number[] = [];
  let nextOdd = 0;
  for (let slot = 0; slot < SLOTS; slot++) {
    const begin = slots.length;
    for (let at = start[slot]; at < start[slot + 1]; at++) {
      const p = party[at];
      if (only && !hasBit(only, p)) continue;
      const code = codeOfParty[p];
      let cell = lastOf[code];
      if (cell === undefined || cell < begin) {
        cell = slots.push(slot) - 1;
        lastOf[code] = cell;
        codes.push(code);
        low.push(0);
        high.push(0);
        unpriced.push(0);
      }
      low[cell] += sum.low[at];
      high[cell] += sum.high[at];
      if (!odd) continue;
      while (odd.pair[nextOdd] < at) nextOdd++;
      if (odd.pair[nextOdd] === at) unpriced[cell] += odd.unpriced[nextOdd];
    }
    for (let cell = begin; cell < slots.length; cell++) carryAt(low, high, cell);
  }
  return {
    slot: Uint16Array.from(slots),
    code: Uint32Array.from(codes),
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
  const unpriced: { at: number; unpriced: number }[] = [];
  for (let at = 0; at < order.length; at++) {
    const pair = order[at];
    party[at] = pairs.party[pair];
    if (pairs.unpriced[pair] > 0) unpriced.push({ at, unpriced: pairs.unpriced[pair] });
    sum.low[at] = pairs.low[pair];
    sum.high[at] = pairs.high[pair];
  }
  const odd = {
    pair: Uint32Array.from(unpriced, entry => entry.at),
    unpriced: Uint32Array.from(unpriced, entry => entry.unpriced),
  };
  const referrals = lookup.referralOfParty.length;
  const daily = new Uint32Array(31 * ACCOUNTS.length);
  const traders = ACCOUNTS.map((account, a) => {
    const bits = noBits(referrals);
    const seenOn = new Int8Array(referrals).fill(-1);
    for (const slot of slotsOf('commission', { account })) {
      const day = dayOfSlot(slot);
      for (let at = start[slot]; at < start[slot + 1]; at++) {
        setBit(bits, party[at]);
        const referral = lookup.referralOfParty[party[at]];
        if (referral !== NOBODY && seenOn[referral] !== day) {
          seenOn[referral] = day;
          daily[day * ACCOUNTS.length + a]++;
        }
      }
    }
    return bits;
  });
  return {
    month,
    rows: pairs.rows,
    cells: cellsOf({ start, party, sum, odd }, lookup.codeOfParty),
    start,
    party,
    sum,
    odd,
    traders,
    daily,
  };
}
