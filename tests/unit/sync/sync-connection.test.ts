import { describe, expect, test } from 'vitest';
import { powersOf } from '../../../lib/domain/connection';
import { exactDecimal } from '../../../lib/domain/money';
import { readSync } from '../../../lib/store/connections';
import { readManifest } from '../../../lib/store/read';
import type { Database } from '../../../lib/store/schema';
import { type Commit, commit } from '../../../lib/store/write';
import type { Account, Fault, IncomeRow, RebateRow } from '../../browser/binance.ts';
import { READ_ONLY } from '../../browser/binance.ts';
import { storedRows } from '../memory-ledger';
import { DAY, HOUR, harness, NOW } from './sync-harness';

const iso = (moment: number) => new Date(moment).toISOString().slice(0, 19).replace('T', ' ');

/** A repeatable die. */
function die(seed: number): (n: number) => number {
  let state = seed;
  return n => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return state % n;
  };
}

/** Records of an account with everything that makes them hard: bursts, equal rows, other people's types, long ids. */
function records(seed: number, rebates: number, incomes: number, days = 85): Partial<Account> {
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
function expectedRows({ rebates = [], usdm = [], coinm = [] }: Partial<Account>): string[] {
  const kinds: Record<string, string> = {
    COMMISSION_REBATE: 'USDT-futures',
    REFERRAL_KICKBACK: 'USDT-futures',
    CONTEST_REWARD: 'USDT-futures CONTEST_REWARD',
  };
  const line = (type: string, asset: string, amount: string, time: number) =>
    [type, '', '', asset, exact(amount), iso(time)].join(',');
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

const withoutValues = (rows: string[]) =>
  rows
    .map(row => row.split(','))
    .map(([type, id, sub, asset, amount, , time]) => [type, id, sub, asset, amount, time].join(','))
    .sort();

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

describe('a key', () => {
  const FLAGS = [
    'enableWithdrawals',
    'enableInternalTransfer',
    'enableMargin',
    'enableFutures',
    'permitsUniversalTransfer',
    'enableVanillaOptions',
    'enableFixApiTrade',
    'enableSpotAndMarginTrading',
    'enablePortfolioMarginTrading',
  ];

  test('of all 512 combinations of powers only the one without any is read-only', () => {
    const accepted: number[] = [];
    for (let bits = 0; bits < 512; bits++) {
      const flags = Object.fromEntries(FLAGS.map((name, i) => [name, (bits & (1 << i)) !== 0]));
      const powers = powersOf({ ...READ_ONLY, ...flags });
      expect(powers).toEqual(FLAGS.filter((_, i) => bits & (1 << i)));
      if (powers?.length === 0) accepted.push(bits);
    }
    expect(accepted).toEqual([0]);
  });

  test.each([
    ['a power', { enableWithdrawals: true }, { is: 'powers', powers: ['enableWithdrawals'] }],
    ['a power nobody knows yet', { enableTeleport: true }, { is: 'powers', powers: ['enableTeleport'] }],
    [
      'a power that is no boolean',
      { permitsAnything: 'yes' as never },
      { is: 'powers', powers: ['permitsAnything'] },
    ],
    ['no right to read', { enableReading: false }, { is: 'key' }],
    ['an answer that leaves a flag out', { enableWithdrawals: undefined as never }, { is: 'unreadable' }],
  ])('with %s is refused by name, and nothing else is asked', async (_, flags, refused) => {
    const { db, me, binance, syncAll, mine } = await harness(records(3, 20, 0));
    Object.assign(mine.permissions, flags);
    await syncAll();
    expect((await readSync(db, me.id)).refused).toEqual(refused);
    expect(binance.log.filter(at => !/time|apiRestrictions/.test(at))).toEqual([]);
    expect(await storedRows(db)).toEqual([]);
  });

  test('that gains a power later is found out within a day', async () => {
    const { db, me, clock, binance, syncAll, sync, mine } = await harness(records(4, 20, 0));
    await syncAll();
    mine.permissions.enableSpotAndMarginTrading = true;
    for (let hour = 0; hour < 24; hour++) {
      clock.now += HOUR;
      await sync();
    }
    expect((await readSync(db, me.id)).refused).toEqual({
      is: 'powers',
      powers: ['enableSpotAndMarginTrading'],
    });
    const asked = binance.log.length;
    clock.now += HOUR;
    await sync();
    expect(binance.log.length).toBe(asked);
  });
});

describe('the share of a limit', () => {
  const many = (count: number, from: number, to: number): RebateRow[] =>
    Array.from({ length: count }, (_, i) => ({
      asset: 'USDT',
      type: 1,
      amount: `0.${String(i + 1).padStart(8, '0')}`,
      updateTime: Math.floor(from + ((to - from) * i) / count),
    }));

  test.each([1_199, 1_201, 1_399, 1_401, 1_599, 1_601])(
    'is never a stretch too small: %i rows',
    async count => {
      const of = { rebates: many(count, NOW - 20 * DAY, NOW - 2 * HOUR) };
      const { db, binance, syncAll } = await harness(of);
      await syncAll();
      expect(await storedRows(db)).toHaveLength(count);
      expect(binance.peak).toBeLessThanOrEqual(0.5);
    },
  );

  test('2,400 rows a day come in day after day, the two days’ look back too', async () => {
    const of = { rebates: many(2_400 * 5, NOW - 2 * DAY, NOW + 3 * DAY) };
    const { db, clock, sync } = await harness(of);
    while (clock.now < NOW + 3 * DAY + 3 * HOUR) {
      const next = await sync();
      const more = typeof next === 'number' ? next : clock.now + HOUR;
      clock.now = Math.min(Math.max(clock.now + 30_000, more), clock.now + HOUR);
    }
    expect(await storedRows(db)).toHaveLength(of.rebates.length);
  }, 60_000);
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

describe('one way’s trouble', () => {
  test('that lasts keeps neither mining nor prices from coming', async () => {
    const { db, binance, clock, mine, sync } = await harness({
      rebates: [{ asset: 'NEW', type: 1, amount: '2', updateTime: NOW - 30 * HOUR }],
    });
    let away = true;
    binance.fault = ({ url }) =>
      url.host.startsWith('fapi')
        ? 'permission'
        : away && url.host.startsWith('data-api')
          ? 'html 502'
          : undefined;
    binance.prices = { NEWUSDT: () => '1.25' };
    let runs = 0;
    const days = async (until: number) => {
      while (clock.now < until) {
        runs++;
        const next = await sync();
        clock.now = Math.max(
          clock.now + 30_000,
          Math.min(typeof next === 'number' ? next : Infinity, clock.now + HOUR),
        );
      }
    };
    await days(NOW + DAY);
    away = false;
    mine.mining.sha256.push({ time: clock.now - HOUR, coinName: 'NEW', type: 0, amount: '3' });
    await days(NOW + 4 * DAY);
    const stored = await storedRows(db);
    expect(stored.map(row => row.split(',')[5]).sort()).toEqual(['2.5', '3.75']);
    expect(runs).toBeLessThan(600);
  });

  test('does not stop the others, and says what it is', async () => {
    const of = records(5, 100, 100);
    const { db, me, binance, sync } = await harness(of);
    binance.fault = ({ url }) => (url.host.startsWith('fapi') ? 'permission' : undefined);
    await sync();
    const { ways } = await readSync(db, me.id);
    expect(ways['usd-m']?.trouble?.why).toBe('permission');
    expect(ways.spot?.trouble).toBeUndefined();
    expect((await storedRows(db)).filter(row => row.startsWith('spot')).length).toBeGreaterThan(10);
  });

  test('a ban is kept across restarts: nothing leaves before it is over', async () => {
    const of = records(6, 50, 50);
    const { binance, clock, sync, syncAll } = await harness(of);
    let once = true;
    binance.fault = ({ url }) => {
      if (!url.pathname.includes('taxQuery') || !once) return undefined;
      once = false;
      return 'banned';
    };
    await sync();
    clock.now += 5_000;
    await sync();
    await sync({ byHand: true });
    expect(binance.duringBan).toBe(0);
    await syncAll();
    expect(binance.duringBan).toBe(0);
    expect(binance.log.filter(at => at.includes('taxQuery')).length).toBeGreaterThan(1);
  });

  test('a clock that is wrong is set by Binance’s', async () => {
    const of = records(7, 30, 0);
    const { db, binance, syncAll } = await harness(of);
    binance.ahead = 7 * HOUR;
    await syncAll();
    expect(withoutValues(await storedRows(db))).toEqual(expectedRows(of));
  });
});

/** Every fault there is, at random; the ledger must come out as if there had been none. */
test('ten thousand faulty answers leave the ledger equal to the oracle', async () => {
  const FAULTS: Fault[] = [
    'limited',
    'banned',
    'html 403',
    'busy',
    'html 502',
    'truncated',
    'clock',
    'permission',
    'disconnected',
    'timeout code',
    'not json',
    'wrong shape',
    'no answer',
  ];
  let faults = 0;
  for (let seed = 1; faults < 10_000; seed++) {
    const roll = die(seed);
    // Young enough for Binance not to forget them while everything fails for weeks.
    const of = records(seed + 100, 260, 160, 45);
    const { db, binance, clock, me, sync } = await harness(of);
    binance.prices = { BTCUSDT: () => '50000', BNBUSDT: () => '600', OLDCOINUSDT: () => '1' };
    let calm = false;
    binance.fault = () => {
      if (calm || roll(10) < 3) return undefined;
      faults++;
      return FAULTS[roll(FAULTS.length)];
    };
    for (let run = 0; run < 400; run++) {
      await sync({ byHand: roll(3) === 0 });
      clock.now += roll(2 * HOUR);
    }
    // Then Binance is well again, and a day later all is there.
    calm = true;
    for (let run = 0; run < 60; run++) {
      clock.now += 2 * HOUR;
      await sync({ byHand: true });
    }
    expect((await readSync(db, me.id)).refused).toBeUndefined();
    expect(withoutValues(await storedRows(db)), `seed ${seed}`).toEqual(expectedRows(of));
    expect(binance.duringBan).toBe(0);
    expect(binance.peak).toBeLessThanOrEqual(0.5);
  }
}, 240_000);

describe('killed at random', () => {
  const kill = async (
    seed: number,
    publish: (...of: [...Parameters<typeof commit>, () => Promise<void>]) => Promise<void> = commit,
  ) => {
    const roll = die(seed);
    const of = records(seed, 500, 300);
    const { db, death, clock, step, syncAll } = await harness(of);
    const real: typeof commit = async (db, all) => {
      await step();
      await publish(db, all, step);
      await step();
    };
    let deaths = 0;
    for (let kills = 0; kills < 12; kills++) {
      death.in = 1 + roll(30);
      if ((await syncAll({ commit: real })) === 'killed') deaths++;
      clock.now += 1_000;
    }
    death.in = Number.POSITIVE_INFINITY;
    clock.now += 2 * HOUR;
    await syncAll({ commit: real });
    return { found: withoutValues(await storedRows(db)), wanted: expectedRows(of), deaths };
  };

  test('nothing is lost and nothing doubled', async () => {
    let deaths = 0;
    for (let seed = 1; deaths < 100; seed++) {
      const killed = await kill(seed);
      expect(killed.found, `seed ${seed}`).toEqual(killed.wanted);
      deaths += killed.deaths;
    }
  }, 120_000);

  test('a writer that moves the cursor before the rows are there is caught', async () => {
    const broken = async (db: Database, all: Commit, step: () => Promise<void>) => {
      const before = (await readManifest(db)).books.real;
      const { manifest } = all;
      const cursors = manifest.books.real!.cursors;
      if (before) {
        const books = { ...manifest.books, real: { ...before, cursors } };
        await commit(db, { rollups: new Map(), manifest: { ...manifest, books } });
        await step();
        await commit(db, { ...all, manifest: { ...manifest, generation: manifest.generation + 1 } });
      } else await commit(db, all);
    };
    let lost = 0;
    for (let seed = 1; seed <= 6; seed++) {
      const { found, wanted } = await kill(seed, broken);
      if (found.length !== wanted.length) lost++;
    }
    expect(lost).toBeGreaterThan(0);
  }, 120_000);
});
