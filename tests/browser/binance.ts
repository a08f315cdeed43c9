/**
 * Binance's signed API as far as the extension asks it (docs/facts/binance.md §1): accounts with keys, permissions and
 * rows, signatures, clocks, windows, pages, weights and bans. It misbehaves when told to. The official connectors work
 * against it unmodified (tests/unit/sync/connectors.test.ts), which keeps it honest.
 */
import { createHmac, createPublicKey, verify } from 'node:crypto';

export interface Asked {
  method: string;
  url: URL;
  headers: Record<string, string | string[] | undefined>;
}

export interface Answered {
  status: number;
  headers: Record<string, string>;
  body: string;
}

export interface RebateRow {
  asset: string;
  /** 1 commission, 2 kickback. */
  type: 1 | 2;
  amount: string;
  updateTime: number;
}

export interface IncomeRow {
  symbol?: string;
  incomeType: string;
  income: string;
  asset: string;
  time: number;
  /** As digits: it may exceed 2^53. */
  tranId: string;
}

export interface MiningRow {
  time: number;
  coinName: string;
  type: 0 | 1 | 2;
  /** As written. */
  amount: string;
}

export const READ_ONLY: Record<string, boolean | number> = {
  ipRestrict: false,
  createTime: 1623840271000,
  enableReading: true,
  enableWithdrawals: false,
  enableInternalTransfer: false,
  enableMargin: false,
  enableFutures: false,
  permitsUniversalTransfer: false,
  enableVanillaOptions: false,
  enableFixApiTrade: false,
  enableFixReadOnly: true,
  enableSpotAndMarginTrading: false,
  enablePortfolioMarginTrading: false,
};

export interface Account {
  apiKey: string;
  /** HMAC secret, or an Ed25519 public key as PEM. */
  secret?: string;
  publicKey?: string;
  permissions: Record<string, boolean | number>;
  rebates: RebateRow[];
  usdm: IncomeRow[];
  coinm: IncomeRow[];
  mining: Record<string, MiningRow[]>;
  /** Answers of the affiliate endpoints; absent: the account does not have them. */
  invitees?: Record<string, unknown>;
  codes?: Record<string, unknown>;
}

export const account = (of: Partial<Account> = {}): Account => ({
  apiKey: 'k'.repeat(64),
  secret: 's'.repeat(64),
  permissions: { ...READ_ONLY },
  rebates: [],
  usdm: [],
  coinm: [],
  mining: { sha256: [], scrypt: [] },
  ...of,
});

/** What an answer may be instead of the right one. */
export type Fault =
  | 'limited'
  | 'banned'
  | 'html 403'
  | 'busy'
  | 'html 502'
  | 'truncated'
  | 'clock'
  | 'signature'
  | 'permission'
  | 'disconnected'
  | 'timeout code'
  | 'not json'
  | 'wrong shape'
  /** The connection breaks, or nothing comes in time: status 0. */
  | 'no answer';

const DAY = 86_400_000;
const json = (body: unknown, status = 200, headers: Record<string, string> = {}): Answered => ({
  status,
  headers: { 'content-type': 'application/json', ...headers },
  body: typeof body === 'string' ? body : JSON.stringify(body),
});
const error = (code: number, msg: string, status = 400) => json({ code, msg }, status);

interface Meter {
  most: number;
  header: string;
  spent: [moment: number, weight: number][];
}

export class Binance {
  readonly accounts: Account[];
  /** Daily opens by pair; a pair that is not here does not exist. */
  prices: Record<string, (day: number) => string | undefined> = {};
  /** Asked in turn for each request: a fault, or nothing. */
  fault: (asked: Asked) => Fault | undefined = () => undefined;
  /** Its clock minus ours. */
  ahead = 0;
  /** The largest part of any limit that was ever spent in a minute, and how many requests came during a ban. */
  peak = 0;
  duringBan = 0;
  readonly log: string[] = [];
  #meters = new Map<string, Meter>();
  #bans = new Map<string, number>();

  private readonly now: () => number;

  constructor(accounts: Account[], now: () => number = () => Date.now()) {
    this.accounts = accounts;
    this.now = now;
  }

  get time(): number {
    return this.now() + this.ahead;
  }

