import type { Countries, CountryMapping } from '../domain/country';
import { weakMemo } from '../domain/memo';
import { countriesOf } from '../domain/referral-countries';
import type { LedgerReader } from './reader';

const known = weakMemo((ledger: LedgerReader) =>
  weakMemo(async (mapping: CountryMapping): Promise<Countries> => {
    const [{ figures }, names] = await Promise.all([ledger.figures([]), ledger.names()]);
    return countriesOf(
      figures.parties,
      figures.crowd,
      names.referrals,
      names.codes,
      mapping,
      names.countries,
    );
  }),
);

/** Every referral's country, for one state of what the user has told. */
export const readCountries = (ledger: LedgerReader, mapping: CountryMapping): Promise<Countries> =>
  known(ledger)(mapping);
