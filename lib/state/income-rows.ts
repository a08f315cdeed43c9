import { computed, effect, signal } from '@preact/signals';
import type { Kind } from '../domain/commission';
import { isoDay } from '../domain/day';
import { readCountries } from '../ledger/countries';
import type { RowColumn, RowQuery } from '../ledger/row-query';
import type { ExportAbout } from '../ledger/row-sink';
import { ACCOUNT_NAMES } from '../text/accounts';
import { countryName } from '../text/countries';
import { BASE } from '../text/format';
import { mapping } from './notebook';
import { place, section } from './route';
import { openRows } from './rows';
import { income } from './sections';
import { fail, ledger } from './session';

export type KindChoice = Kind | 'all';
/** What the table of commissions shows beside the filter. */
export const rowKinds = signal<KindChoice>('commission');
export const rowSearch = signal('');
export const rowSort = signal<{ by: RowColumn; descending: boolean }>({ by: 'time', descending: true });

/** The parties of the filter's country; the rows' worker has no notebook. */
const among = signal<{ of: unknown; bits?: Uint32Array }>({ of: undefined });

const ALL: Kind[] = ['commission', 'kickback', 'bonus'];

/** What the table asks for, once the filter has been resolved. */
export const rowQuery = computed<RowQuery | undefined>(() => {
  const data = income.value.value;
  if (!data || section.value !== 'income' || place.value === 'bonus') return undefined;
  const { filter, span } = data;
  if (filter.country !== undefined && among.value.of !== data) return undefined;
  return {
    span,
    kinds: rowKinds.value === 'all' ? ALL : [rowKinds.value],
    account: filter.account,
    code: filter.code,
    ...(filter.country !== undefined && { among: among.value.bits }),
    search: rowSearch.value,
    sort: rowSort.value.by,
    descending: rowSort.value.descending,
  };
});

/** Everything there is, for an export of it. */
export function everything(): RowQuery | undefined {
  const known = ledger.peek()?.source?.known;
  return known && { span: known, kinds: ALL, sort: 'time', descending: false };
}

/** Keeps the table's rows up to date while it is open. */
export function followRows(): (() => void)[] {
  return [
    effect(() => {
      const data = income.value.value;
      const reader = ledger.value;
      const { country } = data?.filter ?? {};
      if (!data || !reader || country === undefined) return;
      const told = mapping.value;
      readCountries(reader, told)
        .then(countries => reader.figures([], { country }, countries))
        .then(({ select }) => {
          among.value = { of: data, bits: select.among?.bits };
        }, fail);
    }),
    effect(() => {
      const query = rowQuery.value;
      void ledger.value;
      if (query) void openRows(query);
    }),
  ];
}

/** What an export says of itself, and its file's name: zone, currency and filters are in both. */
export function aboutExport(
  query: RowQuery,
  all: boolean,
  now: number,
): { about: ExportAbout; name: string } {
  const filter = all ? undefined : income.value.peek()?.filter;
  const { from, to } = query.span;
  const filters: Record<string, string> = {
    from: isoDay(from),
    to: isoDay(to),
    kinds: query.kinds.join(' '),
    ...(filter?.account && { account: ACCOUNT_NAMES[filter.account] }),
    ...(filter?.code && { code: filter.code }),
    ...(filter?.country && { country: countryName(filter.country) }),
    ...(query.search && { search: query.search }),
  };
  const parts = [
    all ? 'all-income' : `${query.kinds.length === 1 ? query.kinds[0] : 'income'}s`,
    isoDay(from),
    isoDay(to),
    'UTC',
    `${BASE}-equivalent`,
    filter?.account,
    filter?.code,
    filter?.country,
    query.search && 'searched',
  ];
  return {
    about: {
      title: 'Commissions',
      zone: 'UTC',
      currency: `${BASE}-equivalent`,
      filters,
      made: new Date(now).toISOString(),
    },
    name: parts.filter(Boolean).join('_'),
  };
}
