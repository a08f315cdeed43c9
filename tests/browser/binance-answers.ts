/** What Binance's endpoints answer for an account: windows, pages and errors as documented (docs/facts/binance.md §1). */
import type { Account, IncomeRow } from './binance-account.ts';

export interface Answered {
  status: number;
  headers: Record<string, string>;
  body: string;
}

const DAY = 86_400_000;
export const json = (body: unknown, status = 200, headers: Record<string, string> = {}): Answered => ({
  status,
  headers: { 'content-type': 'application/json', ...headers },
  body: typeof body === 'string' ? body : JSON.stringify(body),
});
export const error = (code: number, msg: string, status = 400) => json({ code, msg }, status);

export function rebates({ rebates: all }: Account, q: URLSearchParams, now: number): Answered {
  const last = Number(q.get('endTime') ?? now);
  const first = Number(q.get('startTime') ?? last - 7 * DAY);
  if (last - first > 30 * DAY) return error(-6021, 'Query time range too large');
  if (first < Date.UTC(2020, 5, 10)) return error(-1130, 'Invalid startTime');
  const rows = all.filter(r => r.updateTime >= first && r.updateTime <= last);
  const page = Number(q.get('page') ?? 1);
  const data = {
    page,
    totalRecords: rows.length,
    totalPageNum: Math.ceil(rows.length / 200),
    data: rows.slice((page - 1) * 200, page * 200),
  };
  return json({ status: 'OK', type: 'GENERAL', code: '000000000', data });
}

/** @param kept how long rows are kept, ms. @param asText whether transaction ids are texts, as at COIN-M. */
export function income(
  all: IncomeRow[],
  q: URLSearchParams,
  now: number,
  kept: number,
  asText: boolean,
): Answered {
  const last = Number(q.get('endTime') ?? now);
  const first = Math.max(Number(q.get('startTime') ?? last - 7 * DAY), now - kept);
  if (asText && last - first > 366 * DAY)
    return error(-1127, 'More than 8784 hours between startTime and endTime.');
  const limit = Math.min(1_000, Number(q.get('limit') ?? 100));
  const page = Number(q.get('page') ?? 1);
  const type = q.get('incomeType');
  const rows = all.filter(r => r.time >= first && r.time <= last && (!type || r.incomeType === type));
  const body = rows
    .slice((page - 1) * limit, page * limit)
    .map(
      r =>
        `{"symbol":${JSON.stringify(r.symbol ?? '')},"incomeType":"${r.incomeType}","income":"${r.income}",` +
        `"asset":"${r.asset}","info":"us**@example.com","time":${r.time},` +
        `"tranId":${asText ? `"${r.tranId}"` : r.tranId},"tradeId":""}`,
    );
  return json(`[${body.join(',')}]`);
}

export function performance(known: Record<string, unknown> | undefined, key: string | null): Answered {
  if (!known) return { status: 404, headers: { 'content-type': 'text/html' }, body: '<html>404</html>' };
  const data = known[key ?? ''];
  if (!data) return error(-1130, 'Data sent for a parameter is not valid.');
  return json({ status: 'OK', type: 'GENERAL', code: '000000000', data });
}

export function mining({ mining: all }: Account, q: URLSearchParams, now: number): Answered {
  const rows = all[q.get('algo') ?? ''];
  if (!rows) return error(-1102, "Mandatory parameter 'algo' was not sent.");
  const [first, last] = [Number(q.get('startDate') ?? 0), Number(q.get('endDate') ?? now)];
  const size = Number(q.get('pageSize') ?? 20);
  const page = Number(q.get('pageIndex') ?? 1);
  const found = rows.filter(r => r.time >= first && r.time <= last);
  const profits = found
    .slice((page - 1) * size, page * size)
    .map(
      r =>
        `{"time":${r.time},"coinName":"${r.coinName}","type":${r.type},"puid":59985472,"subName":"x","amount":${r.amount}}`,
    );
  return json(
    `{"code":0,"msg":"","data":{"accountProfits":[${profits.join(',')}],"totalNum":${found.length},"pageSize":${size}}}`,
  );
}

/** @param price the daily opens of the pair that is asked for. */
export function klines(
  price: ((day: number) => string | undefined) | undefined,
  q: URLSearchParams,
  now: number,
): Answered {
  if (!price) return error(-1121, 'Invalid symbol.');
  const rows: unknown[] = [];
  const from = Math.ceil(Number(q.get('startTime')) / DAY);
  const to = Math.min(Math.floor(Number(q.get('endTime')) / DAY), Math.floor(now / DAY));
  const most = Number(q.get('limit') ?? 500);
  for (let day = from; day <= to && rows.length < most; day++) {
    const open = price(day);
    if (open === undefined) continue;
    rows.push([day * DAY, open, open, open, open, '1', (day + 1) * DAY - 1, '1', 1, '1', '1', '0']);
  }
  return json(rows);
}
