import { countBits, intersectBits, noBits, setBit, takeBits } from './bits';
import { NOBODY } from './rollup';

/**
 * A party is a referral as one row names it: friend id, sub-account id, registration and code together. The numbers
 * of all parties of a source, as screens need them; the texts are stored apart.
 */
export interface Parties {
  /** Party → referral (a sub-account counts to its friend), or NOBODY. */
  referral: Uint32Array;
  /** Party → code. */
  code: Uint32Array;
  /** Party → registration in ms, NaN where the source has none. */
  registration: Float64Array;
  /** Party → moment of its earliest row, ms; Infinity where it has none. Absent in dictionaries of older versions. */
  since?: Float64Array;
  /** Number of referrals. */
  referrals: number;
}

/** A referral that does not count here. */
const OUTSIDE = -1;

/**
 * The registration of each referral: the earliest that any of its parties gives, NaN where none does.
 * @param only keeps the parties it accepts; a referral none of whose parties is kept is OUTSIDE.
 */
function registrations(parties: Parties, only?: (party: number) => boolean): Float64Array {
  const of = new Float64Array(parties.referrals).fill(OUTSIDE);
  for (let p = 0; p < parties.referral.length; p++) {
    const referral = parties.referral[p];
    if (referral === NOBODY || (only && !only(p))) continue;
    const moment = parties.registration[p];
    const known = of[referral];
    if (known === OUTSIDE || Number.isNaN(known) || moment < known) of[referral] = moment;
  }
  return of;
}

/** Referrals by registration: how many there are, and the moments of those that have one, ascending. */
export interface Registrations {
  count: number;
  moments: Float64Array;
  /** Referral → its registration, NaN where none is known; -1 for a referral that does not count. */
  of: Float64Array;
}

export function registrationsOf(parties: Parties, only?: (party: number) => boolean): Registrations {
  const of = registrations(parties, only);
  let count = 0;
  const moments: number[] = [];
  for (const moment of of) {
    if (moment === OUTSIDE) continue;
    count++;
    if (!Number.isNaN(moment)) moments.push(moment);
  }
  return { count, moments: Float64Array.from(moments).sort(), of };
}

/** How parties make up referrals, as bits and short lists, so that sets of parties can be counted as referrals. */
export interface Crowd {
  /** One bit a party: it names a referral. */
  named: Uint32Array;
  /** One bit a party: its referral has an earlier party too. */
  later: Uint32Array;
  /** Party → the first party of its referral. */
  first: Uint32Array;
  /** Referral → the party with its earliest registration, -1 where none has one. */
  earliest: Int32Array;
  /** Referrals by the moment they came: their parties with the earliest registration, ascending by it. */
  arrivals: { moment: Float64Array; party: Uint32Array };
}

/**
 * Whether a party stands for when its referral came rather than another, -1 for none: by registration, and where both
 * have the same, as under two codes, by the earliest commission.
 */
export function isEarlier({ registration, since }: Parties, p: number, other: number): boolean {
  if (other < 0) return true;
  const [a, b] = [registration[p], registration[other]];
  const isAlike = a === b || (Number.isNaN(a) && Number.isNaN(b));
  return isAlike ? since !== undefined && since[p] < since[other] : a < b;
}

export function crowdOf(parties: Parties): Crowd {
  const firstOf = new Int32Array(parties.referrals).fill(-1);
  const first = new Uint32Array(parties.referral.length);
  const named = noBits(parties.referral.length);
  const later = noBits(parties.referral.length);
  const earliest = new Int32Array(parties.referrals).fill(-1);
  for (let p = 0; p < parties.referral.length; p++) {
    const referral = parties.referral[p];
    if (referral === NOBODY) continue;
    setBit(named, p);
    if (firstOf[referral] < 0) firstOf[referral] = p;
    else setBit(later, p);
    first[p] = firstOf[referral];
    const moment = parties.registration[p];
    if (!Number.isNaN(moment) && isEarlier(parties, p, earliest[referral])) earliest[referral] = p;
  }
  const came = earliest.filter(p => p >= 0).sort((a, b) => parties.registration[a] - parties.registration[b]);
  return {
    named,
    later,
    first,
    earliest,
    arrivals: {
      moment: Float64Array.from(came, p => parties.registration[p]),
      party: Uint32Array.from(came),
    },
  };
}

/** How many referrals a set of parties is. Narrows `bits` to the parties `among`, and changes it. */
export function countReferrals(bits: Uint32Array, crowd: Crowd, among?: Uint32Array): number {
  intersectBits(bits, crowd.named);
  if (among) intersectBits(bits, among);
  takeBits(bits, crowd.later, party => setBit(bits, crowd.first[party]));
  return countBits(bits);
}
