import { ACCOUNTS } from './account';
import { UNKNOWN } from './country';
import { weakMemo } from './memo';
import { firstInOrder, radixOrder } from './radix-order';
import type { PerReferral, ReferralColumns } from './referral-table';

/** The columns of the list of referrals. */
export const REFERRAL_COLUMNS = [
  'id',
  'registered',
  'code',
  'country',
  'spot',
  'futures',
  'mining',
  'last',
  'period',
  'total',
  'note',
] as const;
export type ReferralColumn = (typeof REFERRAL_COLUMNS)[number];

/** Which referrals the list shows. */
export const REFERRAL_SHOWS = ['all', 'earning', 'new', 'idle'] as const;
export type ReferralShow = (typeof REFERRAL_SHOWS)[number];

/** Everything the list is made of: columns by referral. */
export interface ReferralList {
  ids: readonly string[];
  /** Registration, ms; NaN for none. */
  registered: Float64Array;
  code: readonly string[];
  country: readonly string[];
  note: (referral: number) => string;
  table: ReferralColumns;
  within: PerReferral;
  /** The referrals that the filter leaves, in the order of the source. */
  shown: Uint32Array;
}

/** Ids compare as numbers where they are numbers, and as text where zeros in front are the only difference. */
export function compareIds(a: string, b: string): number {
  const [x, y] = [a.replace(/^0+/, ''), b.replace(/^0+/, '')];
  return x.length - y.length || (x < y ? -1 : x > y ? 1 : a.length - b.length);
}

/** Keys of up to 64 bits, as `radixOrder` takes them. */
interface Keys {
  low: Uint32Array;
  high?: Int32Array;
}

/** Sums never reach 2^63: the upper half fits. */
function sums(shown: Uint32Array, per: PerReferral): Keys {
  const low = new Uint32Array(shown.length);
  const high = new Int32Array(shown.length);
  for (let i = 0; i < shown.length; i++) {
    low[i] = per.low[shown[i]];
    high[i] = per.high[shown[i]];
  }
  return { low, high };
}

/** Empty texts come last in ascending order. */
function ranks(shown: Uint32Array, textOf: (r: number) => string): Keys {
  const texts = Array.from(shown, textOf);
  const sorted = [...new Set(texts)].sort((a, b) => (a === '' ? 1 : b === '' ? -1 : a < b ? -1 : 1));
  const place = new Map(sorted.map((text, i) => [text, i]));
  return { low: Uint32Array.from(texts, text => place.get(text)!) };
}

/** The place of each id among all: sorted once a dictionary. */
const idPlaces = weakMemo((ids: readonly string[]): Uint32Array => {
  const places = new Uint32Array(ids.length);
  const order = Array.from(ids.keys()).sort((a, b) => compareIds(ids[a], ids[b]));
  for (const [place, r] of order.entries()) places[r] = place;
  return places;
});

function keysOf(list: ReferralList, column: ReferralColumn): Keys {
  const { shown, ids, registered, code, country, note, table, within } = list;
  const days = (of: Int32Array): Keys => ({ low: Uint32Array.from(shown, r => of[r] + 1) });
  switch (column) {
    case 'id': {
      const places = idPlaces(ids);
      return { low: Uint32Array.from(shown, r => places[r]) };
    }
    case 'registered':
      // Seconds fit in 32 bits until 2106; exports have no finer ones.
      return { low: Uint32Array.from(shown, r => (registered[r] || 0) / 1000) };
    case 'code':
      return ranks(shown, r => code[r]);
    case 'country':
      return ranks(shown, r => (country[r] === UNKNOWN ? '' : country[r]));
    case 'last':
      return days(table.last);
    case 'period':
      return sums(shown, within);
    case 'total':
      return sums(shown, table.total);
    case 'note':
      return ranks(shown, note);
    case 'spot':
    case 'futures':
    case 'mining':
      return days(table.first[ACCOUNTS.indexOf(column)]);
    default:
      return column satisfies never;
  }
}

/** Referrals in an order. */
export interface Ordered {
  length: number;
  /** The referral at a place. */
  at(place: number): number;
  /** All of them. */
  all(): Uint32Array;
}

/** What a screen shows at once. */
const HEAD = 64;

/**
 * The shown referrals in order. Equal ones keep the order of the source, whatever the direction. Mostly nobody looks
 * past the first screen: the rest is ordered when somebody does.
 */
export function orderReferrals(list: ReferralList, column: ReferralColumn, descending: boolean): Ordered {
  const { low, high } = keysOf(list, column);
  const { shown } = list;
  const head = firstInOrder(low, high, descending, HEAD).map(place => shown[place]);
  let all: Uint32Array | undefined;
  const whole = () => {
    all ??= radixOrder(low, high, descending).map(place => shown[place]);
    return all;
  };
  return {
    length: shown.length,
    at: place => (place < head.length ? head[place] : whole()[place]),
    all: whole,
  };
}

/** The referrals of `order` whose id, note or tag holds the text. */
export function searchReferrals(list: ReferralList, order: Ordered, wanted: string): Ordered {
  const needle = wanted.trim().toLowerCase();
  if (needle === '') return order;
  const found = order
    .all()
    .filter(r => list.ids[r].toLowerCase().includes(needle) || list.note(r).toLowerCase().includes(needle));
  return { length: found.length, at: place => found[place], all: () => found };
}
