import type { ProgrammeMetric, When } from '../domain/bonus';
import { counted } from './amounts';
import { BASE, count, money } from './format';

export const PROGRAMME_METRIC_NAMES: Record<ProgrammeMetric, string> = {
  commission: `Commission, ${BASE}`,
  'commission-spot': `Commission Spot (Margin), ${BASE}`,
  'commission-futures': `Commission Futures, ${BASE}`,
  'commission-mining': `Commission Mining, ${BASE}`,
  'fees-spot': `Fees of referrals Spot (Margin), ${BASE}`,
  'fees-futures': `Fees of referrals Futures, ${BASE}`,
  'new-referrals': 'New referrals',
  'new-traders-spot': 'New traders Spot (Margin)',
  'new-traders-futures': 'New traders Futures',
  'traders-spot': 'Traders Spot (Margin)',
  'traders-futures': 'Traders Futures',
};

export const BONUS = {
  programmes: 'Programmes',
  none: 'No programme yet. Take one of those Binance has had, or set up your own.',
  add: 'Add programme',
  presets: 'Presets',
  presetFrom: (text: string, date: string) => `From ${text}, ${date}. Check it against your own terms.`,
  name: 'Name',
  metric: 'What counts',
  when: 'When it counts',
  whens: { month: 'Calendar month', rolling: 'Last months', fixed: 'Between two dates' } satisfies Record<
    When['is'],
    string
  >,
  months: 'Months',
  from: 'From',
  to: 'To',
  tiers: 'Tiers',
  tier: 'Tier',
  threshold: 'Threshold',
  reward: 'Reward',
  addTier: 'Add tier',
  removeTier: (n: number) => `Remove tier ${n}`,
  since: 'These tiers hold from',
  sinceHint: 'Leave empty for always. A later date keeps the tiers before it for the months before it.',
  eligibility: 'Who may take part',
  note: 'Note',
  save: 'Save',
  edit: (name: string) => `Edit ${name}`,
  remove: (name: string) => `Remove ${name}`,
  editShort: 'Edit',
  removeShort: 'Remove',
  noName: 'Give it a name.',
  noTiers: 'Give it at least one tier with a threshold that is a number.',
  badDates: 'It ends before it begins, or a date is missing.',
  reached: 'Reached',
  topReached: 'Every tier is reached.',
  missing: (what: string, tier: string) => `${what} to ${tier}`,
  pace: (perDay: string) => `${perDay} a day so far`,
  needed: (perDay: string, days: number) => `${perDay} a day needed, ${counted(days, 'day')} left`,
  lastDay: 'Ends today',
  leaving: (what: string, when: string) => `${what} drops out on ${when}`,
  needs: (metric: string, value: string, threshold: string) => `${metric}: ${value} of ${threshold}`,
  met: 'met',
  notMet: 'not met',
  upcoming: (when: string) => `Begins ${when}`,
  over: (when: string) => `Ended ${when}`,
  withoutRatio: (codes: string) =>
    `Fees need the ratio of each code. Not counted: ${codes}. Set ratios in Links.`,
  noCode: 'rows without a code',
  history: 'Distribution history',
  historyNone: 'No bonus in your files, and none entered.',
  day: 'Day (UTC)',
  what: 'What for',
  value: `Value, ${BASE}`,
  fromFile: 'From an import',
  byHand: 'Entered by hand',
  addPayout: 'Enter a payout',
  payoutValue: `Value, ${BASE}`,
  badValue: 'That is no amount with at most eight decimals.',
  removePayout: 'Remove payout',
  total: 'Total',
};

/** An amount of a metric: money or people. */
export function amountOf(unit: 'money' | 'count', value: bigint): string {
  return unit === 'money' ? money(value, 2) : count(value);
}

/** A pace: two decimals below ten, else whole. */
export function paceText(unit: 'money' | 'count', perDay: number): string {
  if (unit === 'money') return money(BigInt(Math.round(perDay * 1e8)), 2);
  return perDay < 10 ? String(Math.round(perDay * 10) / 10) : count(Math.round(perDay));
}
