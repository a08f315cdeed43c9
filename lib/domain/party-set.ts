import { ACCOUNTS } from './account';
import { hasBit, noBits, setBit } from './bits';
import { weakMemo } from './memo';
import type { Parties } from './referral';
import { type Cells, cellsOf, NOBODY, type Rollup, slotsOf } from './rollup';

/**
 * Parties that count, one bit each, and what rollups hold of them alone. The narrowed cells are kept: a filter that
 * stays while the period changes is worked out once a month.
 */
export class PartySet {
  constructor(
    readonly bits: Uint32Array,
    readonly parties: Parties,
  ) {}

  /** The set of the parties a test accepts. */
  static where(parties: Parties, accepts: (party: number) => boolean): PartySet {
    const bits = noBits(parties.referral.length);
    for (let p = 0; p < parties.referral.length; p++) if (accepts(p)) setBit(bits, p);
    return new PartySet(bits, parties);
  }

  has(party: number): boolean {
    return hasBit(this.bits, party);
  }

  readonly cellsOf = weakMemo((rollup: Rollup): Cells => cellsOf(rollup, this.parties.code, this.bits));

  /** Distinct referrals with a commission, per `(day * ACCOUNTS + account)`: `Rollup.daily` of these parties alone. */
  readonly dailyOf = weakMemo((rollup: Rollup): Uint32Array => this.#countDaily(rollup));

  #countDaily({ start, party }: Rollup): Uint32Array {
    const { bits } = this;
    const { referral } = this.parties;
    const daily = new Uint32Array(31 * ACCOUNTS.length);
    // Which slot has counted a referral last: a slot's parties stand together.
    const seen = new Int16Array(this.parties.referrals).fill(-1);
    for (const [i, slot] of slotsOf('commission').entries()) {
      for (let at = start[slot]; at < start[slot + 1]; at++) {
        const p = party[at];
        if (!hasBit(bits, p)) continue;
        const r = referral[p];
        if (r === NOBODY || seen[r] === i) continue;
        seen[r] = i;
        daily[i]++;
      }
    }
    return daily;
  }
}
