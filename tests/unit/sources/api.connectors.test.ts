import { generateKeyPairSync } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
// @ts-expect-error: it brings no types
import { Spot } from '@binance/connector';
import { DerivativesTradingCoinFutures } from '@binance/derivatives-trading-coin-futures';
import { DerivativesTradingUsdsFutures } from '@binance/derivatives-trading-usds-futures';
import { Wallet } from '@binance/wallet';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hmacSigner, importSecret } from '../../../lib/platform/vault';
import { parseExact, queryOf } from '../../../lib/sources/api';
import { account, Binance, READ_ONLY } from '../../browser/binance.ts';

/**
 * The official connectors against our stand-in, unmodified: what they sign it accepts, what it answers they
 * understand. So a test that passes against it says something about Binance.
 */
const now = Date.now();
const pair = generateKeyPairSync('ed25519');
const secretly = account({
  rebates: [
    { asset: 'USDT', type: 1, amount: '0.0001126', updateTime: now - 5_000 },
    { asset: 'ETH', type: 2, amount: '0.00000056', updateTime: now - 4_000 },
  ],
  usdm: [
    {
      incomeType: 'COMMISSION_REBATE',
      income: '0.5',
      asset: 'USDT',
      time: now - 3_000,
      tranId: '9007199254740993',
    },
  ],
  coinm: [{ incomeType: 'COMMISSION_REBATE', income: '0.25', asset: 'BTC', time: now - 3_000, tranId: '17' }],
  mining: { sha256: [{ time: now - 9_000, coinName: 'BTC', type: 0, amount: '0.09186957' }] },
});
const paired = account({
  apiKey: 'p'.repeat(64),
  secret: undefined,
  publicKey: pair.publicKey.export({ type: 'spki', format: 'pem' }).toString(),
  usdm: secretly.usdm,
});
const binance = new Binance([secretly, paired]);
let server: Server;
let base: string;

beforeAll(async () => {
  server = createServer((request, response) => {
    const path = request.url ?? '/';
    const host = path.startsWith('/fapi') ? 'fapi' : path.startsWith('/dapi') ? 'dapi' : 'api';
    const answered = binance.answer({
      method: 'GET',
      url: new URL(path, `https://${host}.binance.com`),
      headers: request.headers,
    });
    response.writeHead(answered.status, answered.headers);
    response.end(answered.body);
  });
  await new Promise<void>(ready => server.listen(0, '127.0.0.1', ready));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());

const withSecret = () => ({ apiKey: secretly.apiKey, apiSecret: secretly.secret!, basePath: base });
const withPair = () => ({
  apiKey: paired.apiKey,
  privateKey: pair.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  basePath: base,
});

describe('the official connectors work against the stand-in', () => {
  test('permissions, signed with a secret and with a key pair', async () => {
    for (const configurationRestAPI of [withSecret(), withPair()]) {
      const answer = await new Wallet({ configurationRestAPI }).restAPI.getApiKeyPermission();
      expect(await answer.data()).toMatchObject(READ_ONLY);
    }
  });

  test('a wrong secret is refused', async () => {
    const wrong = new Wallet({ configurationRestAPI: { ...withSecret(), apiSecret: 'x' } });
    await expect(wrong.restAPI.getApiKeyPermission()).rejects.toThrow(/Signature/);
  });

  test('USDⓈ-M and COIN-M income', async () => {
    const usdm = new DerivativesTradingUsdsFutures({ configurationRestAPI: withPair() });
    const income = await (await usdm.restAPI.getIncomeHistory({ limit: 1000 })).data();
    expect(income).toMatchObject([{ incomeType: 'COMMISSION_REBATE', income: '0.5' }]);
    const coinm = new DerivativesTradingCoinFutures({ configurationRestAPI: withSecret() });
    const rows = await (await coinm.restAPI.getIncomeHistory({ limit: 1000 })).data();
    expect(rows).toMatchObject([{ income: '0.25', tranId: '17' }]);
  });

  test('rebates and mining', async () => {
    const spot = new Spot(secretly.apiKey, secretly.secret, { baseURL: base });
    const { data } = await spot.rebateSpotHistory({ page: 1 });
    expect(data.data).toMatchObject({ totalRecords: 2, totalPageNum: 1 });
    expect(data.data.data[0]).toEqual(secretly.rebates[0]);
    const mining = await spot.miningAccountEarning('sha256');
    expect(mining.data.data.accountProfits[0].amount).toBe(0.09186957);
  });
});

test('the two published HMAC vectors match', async () => {
  const key = await importSecret('NhqPtmdSJYdKjVHjA7PZj4Mge3R5YNiP1e3UZjInClVN65XAbvqqM6A7H5fATj0j');
  const sign = (symbol: string) =>
    hmacSigner('', key).sign(
      queryOf({
        symbol,
        side: 'BUY',
        type: 'LIMIT',
        timeInForce: 'GTC',
        quantity: '1',
        price: '0.1',
        recvWindow: 5000,
        timestamp: 1499827319559,
      }),
    );
  expect(await sign('LTCBTC')).toBe('c8db56825ae71d6d79447849e617115f4a920fa2acdcab2b053c4b2838bd6b71');
  expect(await sign('１２３４５６')).toBe('e1353ec6b14d888f1164ae9af8228a3dbd508bc82eb867db8ab6046442f33ef3');
});

test('ids beyond 2^53 and amounts come as they are written', () => {
  expect(
    parseExact('{"a":9007199254740993,"b":0.00000001,"c":2.2E-7,"d":12,"e":"x","f":-9007199254740993}'),
  ).toEqual({
    a: '9007199254740993',
    b: '0.00000001',
    c: '2.2E-7',
    d: 12,
    e: 'x',
    f: '-9007199254740993',
  });
});
