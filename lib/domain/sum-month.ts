import type { Columns } from './commission';
import type { SourceChoice } from './counted-rows';
import { countedRows } from './counted-rows';
import { inCurrency, type Rates, unratedDays } from './currency';
import type { Day, Month } from './day';
import { type Lookup, type Rollup, rollUp } from './rollup';
import type { SourceRows } from './source';

/** How a book sums its months. */
export interface Summing {
  /** Type → pair of lane and kind (`pairsOfTypes`). */
  pairs: Uint8Array;
  lookup: Lookup;
  /** Of the reporting currency; absent: values are as rows have them, in BUSD. */
  rates: Rates | undefined;
}

/** Rows of a month with their values in the reporting currency. */
export const valuedIn = (month: Month, parts: Columns[], rates: Rates | undefined): Columns[] =>
  rates ? inCurrency(month, parts, rates) : parts;

/**
 * Sums a month: of the rows that count, in the reporting currency.
 * @returns also the days whose rows have no rate yet: they are unpriced in it.
 */
export function sumMonth(
  month: Month,
  rows: SourceRows[],
  choice: SourceChoice | undefined,
  { pairs, lookup, rates }: Summing,
): { rollup: Rollup; lacks: Day[] } {
  const counted = countedRows(rows, choice, pairs);
  return {
    rollup: rollUp(month, valuedIn(month, counted, rates), lookup),
    lacks: rates ? unratedDays(month, counted, rates) : [],
  };
}
