import * as z from 'zod/mini';
import { API } from '../domain/income-streams';
import { type ApiRow, canNarrow, exactAmount, type Limit, type ReadWindow, Unreadable } from './api';

/**
 * Spot and margin rebates, `GET /sapi/v1/rebate/taxQuery` (docs/facts/binance.md §1.1): 200 rows a page, no ids, no
 * names. Type 1 is commission, type 2 the affiliate's own kickback.
 */
const PATH = '/sapi/v1/rebate/taxQuery';
const LIMIT: Limit = { name: `uid ${PATH}`, most: 180_000, header: 'x-sapi-used-uid-weight-1m', own: true };
/** Half of the limit is seven requests a minute: a window must fit into one, with its first look. */
const PAGES_A_MINUTE = 6;

const integer = z.number().check(z.gte(0));
const Row = z.object({
  asset: z.string().check(z.minLength(1)),
  type: z.number(),
  amount: z.string(),
  updateTime: z.number().check(z.gte(1e12)),
});
const Answer = z.object({
  data: z.object({ totalRecords: integer, totalPageNum: integer, data: z.array(Row) }),
});

export const readSpotRebates: ReadWindow = async (timeWindow, ask) => {
  const rows: ApiRow[] = [];
  const rejected: number[] = [];
  let total: number | undefined;
  for (let page = 1; ; page++) {
    const answer = Answer.safeParse(
      await ask({
        host: API,
        path: PATH,
        params: { startTime: timeWindow.first, endTime: timeWindow.last, page },
        limit: LIMIT,
        weight: 12_000,
        signed: true,
      }),
    );
    if (!answer.success) throw new Unreadable(PATH);
    const { totalRecords, totalPageNum, data } = answer.data.data;
    if (totalPageNum > PAGES_A_MINUTE && canNarrow(timeWindow)) return { is: 'too wide' };
    total ??= totalRecords;
    if (totalRecords !== total) return { is: 'moved' };
    for (const { asset, type, amount, updateTime } of data) {
      const exact = exactAmount(amount);
      if (exact === undefined || (type !== 1 && type !== 2)) rejected.push(updateTime);
      else {
        const kind = type === 1 ? 'commission' : 'kickback';
        rows.push({ time: updateTime, literal: 'spot', kind, asset, amount: exact });
      }
    }
    if (page >= totalPageNum) break;
  }
  // Fewer or more rows than announced: something came or went between the pages.
  return rows.length + rejected.length === total ? { is: 'rows', rows, rejected } : { is: 'moved' };
};
