import { type Countries, type CountryMapping, countriesOf } from '../domain/country';
import type { LedgerReader } from './reader';

const known = new WeakMap<LedgerReader, { mapping: CountryMapping; found: Promise<Countries> }>();

/** Every referral's country, for one state of what the user has told. */
export function readCountries(ledger: LedgerReader, mapping: CountryMapping): Promise<Countries> {
  const kept = known.get(ledger);
  if (kept?.mapping === mapping) return kept.found;
  const found = findCountries(ledger, mapping);
  known.set(ledger, { mapping, found });
  return found;
}

async function findCountries(ledger: LedgerReader, mapping: CountryMapping): Promise<Countries> {
  const [{ figures }, names] = await Promise.all([ledger.figures([]), ledger.names()]);
  return countriesOf(figures.parties, figures.crowd, names.referrals, names.codes, mapping, names.countries);
}
