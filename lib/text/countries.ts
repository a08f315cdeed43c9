import { UNKNOWN } from '../domain/country';
import { COUNTRY_CODES, isCountry } from '../domain/country-codes';

export const COUNTRY_WORDS = {
  /** The group of referrals whose country nobody has told. */
  unknown: 'Unknown',
  /** The language of the names. */
  language: 'en',
};

const namesIn = (language: string) => new Intl.DisplayNames([language], { type: 'region' });
const english = namesIn('en');
/** Names by code: asking the browser for one costs as much as drawing a cell. */
let names = { language: '', of: new Map<string, string>() };

/** A country's name; *Unknown* for the group of those nobody has told. */
export function countryName(code: string): string {
  if (code === UNKNOWN) return COUNTRY_WORDS.unknown;
  const { language } = COUNTRY_WORDS;
  if (names.language !== language) {
    const own = namesIn(language);
    names = { language, of: new Map(COUNTRY_CODES.map(one => [one, own.of(one) ?? one])) };
  }
  return names.of.get(code) ?? code;
}

let list: { code: string; name: string }[] | undefined;

/** All countries by name, for lists to choose from. Asked once the language is known. */
export function countryList(): { code: string; name: string }[] {
  if (!list) {
    const order = new Intl.Collator(COUNTRY_WORDS.language);
    list = COUNTRY_CODES.map(code => ({ code, name: countryName(code) }));
    list.sort((a, b) => order.compare(a.name, b.name));
  }
  return list;
}

const plain = (text: string) =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}]+/gu, '');
/** Names by what is left of them without accents and spaces: English, and the language's own. */
let byName: { language: string; codes: Map<string, string> } | undefined;

function codesByName(): Map<string, string> {
  const { language } = COUNTRY_WORDS;
  if (byName?.language !== language) {
    const named = (name: (code: string) => string | undefined) =>
      COUNTRY_CODES.map((code): [string, string] => [plain(name(code) ?? code), code]);
    const codes = new Map([...named(countryName), ...named(code => english.of(code))]);
    byName = { language, codes };
  }
  return byName.codes;
}

/** Names in common use that the standard list spells another way. */
const OTHERS: Record<string, string> = {
  uk: 'GB',
  greatbritain: 'GB',
  england: 'GB',
  usa: 'US',
  unitedstatesofamerica: 'US',
  turkey: 'TR',
  czechrepublic: 'CZ',
  ivorycoast: 'CI',
  southkorea: 'KR',
  korea: 'KR',
  russianfederation: 'RU',
  vietnam: 'VN',
  burma: 'MM',
  uae: 'AE',
  holland: 'NL',
};

/** The country a text names, by ISO code, English name or its name in the user's language; undefined for what is none. */
export function findCountry(text: string): string | undefined {
  const code = text.trim().toUpperCase();
  if (isCountry(code)) return code;
  const name = plain(text);
  return codesByName().get(name) ?? OTHERS[name];
}
