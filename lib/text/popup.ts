import type { PeriodName } from '../domain/period';

type PopupPeriod = Extract<PeriodName, 'today' | 'yesterday' | 'this-month' | 'last-month'>;

export const GLANCE_NAMES: Record<PopupPeriod, string> = {
  today: 'Today',
  yesterday: 'Yesterday',
  'this-month': 'This month',
  'last-month': 'Last month',
};

/** What stands above the one big figure. Only texts: they are kept for the first script of the popup. */
export const LEADS: Record<PopupPeriod | 'all', string> = {
  today: 'Commission today',
  yesterday: 'Commission yesterday',
  'this-month': 'Commission this month',
  'last-month': 'Commission last month',
  all: 'Commission of all time',
};

export const POPUP = {
  thisPage: 'Copy this page with my code',
  append: 'Append my code to campaign addresses I copy',
  damagedTitle: 'The ledger is not what it was',
  damaged: 'No figures are shown, because they would be wrong. The dashboard says what to do.',
  open: 'Open dashboard',
  start: 'Set it up',
  welcome: 'Your referral income, exact and private, a glance away.',
  nothing: 'No commissions yet. Import an export from Binance to see your figures here.',
  import: 'Import files',
  noData: 'no data',
  noneOf: (upTo: string) => `No data since ${upTo}`,
  newReferrals: 'new referrals',
  spotTraders: 'Spot traders',
  futuresTraders: 'Futures traders',
  versus: {
    today: 'vs yesterday until the same hour',
    yesterday: 'vs the day before',
    'this-month': 'vs the same part of last month',
    'last-month': 'vs the month before',
  } satisfies Record<PopupPeriod, string>,
  unpriced: (n: number) => `+ ${n} unpriced`,
  spark: 'Commission per day, 30 days',
};
