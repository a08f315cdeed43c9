import { ACCOUNTS } from './account';
import { type Countries, homeParties } from './country';
import { DAY_MS, firstDayOf, momentOf } from './day';
import type { Figures, Selection } from './metric';
import { HalvesSum } from './money';
import type { Span } from './period';
import { NOBODY, SLOTS_PER_DAY } from './rollup';

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

/** What each country brought in a span, the best first; not narrowed to a country. Those with nobody are left out. */
export function countryShares(
  figures: Figures,
  span: Span,
  select: Omit<Selection, 'among'>,
  countries: Countries,
): CountryShare[] {
  const { parties, crowd } = figures;
  const { list, of } = countries;
  const sums = list.map(() => new HalvesSum());
  const wanted = select.account ? ACCOUNTS.indexOf(select.account) : -1;
  for (const [month, { start, party, sum }] of figures.rollups) {
    const first = firstDayOf(month);
    const to = Math.min(span.to - first, 30);
    for (let day = Math.max(span.from - first, 0); day <= to; day++) {
      for (let account = 0; account < ACCOUNTS.length; account++) {
        if (wanted >= 0 && account !== wanted) continue;
        const slot = day * SLOTS_PER_DAY + account;
        for (let at = start[slot]; at < start[slot + 1]; at++) {
          const p = party[at];
          if (select.code !== undefined && parties.code[p] !== select.code) continue;
          const referral = parties.referral[p];
          sums[referral === NOBODY ? 0 : of[referral]].add(sum.low[at], sum.high[at]);
        }
      }
    }
  }
  const from = momentOf(span.from);
  const end = momentOf(span.to) + DAY_MS;
  const fresh = new Uint32Array(list.length);
  const all = new Uint32Array(list.length);
  const home = homeParties(parties, crowd);
  const registered = registrationsWith(figures, select.code);
  for (let referral = 0; referral < parties.referrals; referral++) {
    if (home[referral] < 0) continue;
    const moment = registered[referral];
    if (moment === undefined) continue;
    all[of[referral]]++;
    if (moment >= from && moment < end) fresh[of[referral]]++;
  }
  return list
    .map((country, i) => ({
      country,
      commission: sums[i].total,
      newReferrals: fresh[i],
      referrals: all[i],
    }))
    .filter(share => share.referrals > 0 || share.commission !== 0n)
    .sort((a, b) =>
      a.commission === b.commission ? b.referrals - a.referrals : a.commission < b.commission ? 1 : -1,
    );
}

/** Referral → its earliest registration with the code (NaN without one), undefined where it never had that code. */
function registrationsWith({ parties }: Figures, code: number | undefined): (number | undefined)[] {
  const of: (number | undefined)[] = new Array(parties.referrals);
  for (let p = 0; p < parties.referral.length; p++) {
    const referral = parties.referral[p];
    if (referral === NOBODY || (code !== undefined && parties.code[p] !== code)) continue;
    const moment = parties.registration[p];
    const known = of[referral];
    if (known === undefined || Number.isNaN(known) || moment < known) of[referral] = moment;
  }
  return of;
}
