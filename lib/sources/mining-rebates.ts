import * as z from 'zod/mini';
import { API } from '../domain/income-streams';
import {
  type ApiRow,
  canNarrow,
  exactAmount,
  MOST_PAGES,
  type ReadWindow,
  sapiLimit,
  Unreadable,
} from './api';

/**
 * Referral income of mining, `GET /sapi/v1/mining/payment/uid` (docs/facts/binance.md §1.6), asked for each algorithm.
 * Types 0 (referral) and 2 (rebate) are income, 1 is a refund. Amounts are JSON numbers, read as they are written.
 */
const PATH = '/sapi/v1/mining/payment/uid';
const ALGORITHMS = '/sapi/v1/mining/pub/algoList';
const PAGE = 200;

const decimal = z.union([z.string(), z.number()]);
const Row = z.object({
  time: z.number().check(z.gte(1e12)),
  coinName: z.string().check(z.minLength(1)),
  type: z.number(),
  amount: decimal,
});
const Answer = z.object({
  data: z.object({ accountProfits: z.array(Row), totalNum: z.number().check(z.gte(0)) }),
});
const Algorithms = z.object({ data: z.array(z.object({ algoName: z.string().check(z.minLength(1)) })) });

export const readMiningRebates: ReadWindow = async (timeWindow, ask) => {
  const rows: ApiRow[] = [];
  const rejected: number[] = [];
  const request = { host: API, weight: 1, signed: true };
  const list = Algorithms.safeParse(
    await ask({ ...request, path: ALGORITHMS, params: {}, limit: sapiLimit(ALGORITHMS) }),
  );
  if (!list.success) throw new Unreadable(ALGORITHMS);
  for (const { algoName } of list.data.data) {
    let read = 0;
    for (let page = 1; ; page++) {
      const answer = Answer.safeParse(
        await ask({
          ...request,
          path: PATH,
          params: {
            algo: algoName,
            startDate: timeWindow.first,
            endDate: timeWindow.last,
            pageIndex: page,
            pageSize: PAGE,
          },
          limit: sapiLimit(PATH),
        }),
      );
      if (!answer.success) throw new Unreadable(PATH);
      const { accountProfits, totalNum } = answer.data.data;
      if (totalNum > MOST_PAGES * PAGE && canNarrow(timeWindow)) return { is: 'too wide' };
      for (const { time, coinName, type, amount } of accountProfits) {
        if (type !== 0 && type !== 2) continue;
        const exact = exactAmount(String(amount));
        if (exact === undefined) rejected.push(time);
        else rows.push({ time, literal: 'mining', kind: 'commission', asset: coinName, amount: exact });
      }
      read += accountProfits.length;
      if (accountProfits.length === 0 || read >= totalNum) {
        if (read !== totalNum) return { is: 'moved' };
        break;
      }
    }
  }
  return { is: 'rows', rows, rejected };
};
