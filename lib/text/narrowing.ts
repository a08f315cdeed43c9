import type { FilterAccount } from '../domain/account';
import { DIMENSION_NAMES, type Dimension, type Narrowing } from '../domain/narrowing';
import { ACCOUNT_NAMES } from './accounts';
import { countryName } from './countries';
import { OVERVIEW } from './overview';

interface Words {
  /** A value by its name. */
  name(value: string): string;
  /** What the chip says. */
  chip(name: string): string;
}

/** How screens and exports say what a filter narrows to. Read when it is said: words change with the language. */
const WORDS: Record<Dimension, Words> = {
  account: { name: value => ACCOUNT_NAMES[value as FilterAccount], chip: name => OVERVIEW.accountIs(name) },
  code: { name: value => value, chip: name => OVERVIEW.codeIs(name) },
  country: { name: countryName, chip: name => OVERVIEW.countryIs(name) },
};

/** What narrows, in the order of the dimensions, each with its value, that value's name and the chip's text. */
export function saidNarrowing(
  by: Narrowing,
): { dimension: Dimension; value: string; name: string; chip: string }[] {
  return DIMENSION_NAMES.flatMap(dimension => {
    const value = by[dimension];
    if (value === undefined) return [];
    const name = WORDS[dimension].name(value);
    return { dimension, value, name, chip: WORDS[dimension].chip(name) };
  });
}
