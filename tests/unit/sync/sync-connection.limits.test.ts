import { describe, expect, test } from 'vitest';
import type { RebateRow } from '../../browser/binance.ts';
import { storedRows } from '../memory-ledger';
import { DAY, HOUR, harness, NOW } from './sync-harness';

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
