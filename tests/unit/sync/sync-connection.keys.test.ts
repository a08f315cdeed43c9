import { describe, expect, test } from 'vitest';
import { excessPermissions } from '../../../lib/domain/connection';
import { readSync } from '../../../lib/store/connections';
import { READ_ONLY } from '../../browser/binance.ts';
import { storedRows } from '../memory-ledger';
import { records } from './account-records';
import { HOUR, harness } from './sync-harness';

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
      const powers = excessPermissions({ ...READ_ONLY, ...flags });
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
