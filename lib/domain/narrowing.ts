import type { FilterAccount } from './account';
import type { Countries } from './country';
import type { Parties } from './referral';
import { NOBODY } from './rollup';

/** What a filter narrows the ledger to: the one list of its dimensions. How an address names them is in `filter.ts`. */
export interface Narrowing {
  account?: FilterAccount;
  code?: string;
  /** ISO code, or UNKNOWN. */
  country?: string;
}
export type Dimension = keyof Narrowing;

/** What parties are told apart by. */
export interface PartyFacts {
  parties: Parties;
  /** Texts of the dictionary's codes. */
  codes: readonly string[];
  countries: Countries;
}

/** Dimensions that choose parties, whatever their rows are of: which parties a value leaves. */
const OF_PARTIES = {
  code: (code, { parties, codes }) => {
    const wanted = codeAt(codes, code);
    return party => parties.code[party] === wanted;
  },
  country: (country, { parties, countries }) => {
    const wanted = countries.list.indexOf(country);
    // Rows that name nobody are of an unknown country.
    return party => {
      const referral = parties.referral[party];
      return (referral === NOBODY ? 0 : countries.of[referral]) === wanted;
    };
  },
} satisfies Partial<Record<Dimension, (value: string, facts: PartyFacts) => (party: number) => boolean>>;

/** What a filter says of rows, whoever they name. */
export type RowNarrowing = Omit<Narrowing, keyof typeof OF_PARTIES>;

/** Dimensions that choose rows: slots of a rollup (`slotsOf`), types of a row (`rowTest`). */
const OF_ROWS = { account: true } satisfies Record<keyof RowNarrowing, true>;

export const PARTY_DIMENSION_NAMES = Object.keys(OF_PARTIES) as (keyof typeof OF_PARTIES)[];
const ROW_DIMENSION_NAMES = Object.keys(OF_ROWS) as (keyof RowNarrowing)[];
export const DIMENSION_NAMES: Dimension[] = [...ROW_DIMENSION_NAMES, ...PARTY_DIMENSION_NAMES];

/** Narrows nothing; laid over a filter, it takes away whatever does. */
export const NOT_NARROWED = Object.fromEntries(DIMENSION_NAMES.map(name => [name, undefined])) as {
  [D in Dimension]: undefined;
};

/** The part of a narrowing that chooses rows. */
export const rowNarrowing = (by: Narrowing): RowNarrowing =>
  Object.fromEntries(ROW_DIMENSION_NAMES.flatMap(name => (by[name] === undefined ? [] : [[name, by[name]]])));

export const isNarrowed = (by: Narrowing): boolean => DIMENSION_NAMES.some(name => by[name] !== undefined);

/** Equal for narrowings that leave the same. @param names the dimensions that make a difference. */
export const narrowingKey = (by: Narrowing, names: readonly Dimension[] = DIMENSION_NAMES): string =>
  names.map(name => by[name] ?? '').join(' ');

/** The position of a code in the dictionary. A code nobody has used is no position: nothing matches it. */
export const codeAt = (codes: readonly string[], code: string): number => codes.indexOf(code) >>> 0;

/** Whether a narrowing leaves a party; undefined where it leaves all of them. */
export function partyTest(by: Narrowing, facts: PartyFacts): ((party: number) => boolean) | undefined {
  const tests = PARTY_DIMENSION_NAMES.flatMap(name => {
    const value = by[name];
    return value === undefined ? [] : OF_PARTIES[name](value, facts);
  });
  return tests.length < 2 ? tests[0] : party => tests.every(test => test(party));
}
