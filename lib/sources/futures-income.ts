import * as z from 'zod/mini';
import type { Kind } from '../domain/commission';
import { DAPI, FAPI } from '../domain/income-streams';
import {
  type ApiRow,
  canNarrow,
  exactAmount,
  type Limit,
  MOST_PAGES,
  type ReadWindow,
  type TimeWindow,
  Unreadable,
  type WindowRead,
} from './api';

/**
 * Futures income, `GET /fapi/v1/income` and `GET /dapi/v1/income` (docs/facts/binance.md §1.3, §1.4). Of the types only
 * these are the programme's; all others are the user's own trading. `info` may hold a masked e-mail and is not read.
 */
const KIND_OF: Record<string, Kind> = {
  COMMISSION_REBATE: 'commission',
  REFERRAL_KICKBACK: 'kickback',
  CONTEST_REWARD: 'bonus',
  WELCOME_BONUS: 'bonus',
};
const PAGE = 1_000;

const Row = z.object({
  incomeType: z.string(),
  income: z.string(),
  asset: z.string().check(z.minLength(1)),
  time: z.number().check(z.gte(1e12)),
  /** A number or a text by market, beyond 2^53 too; absent in old rows. */
  tranId: z.optional(z.nullable(z.union([z.string(), z.number()]))),
});
const Answer = z.array(Row);

interface FuturesMarket {
  host: string;
  path: string;
  literal: string;
  weight: number;
  limit: Limit;
  /** Whether an answer can be narrowed to one type: COIN-M documents no rebate type to ask for. */
  byType: boolean;
}

function incomeOf(market: FuturesMarket): ReadWindow {
  return async (timeWindow, ask) => {
    const pages = async (
      timeWindow: TimeWindow,
      type?: string,
      most = MOST_PAGES,
    ): Promise<Found | 'too wide'> => {
      const found = new Found(market.literal);
      for (let page = 1; ; page++) {
        if (page > most && canNarrow(timeWindow)) return 'too wide';
        const answer = Answer.safeParse(
          await ask({
            host: market.host,
            path: market.path,
            params: {
              ...(type && { incomeType: type }),
              startTime: timeWindow.first,
              endTime: timeWindow.last,
              page,
              limit: PAGE,
            },
            limit: market.limit,
            weight: market.weight,
            signed: true,
          }),
        );
        if (!answer.success) throw new Unreadable(market.path);
        for (const row of answer.data) found.add(row);
        if (answer.data.length < PAGE) return found;
      }
    };
    // One request brings all types; only those who trade a lot themselves are asked about type by type.
    const all = await pages(timeWindow, undefined, market.byType ? 1 : MOST_PAGES);
    if (all !== 'too wide') return all.result;
    if (!market.byType) return { is: 'too wide' };
    const parts: Found[] = [];
    for (const type of Object.keys(KIND_OF)) {
      const part = await pages(timeWindow, type);
      if (part === 'too wide') return { is: 'too wide' };
      parts.push(part);
    }
    return {
      is: 'rows',
      rows: parts.flatMap(part => part.rows),
      rejected: parts.flatMap(part => part.rejected),
    };
  };
}

/** Rows of one time window; the same id of the same type is the same row, shown twice because pages moved. */
class Found {
  rows: ApiRow[] = [];
  rejected: number[] = [];
  #seen = new Set<string>();

  constructor(private readonly orderType: string) {}

  add({ incomeType, income, asset, time, tranId }: z.infer<typeof Row>): void {
    const kind = Object.hasOwn(KIND_OF, incomeType) ? KIND_OF[incomeType] : undefined;
    if (!kind) return;
    if (tranId !== undefined && tranId !== null && tranId !== '') {
      const id = `${incomeType} ${tranId}`;
      if (this.#seen.has(id)) return;
      this.#seen.add(id);
    }
    const amount = exactAmount(income);
    if (amount === undefined) {
      this.rejected.push(time);
      return;
    }
    const literal = kind === 'bonus' ? `${this.orderType} ${incomeType}` : this.orderType;
    this.rows.push({ time, literal, kind, asset, amount });
  }

  get result(): WindowRead {
    return { is: 'rows', rows: this.rows, rejected: this.rejected };
  }
}

export const readUsdmIncome = incomeOf({
  host: FAPI,
  path: '/fapi/v1/income',
  literal: 'USDT-futures',
  weight: 30,
  limit: { name: 'fapi', most: 2_400, header: 'x-mbx-used-weight-1m' },
  byType: true,
});

export const readCoinmIncome = incomeOf({
  host: DAPI,
  path: '/dapi/v1/income',
  literal: 'COIN-futures',
  weight: 20,
  limit: { name: 'dapi', most: 2_400, header: 'x-mbx-used-weight-1m' },
  byType: false,
});
