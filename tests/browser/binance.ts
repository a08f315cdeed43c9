/**
 * Binance's signed API as far as the extension asks it (docs/facts/binance.md §1): accounts with keys, permissions and
 * rows, signatures, clocks, windows, pages, weights and bans. It misbehaves when told to. The official connectors work
 * against it unmodified (tests/unit/sources/api.connectors.test.ts), which keeps it honest.
 */
import { createHmac, createPublicKey, verify } from 'node:crypto';
import type { Account } from './binance-account.ts';
import {
  type Answered,
  error,
  income,
  json,
  klines,
  mining,
  performance,
  rebates,
} from './binance-answers.ts';
import { bannedAnswer, type Fault, misbehave } from './binance-faults.ts';

export { account, type IncomeRow, type MiningRow, READ_ONLY, type RebateRow } from './binance-account.ts';
export type { Account, Answered, Fault };

export interface Asked {
  method: string;
  url: URL;
  headers: Record<string, string | string[] | undefined>;
}

const DAY = 86_400_000;

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
      return bannedAnswer(ban);
    }
    const fault = this.fault(asked);
    if (fault) {
      const { answered, bannedUntil } = misbehave(fault, this.time);
      if (bannedUntil !== undefined) this.#bans.set(url.host, bannedUntil);
      return answered;
    }
    const headers = this.#weigh(url.host, path);
    const answered = this.#route(asked);
    return { ...answered, headers: { ...answered.headers, ...headers } };
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
    if (at === 'data-api.binance.vision/api/v3/klines')
      return klines(this.prices[url.searchParams.get('symbol') ?? ''], url.searchParams, this.time);
    const signed = this.#verify(asked);
    if ('status' in signed) return signed;
    const q = url.searchParams;
    switch (at) {
      case 'api.binance.com/sapi/v1/account/apiRestrictions':
        return json(signed.permissions);
      case 'api.binance.com/sapi/v1/rebate/taxQuery':
        return rebates(signed, q, this.time);
      case 'fapi.binance.com/fapi/v1/income':
        return income(signed.usdm, q, this.time, 90 * DAY, false);
      case 'dapi.binance.com/dapi/v1/income':
        return income(signed.coinm, q, this.time, Number.POSITIVE_INFINITY, true);
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
        return performance(signed.invitees, q.get('userId'));
      case 'api.binance.com/sapi/v1/affiliate/performance/code':
        return performance(signed.codes, q.get('code'));
      case 'api.binance.com/sapi/v1/mining/payment/uid':
        return mining(signed, q, this.time);
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
}

/** Name, limit a minute, header and weight of an address (docs/facts/binance.md §1.11). */
function limitOf(host: string, path: string): [string, number, string, number] {
  if (path === '/sapi/v1/rebate/taxQuery') return [path, 180_000, 'x-sapi-used-uid-weight-1m', 12_000];
  if (path.startsWith('/sapi/')) return [path, 12_000, 'x-sapi-used-ip-weight-1m', 1];
  if (host.startsWith('fapi')) return [host, 2_400, 'x-mbx-used-weight-1m', 30];
  if (host.startsWith('dapi')) return [host, 2_400, 'x-mbx-used-weight-1m', 20];
  return [host, 6_000, 'x-mbx-used-weight-1m', path.endsWith('klines') ? 2 : 1];
}
