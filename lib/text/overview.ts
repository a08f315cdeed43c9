import type { Interval } from '../domain/interval';
import type { CardMetric } from '../domain/metric';
import type { ComparisonName, PeriodName } from '../domain/period';
import { counted } from './amounts';
import { BASE, CURRENCY } from './format';

export const PERIOD_NAMES: Record<PeriodName, string> = {
  today: 'Today',
  yesterday: 'Yesterday',
  '7d': 'Last 7 days',
  '30d': 'Last 30 days',
  '90d': 'Last 90 days',
  'this-month': 'This month',
  'last-month': 'Last month',
  'this-year': 'This year',
  'last-year': 'Last year',
  all: 'All time',
  custom: 'Custom',
};

export const INTERVAL_NAMES: Record<Interval, string> = { day: 'Daily', week: 'Weekly', month: 'Monthly' };

export const METRIC_NAMES: Record<CardMetric, string> = {
  commission: 'Commission',
  referrals: 'New referrals',
  'traders-spot': 'Traded Spot (Margin)',
  'traders-futures': 'Traded Futures',
  miners: 'Mined',
};

export const COMPARISON_NAMES: Record<ComparisonName, string> = {
  previous: 'Previous period',
  year: 'Same period last year',
  none: 'Nothing',
};

export const OVERVIEW = {
  title: 'Overview',
  filters: 'Filters',
  period: 'Period',
  interval: 'Interval',
  account: 'Account',
  code: 'Code',
  compare: 'Compare with',
  compareWith: (what: string) => `Compare: ${what}`,
  comparedWith: { previous: 'previous', year: 'last year', none: 'off' },
  allAccounts: 'All accounts',
  accountIs: (name: string) => `Account is ${name}`,
  codeIs: (code: string) => `Code is ${code}`,
  countryIs: (name: string) => `Country is ${name}`,
  remove: (what: string) => `Remove filter: ${what}`,
  from: 'From',
  to: 'To',
  apply: 'Apply',
  figures: 'Figures',
  referralsOfAll: 'Referrals',
  per: { day: 'per day', week: 'per week', month: 'per month' } satisfies Record<Interval, string>,
  unpriced: (n: number) => `+ ${n} unpriced`,
  unpricedWhy:
    'These commissions have an amount but no value: the export leaves its USDT column empty, or their day has no rate of the reporting currency (yet). They are not in the sum.',
  noChange: 'nothing to compare with',
  noData: 'no data in this period',
  partly: (covered: number, days: number) =>
    `Data covers ${covered} of ${counted(days, 'day')} of this period.`,
  exceeded: (days: number) =>
    `On ${counted(days, 'day')} your account or a statement has over 1% more than your exports, as when an export was filtered.`,
  exceededWhere: 'Compare them under Data',
  nameless: (days: number) =>
    `${counted(days, 'day')} ${days === 1 ? 'comes' : 'come'} from your account’s own records or statements, which name no referrals or codes: traders and shares by code leave ${days === 1 ? 'it' : 'them'} out.`,
  unfinished: 'so far',
  noDataBar: 'no data',
  total: 'Total',
  table: 'Show as table',
  chart: 'Show as chart',
  get valueNote() {
    const base =
      'Value is the export’s own USDT column, taken as BUSD-equivalent 1:1; of an account’s own records, the amount at the price its asset opened at that day.';
    const rate = CURRENCY === BASE ? '' : ` Shown in ${CURRENCY} at the rate each row’s UTC day opened with.`;
    return `${base}${rate} ${this.daysNote}`;
  },
  daysNote: 'Days, weeks and months are UTC.',
  emptyTitle: 'Nothing here yet',
  emptyText: 'Import a commission export from Binance, and this page shows what it says to the last digit.',
  emptyImport: 'Import files',
  emptyDemo: 'Try the demo',
  outsideTitle: 'No data in this period',
  outside: (span: string) => `Your data covers ${span}.`,
  showIt: 'Show that',
  codes: 'Codes',
  noCode: 'without a code',
  share: 'Share',
  referrals: 'New referrals',
  commission: 'Commission',
  filterByCode: (code: string) => `Show only ${code}`,
  upToBy: 'Data up to',
  noneFor: 'no commission in the last year',
  ratios: 'Ratios',
  ratiosNone: 'Set what Binance pays for each code in Links, and this is where you see it.',
  ratiosSet: 'Set ratios',
  toFriends: (percent: string) => `${percent} to friends`,
  notSet: 'not set',
  addNote: 'Add note',
  noteDay: 'Day (UTC)',
  noteText: 'Note',
  saveNote: 'Save note',
  removeNote: (text: string) => `Remove note: ${text}`,
  campaignBand: (title: string) => `Campaign: ${title}`,
  demoNote: 'Invented figures, so that you can look around. They are never mixed with yours.',
  demoLeave: 'Leave the demo',
};
