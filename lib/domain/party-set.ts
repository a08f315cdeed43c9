import { ACCOUNTS } from './account';
import type { Parties } from './referral';
import { type Cells, NOBODY, type Rollup, SLOTS, SLOTS_PER_DAY } from './rollup';

/**
 * Parties that count, one bit each, and what rollups hold of them alone. The narrowed cells are kept: a filter that
 * stays while the period changes is worked out once a month.
 */
export class PartySet {
  #cells = new WeakMap<Rollup, Cells>();
  #daily = new WeakMap<Rollup, Uint32Array>();

  constructor(
    readonly bits: Uint32Array,
    private readonly parties: Parties,
  ) {}

  /** The set of the parties a test accepts. */
  static where(parties: Parties, accepts: (party: number) => boolean): PartySet {
    const bits = new Uint32Array((parties.referral.length + 31) >>> 5);
    for (let p = 0; p < parties.referral.length; p++) if (accepts(p)) bits[p >>> 5] |= 1 << (p & 31);
    return new PartySet(bits, parties);
  }

  has(party: number): boolean {
    return (this.bits[party >>> 5] & (1 << (party & 31))) !== 0;
  }

  cellsOf(rollup: Rollup): Cells {
    let cells = this.#cells.get(rollup);
    if (!cells) {
      cells = this.#narrow(rollup);
      this.#cells.set(rollup, cells);
    }
    return cells;
  }

  /** Distinct referrals with a commission, per `(day * ACCOUNTS + account)`: `Rollup.daily` of these parties alone. */
  dailyOf(rollup: Rollup): Uint32Array {
    let daily = this.#daily.get(rollup);
    if (!daily) {
      daily = this.#countDaily(rollup);
      this.#daily.set(rollup, daily);
    }
    return daily;
  }

  #countDaily({ start, party }: Rollup): Uint32Array {
    const { bits } = this;
    const { referral } = this.parties;
    const daily = new Uint32Array(31 * ACCOUNTS.length);
    // Which slot has counted a referral last: a slot's parties stand together.
    const seen = new Int16Array(this.parties.referrals).fill(-1);
    for (let i = 0; i < daily.length; i++) {
      const slot = Math.floor(i / ACCOUNTS.length) * SLOTS_PER_DAY + (i % ACCOUNTS.length);
      for (let at = start[slot]; at < start[slot + 1]; at++) {
        const p = party[at];
        if (!(bits[p >>> 5] & (1 << (p & 31)))) continue;
        const r = referral[p];
        if (r === NOBODY || seen[r] === i) continue;
        seen[r] = i;
        daily[i]++;
      }
    }
    return daily;
  }

  #narrow({ start, party, sum, odd }: Rollup): Cells {
    const { bits } = this;
    const codeOfParty = this.parties.code;
    const slots: number[] = [];
    const codes: number[] = [];
    const lows: number[] = [];
    const highs: number[] = [];
    const unpriced: number[] = [];
    const oddPair = odd?.pair ?? new Uint32Array(0);
    let nextOdd = 0;
    for (let slot = 0; slot < SLOTS; slot++) {
      // Most slots hold a handful of codes: a short list is searched faster than a map is filled.
      const begin = slots.length;
      for (let at = start[slot]; at < start[slot + 1]; at++) {
        const p = party[at];
        if (!(bits[p >>> 5] & (1 << (p & 31)))) continue;
        const code = codeOfParty[p];
        let cell = begin;
        while (cell < codes.length && codes[cell] !== code) cell++;
        if (cell === codes.length) {
          slots.push(slot);
          codes.push(code);
          lows.push(0);
          highs.push(0);
          unpriced.push(0);
        }
        lows[cell] += sum.low[at];
        highs[cell] += sum.high[at];
        while (nextOdd < oddPair.length && oddPair[nextOdd] < at) nextOdd++;
        if (oddPair[nextOdd] === at) unpriced[cell] += odd!.unpriced[nextOdd];
      }
      for (let cell = begin; cell < codes.length; cell++) {
        const carry = Math.floor(lows[cell] / 4_294_967_296);
        lows[cell] -= carry * 4_294_967_296;
        highs[cell] += carry;
      }
    }
    return {
      slot: Uint16Array.from(slots),
      code: Uint32Array.from(codes),
      sum: { low: Uint32Array.from(lows), high: Float64Array.from(highs) },
      unpriced: Uint32Array.from(unpriced),
    };
  }
}
