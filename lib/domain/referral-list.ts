import { ACCOUNTS } from './account';
import { UNKNOWN } from './country';
import type { PerReferral, ReferralTable } from './referral-table';

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
  table: ReferralTable;
  within: PerReferral;
  /** The referrals that the filter leaves, in the order of the source. */
  shown: Uint32Array;
}

/** Ids compare as numbers where they are numbers, and as text where zeros in front are the only difference. */
export function compareIds(a: string, b: string): number {
  const [x, y] = [a.replace(/^0+/, ''), b.replace(/^0+/, '')];
  return x.length - y.length || (x < y ? -1 : x > y ? 1 : a.length - b.length);
}

const text = (a: string, b: string) => (a === b ? 0 : a === '' ? 1 : b === '' ? -1 : a < b ? -1 : 1);
const sums =
  ({ low, high }: PerReferral) =>
  (a: number, b: number) =>
    high[a] - high[b] || low[a] - low[b];

function comparer(list: ReferralList, column: ReferralColumn): (a: number, b: number) => number {
  const { ids, registered, code, country, note, table, within } = list;
  switch (column) {
    case 'id':
      return (a, b) => compareIds(ids[a], ids[b]);
    case 'registered':
      return (a, b) => (registered[a] || 0) - (registered[b] || 0);
    case 'code':
      return (a, b) => text(code[a], code[b]);
    case 'country':
      return (a, b) =>
        text(country[a] === UNKNOWN ? '' : country[a], country[b] === UNKNOWN ? '' : country[b]);
    case 'last':
      return (a, b) => table.last[a] - table.last[b];
    case 'period':
      return sums(within);
    case 'total':
      return sums(table.total);
    case 'note':
      return (a, b) => text(note(a), note(b));
    default: {
      const first = table.first[ACCOUNTS.indexOf(column)];
      return (a, b) => first[a] - first[b];
    }
  }
}

/** The shown referrals in order. Equal ones keep the order of the source, whatever the direction. */
export function orderReferrals(list: ReferralList, column: ReferralColumn, descending: boolean): Uint32Array {
  const compare = comparer(list, column);
  return list.shown.slice().sort((a, b) => (descending ? compare(b, a) : compare(a, b)) || a - b);
}

/** The referrals of `order` whose id, note or tag holds the text. */
export function searchReferrals(list: ReferralList, order: Uint32Array, wanted: string): Uint32Array {
  const needle = wanted.trim().toLowerCase();
  if (needle === '') return order;
  return order.filter(
    r => list.ids[r].toLowerCase().includes(needle) || list.note(r).toLowerCase().includes(needle),
  );
}
