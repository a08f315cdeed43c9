import type { Account, IncomeRow, RebateRow } from '../../browser/binance.ts';
import { stamp } from '../../browser/export-file';
import { die } from '../builders';
import { HOUR, NOW } from './sync-harness';

/** Records of an account with everything that makes them hard: bursts, equal rows, other people's types, long ids. */
export function records(seed: number, rebates: number, incomes: number, days = 85): Partial<Account> {
  const roll = die(seed);
  const amount = () => `${roll(2)}.${String(roll(100_000_000)).padStart(8, '0')}`;
  const spot: RebateRow[] = [];
  for (let i = 0; i < rebates; i++) {
    const row: RebateRow = {
      asset: ['USDT', 'BTC', 'BNB', 'OLDCOIN'][roll(4)],
      type: roll(5) === 0 ? 2 : 1,
      amount: amount(),
      updateTime: NOW - HOUR - roll(200 * 24) * HOUR - (roll(3) === 0 ? 0 : roll(3_000_000)),
    };
    spot.push(row);
    // Equal rows are payments of their own.
    if (roll(20) === 0) spot.push({ ...row });
  }
  const usdm: IncomeRow[] = [];
  for (let i = 0; i < incomes; i++) {
    usdm.push({
      incomeType: [
        'COMMISSION_REBATE',
        'COMMISSION_REBATE',
        'REFERRAL_KICKBACK',
        'REALIZED_PNL',
        'CONTEST_REWARD',
      ][roll(5)],
      income: `${roll(9) === 0 ? '-' : ''}${amount()}`,
      asset: ['USDT', 'BNB'][roll(2)],
      time: NOW - HOUR - roll(days * 24 * 3_600) * 1_000,
      tranId: `90071992547409${String(i).padStart(6, '0')}`,
    });
  }
  const byTime =
    <T>(moment: (row: T) => number) =>
    (a: T, b: T) =>
      moment(a) - moment(b);
  return { rebates: spot.sort(byTime(r => r.updateTime)), usdm: usdm.sort(byTime(r => r.time)) };
}

/** What must be in the ledger, as `storedRows` writes it, without values. */
export function expectedRows({ rebates = [], usdm = [], coinm = [] }: Partial<Account>): string[] {
  const kinds: Record<string, string> = {
    COMMISSION_REBATE: 'USDT-futures',
    REFERRAL_KICKBACK: 'USDT-futures',
    CONTEST_REWARD: 'USDT-futures CONTEST_REWARD',
  };
  const line = (type: string, asset: string, amount: string, time: number) =>
    [type, '', '', asset, exact(amount), stamp(time)].join(',');
  return [
    ...rebates.map(r => line('spot', r.asset, r.amount, r.updateTime)),
    ...usdm.filter(r => kinds[r.incomeType]).map(r => line(kinds[r.incomeType], r.asset, r.income, r.time)),
    ...coinm
      .filter(r => kinds[r.incomeType])
      .map(r => line(kinds[r.incomeType].replace('USDT', 'COIN'), r.asset, r.income, r.time)),
  ].sort();
}

/** An exact decimal by text alone, so that it shares nothing with the code. */
function exact(text: string): string {
  const [, sign, whole, fraction = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text)!;
  const cut = fraction.replace(/0+$/, '');
  const zero = /^0*$/.test(whole + fraction);
  return `${zero ? '' : sign}${Number(whole)}${cut && `.${cut}`}`;
}

export const withoutValues = (rows: string[]) =>
  rows
    .map(row => row.split(','))
    .map(([type, id, sub, asset, amount, , time]) => [type, id, sub, asset, amount, time].join(','))
    .sort();
