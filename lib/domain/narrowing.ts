import { FILTER_ACCOUNTS, type FilterAccount } from './account';
import { type Countries, UNKNOWN } from './country';
import { isCountry } from './country-codes';
import { isCode } from './link';
import type { Parties } from './referral';
import { NOBODY } from './rollup';

/** What a filter narrows the ledger to: the one list of its dimensions, described below. */
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

interface DimensionSpec<Value> {
  /** Reads a value out of an address; undefined for what is none. */
  parse(text: string): Value;
}

interface PartySpec<Value> extends DimensionSpec<Value> {
  /** Which parties a value leaves. */
  accepts(value: string, facts: PartyFacts): (party: number) => boolean;
}

/** Dimensions that choose parties, whatever their rows are of. */
const OF_PARTIES = {
  code: {
    parse: text => (isCode(text) ? text : undefined),
    accepts: (code, { parties, codes }) => {
      const wanted = codeAt(codes, code);
      return party => parties.code[party] === wanted;
    },
  },
  country: {
    parse: text => (isCountry(text) || text === UNKNOWN ? text : undefined),
    accepts: (country, { parties, countries }) => {
      const wanted = countries.list.indexOf(country);
      // Rows that name nobody are of an unknown country.
      return party => {
        const referral = parties.referral[party];
        return (referral === NOBODY ? 0 : countries.of[referral]) === wanted;
      };
    },
  },
} satisfies { [D in Exclude<Dimension, 'account'>]: PartySpec<Narrowing[D]> };

/** What a filter says of rows, whoever they name. */
export type RowNarrowing = Omit<Narrowing, keyof typeof OF_PARTIES>;

/** All of them. Those that are not of parties choose rows: slots of a rollup (`slotsOf`), types of a row (`rowTest`). */
export const DIMENSIONS = {
  account: { parse: text => FILTER_ACCOUNTS.find(account => account === text) },
  ...OF_PARTIES,
} satisfies { [D in Dimension]: DimensionSpec<Narrowing[D]> };

export const DIMENSION_NAMES = Object.keys(DIMENSIONS) as Dimension[];
export const PARTY_DIMENSION_NAMES = Object.keys(OF_PARTIES) as (keyof typeof OF_PARTIES)[];

/** Narrows nothing; laid over a filter, it takes away whatever does. */
export const NOT_NARROWED = Object.fromEntries(DIMENSION_NAMES.map(name => [name, undefined])) as {
  [D in Dimension]: undefined;
};

/** The part of a narrowing that chooses rows. */
export const rowNarrowing = (by: Narrowing): RowNarrowing =>
  Object.fromEntries(
    DIMENSION_NAMES.flatMap(name => (name in OF_PARTIES || by[name] === undefined ? [] : [[name, by[name]]])),
  );

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
    return value === undefined ? [] : OF_PARTIES[name].accepts(value, facts);
  });
  return tests.length < 2 ? tests[0] : party => tests.every(test => test(party));
}
