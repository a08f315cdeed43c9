import { COUNTRY_CODES, isCountry, UNKNOWN } from '../domain/country';

const ENGLISH = new Intl.DisplayNames(['en'], { type: 'region' });

/** A country's English name; *Unknown* for the group of those nobody has told. */
export function countryName(code: string): string {
  if (code === UNKNOWN) return 'Unknown';
  return isCountry(code) ? (ENGLISH.of(code) ?? code) : code;
}

/** All countries by name, for lists to choose from. */
export const COUNTRY_LIST: { code: string; name: string }[] = COUNTRY_CODES.map(code => ({
  code,
  name: countryName(code),
})).sort((a, b) => (a.name < b.name ? -1 : 1));

const plain = (text: string) =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z]+/g, '');
const BY_NAME = new Map(COUNTRY_LIST.map(({ code, name }) => [plain(name), code]));
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

/** The country a text names, by ISO code or English name; undefined for what is neither. */
export function findCountry(text: string): string | undefined {
  const code = text.trim().toUpperCase();
  if (isCountry(code)) return code;
  const name = plain(text);
  return BY_NAME.get(name) ?? OTHERS[name];
}
