import { FILTER_ACCOUNTS } from './account';
import { UNKNOWN } from './country';
import { isCountry } from './country-codes';
import { isoDay, parseDay } from './day';
import { INTERVALS, type Interval } from './interval';
import { isCode } from './link';
import { CARD_METRICS, type CardMetric } from './metric';
import type { Narrowing } from './narrowing';
import { COMPARISONS, type ComparisonName, PERIODS, type PeriodName, type Span } from './period';
import { parseSectionPath, type SectionPath } from './section';

/** What a screen shows. It lives in the hash, so Back works and a view can be kept as a bookmark. */
export interface Filter extends Narrowing {
  period: PeriodName;
  /** Only with `period: 'custom'`. */
  custom?: Span;
  /** Unset: chosen by the length of the period. */
  interval?: Interval;
  metric: CardMetric;
  compare: ComparisonName;
}

export interface Route {
  path: SectionPath;
  filter: Filter;
}

export const DEFAULT_FILTER: Filter = { period: '30d', metric: 'commission', compare: 'previous' };

/** A hundred years: more is a typing error, and every month of it would be drawn. */
const MOST_DAYS = 36_600;

const oneOf =
  <T extends string>(list: readonly T[]) =>
  (text: string): T | undefined =>
    list.find(item => item === text);

/** Everything but the period, in the order of the address, and how it is read; undefined for what is no value. */
export const PARAMETERS = {
  account: oneOf(FILTER_ACCOUNTS),
  interval: oneOf(INTERVALS),
  metric: oneOf(CARD_METRICS),
  compare: oneOf(COMPARISONS),
  code: text => (isCode(text) ? text : undefined),
  country: text => (isCountry(text) || text === UNKNOWN ? text : undefined),
} satisfies {
  [Name in keyof Omit<Filter, 'period' | 'custom'>]-?: (text: string) => Filter[Name] | undefined;
};

/** Reads `#/overview?period=30d&account=futures…`; what it does not know it leaves at its default, the section too. */
export function parseHash(hash: string): Route {
  const [path = '', query = ''] = hash.replace(/^#\/?/, '').split('?');
  const params = new URLSearchParams(query);
  const from = parseDay(params.get('from') ?? '');
  const to = parseDay(params.get('to') ?? '');
  const inOrder = from !== undefined && to !== undefined && from <= to && to - from < MOST_DAYS;
  const custom = inOrder ? { from, to } : undefined;
  const period = oneOf(PERIODS)(params.get('period') ?? '') ?? (custom ? 'custom' : DEFAULT_FILTER.period);
  const others = Object.entries(PARAMETERS).flatMap(([name, parse]) => {
    const value = parse(params.get(name) ?? '');
    return value === undefined ? [] : [[name, value]];
  });
  return {
    path: parseSectionPath(path),
    filter: {
      ...DEFAULT_FILTER,
      period: period === 'custom' && !custom ? DEFAULT_FILTER.period : period,
      ...(period === 'custom' && custom && { custom }),
      ...Object.fromEntries(others),
    },
  };
}

/** The hash of a route; defaults are left out, so that equal views have equal addresses. */
export function formatHash({ path, filter }: Route): string {
  const params = new URLSearchParams();
  if (filter.period !== DEFAULT_FILTER.period) params.set('period', filter.period);
  if (filter.period === 'custom' && filter.custom) {
    params.set('from', isoDay(filter.custom.from));
    params.set('to', isoDay(filter.custom.to));
  }
  for (const name of Object.keys(PARAMETERS) as (keyof typeof PARAMETERS)[]) {
    const value = filter[name];
    if (value && value !== DEFAULT_FILTER[name]) params.set(name, value);
  }
  const query = params.toString();
  return `#/${path}${query && `?${query}`}`;
}
