import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { codeKey, referralKey } from '../../../lib/domain/referral-statistics';
import { readSync } from '../../../lib/store/connections';
import { readStatistics } from '../../../lib/store/referral-statistics';
import { exportOf, imported, payments, recordsOf, sumOf, total } from './payments';
import { HOUR, harness, NOW } from './sync-harness';

describe('what Binance tells of referrals and codes', () => {
  const fixture = (name: string) =>
    JSON.parse(
      readFileSync(resolve(import.meta.dirname, '../../fixtures/affiliate-performance', name), 'utf8'),
    ).data;

  test('is kept where its endpoints answer; one unknown to Binance stops nothing', async () => {
    const all = payments(41, 60);
    const { db, clock, mine, syncAll } = await harness(recordsOf(all));
    const known = fixture('affiliate-performance-invitee.shape.json');
    mine.codes = { CODE: fixture('affiliate-performance-code.shape.json') };
    mine.invitees = { 1001: known, 1002: { ...known, kycTime: 0, firstTradeTime: null, vipLevel: 'x' } };
    await imported(exportOf(all, 0, NOW));
    await syncAll();
    for (let run = 0; run < 4; run++) {
      clock.now += 90 * 60_000;
      await syncAll();
    }
    expect((await readStatistics(db, codeKey('CODE')))?.code).toEqual({
      created: 1735689600000,
      clicks: 120,
      referrals: 7,
    });
    expect((await readStatistics(db, referralKey('1001')))?.referral).toEqual({
      registered: 1735689600000,
      verified: 1735776000000,
      firstDeposit: 1735862400000,
      firstTrade: 1735948800000,
      vip: 0,
      code: 'ABCD1234',
    });
    expect((await readStatistics(db, referralKey('1002')))?.referral).toEqual({
      registered: 1735689600000,
      firstDeposit: 1735862400000,
      code: 'ABCD1234',
    });
  });

  test('is left alone for a day where they do not', async () => {
    const all = payments(42, 60);
    const { db, binance, clock, me, syncAll } = await harness(recordsOf(all));
    await imported(exportOf(all, 0, NOW));
    for (let run = 0; run < 6; run++) {
      await syncAll();
      clock.now += HOUR;
    }
    expect((await readSync(db, me.id)).performance?.answers).toBe(false);
    expect(binance.log.filter(at => at.includes('performance')).length).toBeLessThanOrEqual(3);
    expect(await total(db)).toBe(sumOf(all));
  });
});
