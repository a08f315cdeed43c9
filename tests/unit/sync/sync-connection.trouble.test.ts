import { describe, expect, test } from 'vitest';
import { readSync } from '../../../lib/store/connections';
import { storedRows } from '../memory-ledger';
import { expectedRows, records, withoutValues } from './account-records';
import { DAY, HOUR, harness, NOW } from './sync-harness';

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
