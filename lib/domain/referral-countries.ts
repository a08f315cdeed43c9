import { type Countries, type CountryMapping, UNKNOWN } from './country';
import { type Crowd, isEarlier, type Parties } from './referral';
import { NOBODY } from './rollup';

/**
 * The country of each referral: what the user says of it, else what the source says, else the country of the code it
 * registered with, else unknown. No export of Binance has countries (docs/facts/binance.md §0).
 * @param ids referral → id
 * @param given referral → country as the source has it; absent where a source has no countries
 */
export function countriesOf(
  parties: Parties,
  crowd: Crowd,
  ids: readonly string[],
  codes: readonly string[],
  mapping: CountryMapping,
  given?: readonly string[],
): Countries {
  const list = [UNKNOWN];
  const positions = new Map([[UNKNOWN, 0]]);
  const position = (country: string) => {
    let at = positions.get(country);
    if (at === undefined) {
      at = list.push(country) - 1;
      positions.set(country, at);
    }
    return at;
  };
  const ofCode = codes.map(code => mapping.byCode.get(code));
  const of = new Uint16Array(parties.referrals);
  const home = homeParties(parties, crowd);
  for (let referral = 0; referral < of.length; referral++) {
    const country =
      mapping.byReferral.get(ids[referral]) ??
      given?.[referral] ??
      (home[referral] < 0 ? undefined : ofCode[parties.code[home[referral]]]);
    if (country) of[referral] = position(country);
  }
  return { list, of };
}

/** Referral → the party it registered as: of the earliest registration, else commission; -1 for none. */
export function homeParties(parties: Parties, crowd: Crowd): Int32Array {
  const home = crowd.earliest.slice();
  for (let p = 0; p < parties.referral.length; p++) {
    const referral = parties.referral[p];
    if (referral === NOBODY || crowd.earliest[referral] >= 0) continue;
    if (isEarlier(parties, p, home[referral])) home[referral] = p;
  }
  return home;
}
