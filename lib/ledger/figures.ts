import type { Selection } from '../domain/cells';
import type { CountryMapping } from '../domain/country';
import type { Figures } from '../domain/metric';
import type { Narrowing } from '../domain/narrowing';
import type { Span } from '../domain/period';
import { readCountries } from './countries';
import type { LedgerReader } from './reader';

/**
 * What figures over these spans are computed from, narrowed to what a filter leaves.
 * @param mapping what the user has told of countries.
 */
export async function readFigures(
  ledger: LedgerReader,
  spans: Span[],
  narrowing: Narrowing,
  mapping: CountryMapping,
): Promise<{ figures: Figures; select: Selection }> {
  // Reading every id takes a while, so only a filter that needs countries waits for them.
  const countries = narrowing.country === undefined ? undefined : await readCountries(ledger, mapping);
  return ledger.figures(spans, narrowing, countries);
}
