import { computed, effect, signal } from '@preact/signals';
import { KINDS, type Kind } from '../domain/commission';
import { isoDay } from '../domain/day';
import { rowNarrowing } from '../domain/narrowing';
import type { RowColumn, RowQuery } from '../ledger/row-query';
import type { ExportAbout } from '../ledger/row-sink';
import { BASE } from '../text/format';
import { saidNarrowing } from '../text/narrowing';
import { section, subpath } from './route';
import { openRows } from './rows';
import { income } from './sections';
import { ledger } from './session';

export type KindChoice = Kind | 'all';
/** What the table of commissions shows beside the filter. */
export const rowKinds = signal<KindChoice>('commission');
export const rowSearch = signal('');
export const rowSort = signal<{ by: RowColumn; descending: boolean }>({ by: 'time', descending: true });

const ALL: Kind[] = [...KINDS];

/** What the table asks for, once the filter has been resolved. */
export const rowQuery = computed<RowQuery | undefined>(() => {
  const data = income.value.value;
  if (!data || section.value !== 'income' || subpath.value === 'bonus') return undefined;
  const { filter, span, parties } = data;
  // An answer of another generation is on its way to be asked anew.
  if (parties && parties.of !== ledger.value?.manifest.generation) return undefined;
  return {
    span,
    kinds: rowKinds.value === 'all' ? ALL : [rowKinds.value],
    ...rowNarrowing(filter),
    // The rows' worker has no notebook, so it is told who counts, not why.
    ...(parties && { among: parties.bits }),
    search: rowSearch.value,
    sort: rowSort.value.by,
    descending: rowSort.value.descending,
  };
});

/** Everything there is, for an export of it. */
export function everything(): RowQuery | undefined {
  const known = ledger.peek()?.book?.known;
  return known && { span: known, kinds: ALL, sort: 'time', descending: false };
}

/** Keeps the table's rows up to date while it is open. */
export function followRows(): (() => void)[] {
  return [
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
  const narrowing = saidNarrowing(all ? {} : (income.value.peek()?.filter ?? {}));
  const { from, to } = query.span;
  const filters: Record<string, string> = {
    from: isoDay(from),
    to: isoDay(to),
    kinds: query.kinds.join(' '),
    ...Object.fromEntries(narrowing.map(({ dimension, name }) => [dimension, name])),
    ...(query.search && { search: query.search }),
  };
  const parts = [
    all ? 'all-income' : `${query.kinds.length === 1 ? query.kinds[0] : 'income'}s`,
    isoDay(from),
    isoDay(to),
    'UTC',
    `${BASE}-equivalent`,
    ...narrowing.map(({ value }) => value),
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
