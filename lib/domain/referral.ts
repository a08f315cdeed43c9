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

/** How many of the ascending moments are before `moment`. */
export function countBefore(moments: Float64Array, moment: number): number {
  let low = 0;
  let high = moments.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (moments[middle] < moment) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** How parties make up referrals, as bits and short lists, so that sets of parties can be counted as referrals. */
export interface Crowd {
  /** One bit a party: it names a referral. */
  named: Uint32Array;
  /** Parties of referrals that have an earlier party too, in pairs: the party, that first one. */
  later: Uint32Array;
  /** Referral → the party with its earliest registration, -1 where none has one. */
  earliest: Int32Array;
  /** Referrals by the moment they came: their parties with the earliest registration, ascending by it. */
  arrivals: { moment: Float64Array; party: Uint32Array };
}

export function crowdOf(parties: Parties): Crowd {
  const first = new Int32Array(parties.referrals).fill(-1);
  const named = new Uint32Array((parties.referral.length + 31) >>> 5);
  const later: number[] = [];
  const earliest = new Int32Array(parties.referrals).fill(-1);
  for (let p = 0; p < parties.referral.length; p++) {
    const referral = parties.referral[p];
    if (referral === NOBODY) continue;
    named[p >>> 5] |= 1 << (p & 31);
    if (first[referral] < 0) first[referral] = p;
    else later.push(p, first[referral]);
    const moment = parties.registration[p];
    const best = earliest[referral];
    if (!Number.isNaN(moment) && (best < 0 || moment < parties.registration[best])) earliest[referral] = p;
  }
  const came = earliest.filter(p => p >= 0).sort((a, b) => parties.registration[a] - parties.registration[b]);
  return {
    named,
    later: Uint32Array.from(later),
    earliest,
    arrivals: {
      moment: Float64Array.from(came, p => parties.registration[p]),
      party: Uint32Array.from(came),
    },
  };
}

/** How many referrals a set of parties is. Narrows `bits` to the parties `among`, and changes it. */
export function countReferrals(bits: Uint32Array, crowd: Crowd, among?: Uint32Array): number {
  for (let word = 0; word < bits.length; word++) bits[word] &= crowd.named[word];
  if (among) for (let word = 0; word < bits.length; word++) bits[word] &= among[word];
  const { later } = crowd;
  for (let i = 0; i < later.length; i += 2) {
    const p = later[i];
    if (!(bits[p >>> 5] & (1 << (p & 31)))) continue;
    bits[p >>> 5] &= ~(1 << (p & 31));
    bits[later[i + 1] >>> 5] |= 1 << (later[i + 1] & 31);
  }
  let count = 0;
  for (let word = 0; word < bits.length; word++) {
    let v = bits[word];
    v -= (v >>> 1) & 0x55555555;
    v = (v & 0x33333333) + ((v >>> 2) & 0x33333333);
    count += Math.imul((v + (v >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
  }
  return count;
}