  answer(asked: Asked): Answered {
    const { url } = asked;
    const path = url.pathname;
    this.log.push(`${url.host}${path}`);
    const ban = this.#bans.get(url.host) ?? 0;
    if (this.time < ban) {
      this.duringBan++;
      return json({ code: -1003, msg: `Way too much request weight used; IP banned until ${ban}.` }, 418);
    }
    const fault = this.fault(asked);
    if (fault) return this.#misbehave(fault, url.host);
    const headers = this.#weigh(url.host, path);
    const answered = this.#route(asked);
    return { ...answered, headers: { ...answered.headers, ...headers } };
  }

  #misbehave(fault: Fault, host: string): Answered {
    const html = (status: number): Answered => ({
      status,
      headers: { 'content-type': 'text/html' },
      body: '<html><body>nginx</body></html>',
    });
    switch (fault) {
      case 'limited':
        this.#bans.set(host, this.time + 30_000);
        return json({ code: -1003, msg: 'Too many requests.' }, 429, { 'retry-after': '30' });
      case 'banned': {
        const until = this.time + 120_000;
        this.#bans.set(host, until);
        return json({ code: -1003, msg: `Way too much request weight used; IP banned until ${until}.` }, 418);
      }
      case 'html 403':
        return html(403);
      case 'html 502':
        return html(502);
      case 'busy':
        return error(-1008, 'Server is currently overloaded.', 503);
      case 'disconnected':
        return error(-1001, 'Internal error; unable to process your request.', 500);
      case 'timeout code':
        return error(-1007, 'Timeout waiting for response from backend server.', 408);
      case 'truncated':
        return json('{"status":"OK","data":{"page":1,"totalRec');
      case 'not json':
        return json('OK');
      case 'wrong shape':
        return json({ status: 'OK', data: { rows: 'none' } });
      case 'no answer':
        return { status: 0, headers: {}, body: '' };
      case 'clock':
        return error(-1021, 'Timestamp for this request is outside of the recvWindow.');
      case 'signature':
        return error(-1022, 'Signature for this request is not valid.');
      case 'permission':
        return error(-2015, 'Invalid API-key, IP, or permissions for action.', 401);
    }
  }

  #weigh(host: string, path: string): Record<string, string> {
    const [name, most, header, weight] = limitOf(host, path);
    const meter = this.#meters.get(name) ?? { most, header, spent: [] };
    this.#meters.set(name, meter);
    meter.spent = meter.spent.filter(([at]) => this.now() - at < 60_000);
    meter.spent.push([this.now(), weight]);
    const used = meter.spent.reduce((n, [, w]) => n + w, 0);
    this.peak = Math.max(this.peak, used / most);
    return { [header]: String(used) };
  }

  #route(asked: Asked): Answered {
    const { url } = asked;
    const at = `${url.host}${url.pathname}`;
    if (at.endsWith('/api/v3/time')) return json({ serverTime: this.time });
    if (at === 'data-api.binance.vision/api/v3/klines') return this.#klines(url.searchParams);
    const signed = this.#verify(asked);
    if ('status' in signed) return signed;
    const q = url.searchParams;
    switch (at) {
      case 'api.binance.com/sapi/v1/account/apiRestrictions':
        return json(signed.permissions);
      case 'api.binance.com/sapi/v1/rebate/taxQuery':
        return this.#rebates(signed, q);
      case 'fapi.binance.com/fapi/v1/income':
        return this.#income(signed.usdm, q, 90 * DAY, false);
      case 'dapi.binance.com/dapi/v1/income':
        return this.#income(signed.coinm, q, Number.POSITIVE_INFINITY, true);
      case 'api.binance.com/sapi/v1/mining/pub/algoList':
        return json({
          code: 0,
          msg: '',
          data: Object.keys(signed.mining).map((algoName, i) => ({
            algoName,
            algoId: i + 1,
            poolIndex: i,
            unit: 'h/s',
          })),
        });
      case 'api.binance.com/sapi/v1/affiliate/performance/invitee':
        return this.#performance(signed.invitees, q.get('userId'));
      case 'api.binance.com/sapi/v1/affiliate/performance/code':
        return this.#performance(signed.codes, q.get('code'));
      case 'api.binance.com/sapi/v1/mining/payment/uid':
        return this.#mining(signed, q);
      default:
        return { status: 404, headers: { 'content-type': 'text/html' }, body: '<html>404</html>' };
    }
  }

  /** The account a request is signed for, or what is wrong with it. */
  #verify({ url, headers }: Asked): Account | Answered {
    const key = String(headers['x-mbx-apikey'] ?? '');
    const found = this.accounts.find(a => a.apiKey === key);
    if (!found) return error(-2014, 'API-key format invalid.', 401);
    const query = url.search.slice(1);
    const cut = query.lastIndexOf('&signature=');
    if (cut < 0) return error(-1102, "Mandatory parameter 'signature' was not sent.");
    const payload = query.slice(0, cut);
    const signature = decodeURIComponent(query.slice(cut + '&signature='.length));
    const good = found.publicKey
      ? verify(null, Buffer.from(payload), createPublicKey(found.publicKey), Buffer.from(signature, 'base64'))
      : createHmac('sha256', found.secret ?? '')
          .update(payload)
          .digest('hex') === signature.toLowerCase();
    if (!good) return error(-1022, 'Signature for this request is not valid.');
    const timestamp = Number(url.searchParams.get('timestamp'));
    const window = Number(url.searchParams.get('recvWindow') ?? 5_000);
    if (!(timestamp < this.time + 1_000 && this.time - timestamp <= window))
      return error(-1021, 'Timestamp for this request is outside of the recvWindow.');
    return found;
  }

  #rebates({ rebates }: Account, q: URLSearchParams): Answered {
    const last = Number(q.get('endTime') ?? this.time);
    const first = Number(q.get('startTime') ?? last - 7 * DAY);
    if (last - first > 30 * DAY) return error(-6021, 'Query time range too large');
    if (first < Date.UTC(2020, 5, 10)) return error(-1130, 'Invalid startTime');
    const rows = rebates.filter(r => r.updateTime >= first && r.updateTime <= last);
    const page = Number(q.get('page') ?? 1);
    const data = {
      page,
      totalRecords: rows.length,
      totalPageNum: Math.ceil(rows.length / 200),
      data: rows.slice((page - 1) * 200, page * 200),
    };
    return json({ status: 'OK', type: 'GENERAL', code: '000000000', data });
  }

  #income(all: IncomeRow[], q: URLSearchParams, kept: number, asText: boolean): Answered {
    const last = Number(q.get('endTime') ?? this.time);
    const first = Math.max(Number(q.get('startTime') ?? last - 7 * DAY), this.time - kept);
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

  #performance(known: Record<string, unknown> | undefined, key: string | null): Answered {
    if (!known) return { status: 404, headers: { 'content-type': 'text/html' }, body: '<html>404</html>' };
    const data = known[key ?? ''];
    if (!data) return error(-1130, 'Data sent for a parameter is not valid.');
    return json({ status: 'OK', type: 'GENERAL', code: '000000000', data });
  }

  #mining({ mining }: Account, q: URLSearchParams): Answered {
    const rows = mining[q.get('algo') ?? ''];
    if (!rows) return error(-1102, "Mandatory parameter 'algo' was not sent.");
    const [first, last] = [Number(q.get('startDate') ?? 0), Number(q.get('endDate') ?? this.time)];
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

  #klines(q: URLSearchParams): Answered {
    const price = this.prices[q.get('symbol') ?? ''];
    if (!price) return error(-1121, 'Invalid symbol.');
    const rows: unknown[] = [];
    const from = Math.ceil(Number(q.get('startTime')) / DAY);
    const to = Math.min(Math.floor(Number(q.get('endTime')) / DAY), Math.floor(this.time / DAY));
    const most = Number(q.get('limit') ?? 500);
    for (let day = from; day <= to && rows.length < most; day++) {
      const open = price(day);
      if (open === undefined) continue;
      rows.push([day * DAY, open, open, open, open, '1', (day + 1) * DAY - 1, '1', 1, '1', '1', '0']);
    }
    return json(rows);
  }
}

/** Name, limit a minute, header and weight of an address (docs/facts/binance.md §1.11). */
function limitOf(host: string, path: string): [string, number, string, number] {
  if (path === '/sapi/v1/rebate/taxQuery') return [path, 180_000, 'x-sapi-used-uid-weight-1m', 12_000];
  if (path.startsWith('/sapi/')) return [path, 12_000, 'x-sapi-used-ip-weight-1m', 1];
  if (host.startsWith('fapi')) return [host, 2_400, 'x-mbx-used-weight-1m', 30];
  if (host.startsWith('dapi')) return [host, 2_400, 'x-mbx-used-weight-1m', 20];
  return [host, 6_000, 'x-mbx-used-weight-1m', path.endsWith('klines') ? 2 : 1];
}
