import type { IdState } from '../domain/batch-check';
import type { ReferralColumn, ReferralShow } from '../domain/referral-list';
import { counted } from './amounts';
import { CURRENCY, count } from './format';

export const REFERRAL_COLUMN_NAMES: Record<ReferralColumn, string> = {
  id: 'Referral',
  registered: 'Registered',
  code: 'Code',
  country: 'Country',
  spot: 'First Spot',
  futures: 'First Futures',
  mining: 'First Mining',
  last: 'Last',
  period: 'In period',
  total: 'Lifetime',
  note: 'Note',
};

export const SHOW_NAMES: Record<ReferralShow, string> = {
  all: 'All referrals',
  earning: 'Earning in the period',
  new: 'New in the period',
  idle: 'Nothing in the period',
};

export const ID_STATE_NAMES: Record<IdState, string> = {
  earning: 'Earning',
  negative: 'Negative',
  idle: 'Traded, nothing in this period',
  registered: 'Registered only',
  missing: 'Not in any file',
};

export const REFERRALS = {
  title: 'Referrals',
  told: 'Told by Binance',
  verified: 'Verified',
  firstDeposit: 'First deposit',
  firstTradeTold: 'First trade',
  notYet: 'not yet',
  vip: 'VIP level',
  vipLevel: (level: number) => (level >= 3 ? '3 or above' : String(level)),
  noteAtBinance: 'Note at Binance',
  fresh: 'New',
  cumulative: 'Cumulative',
  freshTitle: {
    day: 'New referrals per day',
    week: 'New referrals per week',
    month: 'New referrals per month',
  },
  cumulativeTitle: 'All referrals by then',
  countries: 'Countries',
  country: 'Country',
  filterByCountry: (name: string) => `Show only ${name}`,
  known: 'Referrals',
  noCountries:
    'No export of Binance has countries. Tell them by referral, by code in Links, or with a file of two columns: referral id and country.',
  noCountriesHere: 'Country is not in this export.',
  importCountries: 'Import countries',
  importCountriesHint: 'CSV of two columns: referral id, country (code or English name)',
  countriesDone: (n: number, bad: number) =>
    `${counted(n, 'country', 'countries')} set.${bad > 0 ? ` ${counted(bad, 'line')} could not be read.` : ''}`,
  badLines: (n: number) => counted(n, 'line'),
  badCountryLine: (file: string, line: number, why: string) => `${file}, line ${line}: ${why}`,
  badCountryColumns: 'needs two columns, referral id and country',
  badCountryId: 'the referral id is empty',
  badCountryName: (text: string) => `“${text}” is no country code or English name`,
  moreCountries: (n: number) => `and ${counted(n, 'more country', 'more countries')}`,
  list: 'List',
  show: 'Show',
  search: 'Search id or note',
  of: (n: number, m: number) => `${count(n)} of ${counted(m, 'referral')} · values in ${CURRENCY}`,
  none: 'No referral matches.',
  check: 'Check ids',
  checkLead: 'Paste any text with referral ids: a list, a chat, a table.',
  checkField: 'Text with ids',
  checked: (n: number) => counted(n, 'id'),
  copyMissing: (n: number) => `Copy ${counted(n, 'missing id')}`,
  id: 'Id',
  state: 'State',
  get inPeriod() {
    return `In period, ${CURRENCY}`;
  },
  back: 'All referrals',
  notFound: (id: string) => `No file has a referral ${id}.`,
  registered: 'Registered',
  registeredUnknown: 'not in the files',
  lifetime: 'Lifetime',
  period: 'In this period',
  firstTrade: 'First commission',
  lastTrade: 'Last commission',
  months: 'Commission per month',
  markets: 'Markets',
  market: 'Market',
  assets: 'Assets',
  asset: 'Asset',
  amount: 'Amount',
  rows: 'Rows',
  get value() {
    return `Value, ${CURRENCY}`;
  },
  note: 'Note',
  tags: 'Tags',
  tagsHint: 'Separated by commas',
  save: 'Save',
  saved: 'Saved',
  unset: 'Not told',
  never: 'never',
  codes: 'Codes',
  subs: 'Sub-accounts',
};
