import { type Columns, joinColumns, pickColumns } from './commission';
import { halves } from './money';
import {
  type PairedOff,
  pairOff,
  type SamePayment,
  type Twin,
  withOneSpelling,
  withoutDetails,
} from './same-payment';

/**
 * Rows as a multiset: identical rows are separate payments, so what matters is how often each one occurs.
 * `groups[i]` is the number of row i's group; identical rows, and only they, share one.
 */
export interface Groups {
  of: Uint32Array;
  count: number;
}

/** Finds identical rows by an open-addressing table over all columns; nothing but equal columns makes rows equal. */
export function groupIdentical(c: Columns): Groups {
  const n = c.time.length;
  let size = 16;
  while (size < n * 2) size *= 2;
  const mask = size - 1;
  const slots = new Int32Array(size).fill(-1);
  const first = new Uint32Array(n);
  const of = new Uint32Array(n);
  const amount = halves(c.amount);
  const value = halves(c.value);
  const { time, party, type, asset } = c;
  let count = 0;

  for (let i = 0; i < n; i++) {
    let h = Math.imul(time[i], 0x9e3779b1) ^ Math.imul(party[i], 0x85ebca6b);
    h = Math.imul(h ^ (h >>> 15), 0xc2b2ae35) ^ (type[i] | (asset[i] << 16));
    h = Math.imul(h ^ (h >>> 13), 0x27d4eb2f) ^ amount[2 * i] ^ Math.imul(amount[2 * i + 1], 0x165667b1);
    h = Math.imul(h ^ (h >>> 16), 0x9e3779b1) ^ value[2 * i] ^ Math.imul(value[2 * i + 1], 0x85ebca6b);
    h = Math.imul(h ^ (h >>> 15), 0xc2b2ae35);
    let slot = (h ^ (h >>> 16)) & mask;
    for (;;) {
      const group = slots[slot];
      if (group < 0) {
        slots[slot] = count;
        first[count] = i;
        of[i] = count++;
        break;
      }
      const j = first[group];
      if (
        time[j] === time[i] &&
        party[j] === party[i] &&
        amount[2 * j] === amount[2 * i] &&
        amount[2 * j + 1] === amount[2 * i + 1] &&
        value[2 * j] === value[2 * i] &&
        value[2 * j + 1] === value[2 * i + 1] &&
        type[j] === type[i] &&
        asset[j] === asset[i]
      ) {
        of[i] = group;
        break;
      }
      slot = (slot + 1) & mask;
    }
  }
  return { of, count };
}

export interface Union {
  /** Positions in the incoming rows that the ledger did not have, in their order. */
  added: Uint32Array;
  /** How many incoming rows the ledger had already. */
  known: number;
  /** Positions in the stored rows that the incoming rows lack, of those at moments `speaksFor` accepts. */
  missing: Uint32Array;
  /** Stored rows and incoming ones that may tell what those lack (`PairedOff.sure`). */
  fuller: Twin[];
}

/**
 * The multiset union of what is stored and what comes in: of each row the larger of the two counts. The result is
 * the same whatever the order, the overlap or the number of imports.
 * @param speaksFor says of a moment (ms since the month began) whether the incoming rows claim to cover it.
 * @param same absent: all rows are spelt alike.
 */
export function unite(
  stored: Columns[],
  incoming: Columns,
  speaksFor: (time: number) => boolean,
  same?: SamePayment,
): Union {
  const old = stored.reduce((n, c) => n + c.time.length, 0);
  const all = joinColumns([...stored, incoming]);
  const { of, count } = groupIdentical(same ? withOneSpelling(all, same) : all);
  const left = new Uint32Array(count);
  for (let i = 0; i < old; i++) left[of[i]]++;
  const added: number[] = [];
  for (let i = old; i < of.length; i++) {
    const group = of[i];
    if (left[group] > 0) left[group]--;
    else added.push(i);
  }
  // What is still left of the stored rows was reported more often before than now.
  const lacking: number[] = [];
  for (let i = old - 1; i >= 0; i--) {
    const group = of[i];
    if (left[group] > 0) {
      left[group]--;
      lacking.push(i);
    }
  }
  lacking.reverse();
  const { twins, sure } = same ? twinsOf(all, lacking, added, same) : NO_TWINS;
  const isKnown = new Set(twins.flat());
  const fresh = isKnown.size > 0 ? added.filter(i => !isKnown.has(i)) : added;
  return {
    added: Uint32Array.from(fresh, i => i - old),
    known: incoming.time.length - fresh.length,
    missing: Uint32Array.from(lacking.filter(i => !isKnown.has(i) && speaksFor(all.time[i]))),
    fuller: sure.map(([kept, again]) => [kept, again - old]),
  };
}

const NO_TWINS: PairedOff = { twins: [], sure: [] };

/** Rows of two lists that are one payment, though one tells what the other lacks. */
function twinsOf(c: Columns, ones: number[], others: number[], same: SamePayment): PairedOff {
  if (ones.length === 0 || others.length === 0) return NO_TWINS;
  const both = Uint32Array.from([...ones, ...others]);
  const { of, count } = groupIdentical(withoutDetails(pickColumns(c, both), same));
  const meeting = Array.from({ length: count }, (): [number[], number[]] => [[], []]);
  for (const [i, row] of both.entries()) meeting[of[i]][i < ones.length ? 0 : 1].push(row);
  const pairs = meeting.flatMap(([a, b]) => (a.length > 0 && b.length > 0 ? pairOff(c, same, a, b) : []));
  return { twins: pairs.flatMap(({ twins }) => twins), sure: pairs.flatMap(({ sure }) => sure) };
}
