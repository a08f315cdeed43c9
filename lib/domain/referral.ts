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

/**
 * The registration of each referral: the earliest that any of its parties gives, NaN where none does.
 * @param only keeps the parties it accepts; a referral none of whose parties is kept is `undefined` (a hole).
 */
function registrations(parties: Parties, only?: (party: number) => boolean): (number | undefined)[] {
  const of: (number | undefined)[] = new Array(parties.referrals);
  for (let p = 0; p < parties.referral.length; p++) {
    const referral = parties.referral[p];
    if (referral === NOBODY || (only && !only(p))) continue;
    const moment = parties.registration[p];
    const known = of[referral];
    if (known === undefined || Number.isNaN(known) || moment < known) of[referral] = moment;
  }
  return of;
}

/** Referrals by registration: how many there are, and the moments of those that have one, ascending. */
export interface Registrations {
  count: number;
  moments: Float64Array;
}

export function registrationsOf(parties: Parties, only?: (party: number) => boolean): Registrations {
  const of = registrations(parties, only);
  let count = 0;
  const moments: number[] = [];
  for (const moment of of) {
    if (moment === undefined) continue;
    count++;
    if (!Number.isNaN(moment)) moments.push(moment);
  }
  return { count, moments: Float64Array.from(moments).sort() };
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
