import { expect, test } from 'vitest';
import { exactDecimal } from '../../../lib/domain/money';
import { readSync } from '../../../lib/store/connections';
import { readManifest } from '../../../lib/store/read';
import { storedRows } from '../memory-ledger';
import { expectedRows, records, withoutValues } from './account-records';
import { DAY, HOUR, harness, NOW } from './sync-harness';

const sumOf = (glance: bigint[]) => glance.reduce((a, b) => a + b, 0n);

test('everything an account has comes in: spot, both futures, mining; exact, equal rows and long ids included', async () => {
  const of = records(1, 900, 700);
  of.coinm = [
    {
      incomeType: 'COMMISSION_REBATE',
      income: '0.00766144',
      asset: 'BTC',
      time: NOW - 400 * DAY,
      tranId: '1',
    },
    { incomeType: 'FUNDING_FEE', income: '1', asset: 'BTC', time: NOW - 2 * DAY, tranId: '2' },
  ];
  of.mining = {
    sha256: [{ time: NOW - 3 * DAY, coinName: 'BTC', type: 0, amount: '0.0011859' }],
    scrypt: [
      { time: NOW - 3 * DAY, coinName: 'LTC', type: 1, amount: '5' },
      { time: NOW - 4 * DAY, coinName: 'LTC', type: 2, amount: '2.2E-7' },
    ],
  };
  const { db, binance, syncAll, manifest } = await harness(of);
  binance.prices = {
    BTCUSDT: () => '50000.00000000',
    BNBUSDT: () => '600.5',
    OLDCOINBTC: () => '0.00000002',
  };
  await syncAll();
  const stored = await storedRows(db);
  const mining = ['mining,,,BTC,0.0011859', 'mining,,,LTC,0.00000022'];
  const [minings, others] = [
    withoutValues(stored).filter(row => row.startsWith('mining')),
    withoutValues(stored).filter(row => !row.startsWith('mining')),
  ];
  expect(others).toEqual(expectedRows(of));
  expect(minings.map(row => row.split(',').slice(0, 5).join(','))).toEqual(mining);
  // USDT is worth itself, others what they opened at; a coin without a pair goes through BTC, one without any is not 0.
  for (const row of stored) {
    const [, , , asset, amount, value] = row.split(',');
    const prices: Record<string, number> = { USDT: 1, BTC: 50_000, BNB: 600.5, OLDCOIN: 0.001 };
    if (asset === 'LTC') expect(value).toBe('');
    else expect(Math.abs(Number(value) - Number(amount) * prices[asset])).toBeLessThan(6e-9);
  }
  expect(binance.peak).toBeLessThanOrEqual(0.5);
  expect(manifest()!.books.real!.glance.commission.length).toBeGreaterThan(100);
  // The ids never came near a rounding.
  expect(binance.log.length).toBeGreaterThan(20);
});

test('a sync with nothing new asks at most six times, and what is late still comes', async () => {
  const of = records(2, 300, 200);
  const { db, clock, binance, syncAll, sync, mine } = await harness(of);
  await syncAll();
  for (let hour = 0; hour < 30; hour++) {
    clock.now += HOUR;
    const before = binance.log.length;
    await sync();
    expect(binance.log.slice(before)).toHaveLength(Math.min(6, binance.log.length - before));
  }
  expect(withoutValues(await storedRows(db))).toEqual(expectedRows(of));
  // Credited an hour ago, shown only now.
  mine.rebates.push({ asset: 'USDT', type: 1, amount: '7', updateTime: clock.now - HOUR });
  await sync({ byHand: true });
  expect((await storedRows(db)).length).toBe(expectedRows(of).length + 0);
  expect((await storedRows(db)).some(row => row.startsWith('spot,,,USDT,7,7,'))).toBe(true);
});

test('rows that have no price yet get their value when prices are there', async () => {
  const { db, clock, binance, syncAll } = await harness({
    rebates: [{ asset: 'NEW', type: 1, amount: '2', updateTime: NOW - 30 * HOUR }],
  });
  let away = true;
  binance.fault = ({ url }) => (away && url.host.startsWith('data-api') ? 'html 502' : undefined);
  binance.prices = { NEWUSDT: () => '1.25' };
  await syncAll();
  const real = async () => (await readManifest(db)).books.real!;
  expect(sumOf((await real()).glance.commission)).toBe(0n);
  expect((await storedRows(db))[0]).toContain(',2,,');
  away = false;
  clock.now += HOUR;
  await syncAll();
  expect(exactDecimal(sumOf((await real()).glance.commission))).toBe('2.5');
  expect((await real()).months.flatMap(m => m.chunks)).toHaveLength(1);
});

test('a row that cannot be kept is counted once, however often it is read', async () => {
  const { db, me, clock, syncAll, sync } = await harness({
    rebates: [{ asset: 'USDT', type: 1, amount: '0.0000000001', updateTime: NOW - HOUR }],
  });
  await syncAll();
  for (let hour = 0; hour < 5; hour++) {
    clock.now += HOUR;
    await sync();
  }
  expect((await readSync(db, me.id)).ways.spot?.rejected).toBe(1);
});
