import type { Market } from '../domain/account';
import type { Kind } from '../domain/commission';
import { counted } from './amounts';
import { CURRENCY, count, percent } from './format';

export const KIND_NAMES: Record<Kind, string> = {
  commission: 'Commission',
  kickback: 'Kickback',
  bonus: 'Bonus',
};

export const MARKET_NAMES: Record<Market, string> = {
  spot: 'Spot',
  margin: 'Margin',
  'usd-m futures': 'USD-M futures',
  'coin-m futures': 'COIN-M futures',
  mining: 'Mining',
  other: 'Other',
};

export const INCOME = {
  title: 'Income',
  tabs: 'Parts of the income',
  commissions: 'Commissions',
  bonus: 'Bonus',
  totals: 'Totals',
  all: 'Commission',
  kickbackWhy: 'Your own discount. Never part of the commission.',
  bonusWhy: 'Paid by bonus programmes. Never part of the commission.',
  rows: 'Every commission',
  kind: 'Kind',
  kinds: { commission: 'Commissions', kickback: 'Kickback', bonus: 'Bonus', all: 'All kinds' },
  search: 'Search id, asset, type, code',
  of: (n: number, m: number) => `${count(n)} of ${counted(m, 'row')}`,
  counting: 'Counting …',
  none: 'No row matches.',
  columns: {
    time: 'Distributed (UTC)',
    type: 'Type',
    market: 'Market',
    asset: 'Asset',
    amount: 'Amount',
    get value() {
      return `Value, ${CURRENCY}`;
    },
    status: 'Status',
    referral: 'Referral',
    code: 'Code',
  },
  statuses: { reported: 'Reported', credited: 'Credited' },
  statusWhy:
    'Reported: an export has it. Credited: your account’s own records or statements have it, or confirm its day to the digit.',
  unpriced: 'unpriced',
  byAccount: 'By account',
  byAsset: 'By asset',
  account: 'Account',
  asset: 'Asset',
  amount: 'Amount',
  rowCount: 'Rows',
  get value() {
    return `Value, ${CURRENCY}`;
  },
  moreAssets: (n: number) => `and ${counted(n, 'more asset')}`,
  export: 'Export',
  exportShown: 'What is filtered',
  exportAll: 'Everything',
  formats: { csv: 'CSV', json: 'JSON', xlsx: 'Excel (XLSX)' },
  exportAs: (what: string, format: string) => `${what} as ${format}`,
  exporting: (rows: number, part: number) => `Writing ${counted(rows, 'row')} · ${percent(part * 100, 0)}`,
  exported: 'Export saved.',
  exportCancelled: 'Export cancelled.',
  exportFailed: (why: string) => `The export failed: ${why}`,
  cancel: 'Cancel',
  loading: 'Loading …',
};
