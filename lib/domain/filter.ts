import { FILTER_ACCOUNTS, type FilterAccount } from './account';
import { UNKNOWN } from './country';
import { isCountry } from './country-codes';
import { isoDay, parseDay } from './day';
import { INTERVALS, type Interval } from './interval';
import { isCode } from './link';
import { CARD_METRICS, type CardMetric } from './metric';
import { COMPARISONS, type ComparisonName, PERIODS, type PeriodName, type Span } from './period';
import { parseSectionPath, type SectionPath } from './section';

/** What a screen shows. It lives in the hash, so Back works and a view can be kept as a bookmark. */
export interface Filter {
  period: PeriodName;
  /** Only with `period: 'custom'`. */
  custom?: Span;
  account?: FilterAccount;
  /** Unset: chosen by the length of the period. */
  interval?: Interval;
  metric: CardMetric;
  compare: ComparisonName;
  code?: string;
  /** ISO code, or UNKNOWN. */
  country?: string;
}

export interface Route {
  path: SectionPath;
  filter: Filter;
}

export const DEFAULT_FILTER: Filter = { period: '30d', metric: 'commission', compare: 'previous' };

/** A hundred years: more is a typing error, and every month of it would be drawn. */
const MOST_DAYS = 36_600;

const oneOf = <T extends string>(list: readonly T[], text: string | null): T | undefined =>
  list.find(item => item === text);

/** Reads `#/overview?period=30d&account=futures…`; what it does not know it leaves at its default, the section too. */
export function parseHash(hash: string): Route {
  const [path = '', query = ''] = hash.replace(/^#\/?/, '').split('?');
  const params = new URLSearchParams(query);
  const from = parseDay(params.get('from') ?? '');
  const to = parseDay(params.get('to') ?? '');
  const inOrder = from !== undefined && to !== undefined && from <= to && to - from < MOST_DAYS;
  const custom = inOrder ? { from, to } : undefined;
  const period = oneOf(PERIODS, params.get('period')) ?? (custom ? 'custom' : DEFAULT_FILTER.period);
  const code = params.get('code');
  const country = params.get('country');
  return {
    path: parseSectionPath(path),
    filter: {
      period: period === 'custom' && !custom ? DEFAULT_FILTER.period : period,
      ...(period === 'custom' && custom && { custom }),
      account: oneOf(FILTER_ACCOUNTS, params.get('account')),
      interval: oneOf(INTERVALS, params.get('interval')),
      compare: oneOf(COMPARISONS, params.get('compare')) ?? DEFAULT_FILTER.compare,
      metric: oneOf(CARD_METRICS, params.get('metric')) ?? DEFAULT_FILTER.metric,
      ...(code && isCode(code) && { code }),
      ...(country && (isCountry(country) || country === UNKNOWN) && { country }),
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
  if (filter.account) params.set('account', filter.account);
  if (filter.interval) params.set('interval', filter.interval);
  if (filter.metric !== DEFAULT_FILTER.metric) params.set('metric', filter.metric);
  if (filter.compare !== DEFAULT_FILTER.compare) params.set('compare', filter.compare);
  if (filter.code) params.set('code', filter.code);
  if (filter.country) params.set('country', filter.country);
  const query = params.toString();
  return `#/${path}${query && `?${query}`}`;
}
