import { expect } from 'vitest';
import { parseHash } from '../../../lib/domain/filter';
import { exactDecimal } from '../../../lib/domain/money';
import { readOverview } from '../../../lib/ledger/overview';
import { LedgerReader } from '../../../lib/ledger/reader';
import { readManifest } from '../../../lib/store/read';
import type { Database } from '../../../lib/store/schema';
import { createWriter } from '../../../lib/sync/writer';
import type { Account, IncomeRow, RebateRow } from '../../browser/binance.ts';
import { exportText, stamp } from '../../browser/export-file';
import { die, row } from '../builders';
import { csvFile, freeLocks } from '../memory-ledger';
import { HOUR, NOW } from './sync-harness';

/** One payment of Binance, which an export and the account's records both tell of. */
export interface Payment {
  time: number;
  market: 'spot' | 'USDT-futures';
  /** 1e-8 USDT */
  amount: number;
}

export function payments(seed: number, count: number): Payment[] {
  const roll = die(seed);
  return Array.from({ length: count }, () => ({
    time: NOW - HOUR - roll(80 * 24 * 3_600) * 1_000,
    market: (['spot', 'USDT-futures'] as const)[roll(2)],
    amount: 1 + roll(900_000_000),
  })).sort((a, b) => a.time - b.time);
}

export const filterOf = (query: string) => parseHash(`#/overview?${query}`).filter;
const decimal = (units: number) => exactDecimal(BigInt(units));

export function recordsOf(all: Payment[]): Partial<Account> {
  const rebates: RebateRow[] = all
    .filter(p => p.market === 'spot')
    .map(p => ({ asset: 'USDT', type: 1, amount: decimal(p.amount), updateTime: p.time }));
  const usdm: IncomeRow[] = all
    .filter(p => p.market !== 'spot')
    .map((p, i) => ({
      incomeType: 'COMMISSION_REBATE',
      income: decimal(p.amount),
      asset: 'USDT',
      time: p.time,
      tranId: String(i),
    }));
  return { rebates, usdm };
}

/** An export of a stretch of time: the same money, told by referral, so in more and smaller rows. */
export function exportOf(all: Payment[], from: number, to: number): string {
  const lines = all
    .filter(p => p.time >= from && p.time <= to)
    .flatMap(p => {
      const first = Math.floor(p.amount / 3);
      return [first, p.amount - first].map((amount, i) =>
        row({
          type: p.market,
          friend: String(1000 + (p.amount % 7) + i),
          earned: decimal(amount),
          time: stamp(p.time),
          code: 'CODE',
        }),
      );
    });
  return exportText(lines);
}

let batches = 0;
export const writer = () =>
  createWriter({ locks: freeLocks, now: () => NOW, id: () => `import-${++batches}` });

export async function imported(text: string): Promise<string> {
  const done = await writer().importFiles([csvFile('export.csv', text)]);
  if (!done.ok || done.value.is !== 'committed') throw new Error('not imported');
  return done.value.receipt.batch;
}

/** What every screen starts from: the glance, and the Overview's own sum, which must agree. */
export async function total(db: Database): Promise<number> {
  const { glance } = (await readManifest(db)).books.real!;
  const sum = glance.commission.reduce((a, b) => a + b, 0n);
  const overview = await readOverview(await LedgerReader.open(db), filterOf('period=all'), NOW);
  expect(overview.cards[0].value).toBe(sum);
  return Number(sum);
}

export const sumOf = (all: Payment[]) => all.reduce((sum, p) => sum + p.amount, 0);

/** The account's statement of a stretch of time, with what else moved. */
export function statementOf(all: Payment[], from: number, to: number): string {
  const lines = all
    .filter(p => p.time >= from && p.time <= to)
    .map(p => {
      const [account, operation] =
        p.market === 'spot' ? ['Spot', 'Commission Rebate'] : ['USDT-Futures', 'Referrer rebates'];
      return `1,${stamp(p.time)},${account},${operation},USDT,${decimal(p.amount)},""`;
    });
  const other = (time: number) => `1,${stamp(time)},Spot,Buy,BTC,0.5,""`;
  const head = 'User_ID,UTC_Time,Account,Operation,Coin,Change,Remark';
  return [head, other(Math.ceil(from / 1000) * 1000), ...lines, other(to)].join('\n');
}
