import type { Countries } from './country';
import { DAY_MS, momentOf } from './day';
import type { Span } from './period';
import type { Registrations } from './referral';
import { type PerReferral, unitsOf } from './referral-table';

export interface CountryShare {
  /** ISO code, or UNKNOWN. */
  country: string;
  /** 1e-8 units. */
  commission: bigint;
  /** Referrals registered in the span. */
  newReferrals: number;
  /** Every known referral of the country, whenever it registered. */
  referrals: number;
}

/**
 * What each country brought in a span, the best first. Those with nobody are left out.
 * @param within what each referral brought in it (`withinSpan`), rows of nobody last: they are unknown.
 * @param registrations of all referrals that count, whatever their country.
 */
export function countryShares(
  within: PerReferral,
  registrations: Registrations,
  span: Span,
  { list, of }: Countries,
): CountryShare[] {
  // Halves of thousands of referrals add up to less than 2^53: they are joined once, at the end.
  const low = new Float64Array(list.length);
  const high = new Float64Array(list.length);
  const fresh = new Uint32Array(list.length);
  const all = new Uint32Array(list.length);
  const from = momentOf(span.from);
  const end = momentOf(span.to) + DAY_MS;
  for (let referral = 0; referral < within.seen.length; referral++) {
    const country = referral < of.length ? of[referral] : 0;
    low[country] += within.low[referral];
    high[country] += within.high[referral];
    if (referral >= of.length) continue;
    const moment = registrations.of[referral];
    if (moment === -1) continue;
    all[country]++;
    if (moment >= from && moment < end) fresh[country]++;
  }
  return list
    .map((country, i) => ({
      country,
      commission: unitsOf({ low, high }, i),
      newReferrals: fresh[i],
      referrals: all[i],
    }))
    .filter(share => share.referrals > 0 || share.commission !== 0n)
    .sort((a, b) => {
      if (a.commission !== b.commission) return a.commission < b.commission ? 1 : -1;
      return b.referrals - a.referrals;
    });
}
