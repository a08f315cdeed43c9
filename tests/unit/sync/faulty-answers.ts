import { expect } from 'vitest';
import { readSync } from '../../../lib/store/connections';
import type { Fault } from '../../browser/binance.ts';
import { die } from '../builders';
import { storedRows } from '../memory-ledger';
import { expectedRows, records, withoutValues } from './account-records';
import { HOUR, harness } from './sync-harness';

/**
 * Every fault there is, at random; the ledger must come out as if there had been none. Two files share the seeds,
 * because two processes do it in half the time.
 * @param first every second seed from here on
 * @param most faults after which no further seed is begun
 */
export async function outliveFaults(first: 1 | 2, most: number): Promise<void> {
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
  for (let seed = first; faults < most; seed += 2) {
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
}
