import type { CountryMapping } from '../domain/country';
import { type CountryShare, countryShares } from '../domain/country-share';
import type { Filter } from '../domain/filter';
import { readCountries } from './countries';
import type { LedgerReader } from './reader';
import { scopeOf } from './scope';
import { readWithin } from './within';

export interface CountryBreakdown {
  /** Undefined where neither the source nor the user names any country: then there is nothing to show, not zeros. */
  shares?: CountryShare[];
}

/** Always the same, so that nothing is drawn again. */
const UNTOLD: CountryBreakdown = {};

/** Commission by country for a filter, not narrowed to its own country. @returns nothing where nobody would see it. */
export async function readCountryPanel(
  ledger: LedgerReader,
  filter: Filter,
  now: number,
  mapping: CountryMapping,
  inSight: boolean,
): Promise<CountryBreakdown | undefined> {
  if (!ledger.book) return UNTOLD;
  const told = mapping.byReferral.size + mapping.byCode.size > 0 || ledger.book.id === 'demo';
  // Reading every id is dear, and pointless where nobody has named a country.
  if (!told) return UNTOLD;
  if (!inSight) return undefined;
  const { span } = scopeOf(ledger, filter, now);
  const countries = await readCountries(ledger, mapping);
  const { figures } = await ledger.figures([], { ...filter, country: undefined });
  if (!countries.of.some(position => position !== 0)) return UNTOLD;
  const within = await readWithin(ledger, span, filter);
  return { shares: countryShares(within, figures.registrations, span, countries) };
}
