import { describe, expect, test } from 'vitest';
import { LedgerReader } from '../../../lib/ledger/reader';
import { reconcile } from '../../../lib/ledger/reconcile';
import { Rows } from '../../../lib/ledger/rows';
import { exportOf, imported, payments, recordsOf } from '../sync/payments';
import { DAY, harness, NOW } from '../sync/sync-harness';

describe('reconciliation', () => {
  test('says month by month where files and account agree, and by how much they do not', async () => {
    const all = payments(51, 500);
    const { db, syncAll } = await harness(recordsOf(all));
    await syncAll();
    // The export lacks one spot payment from the middle of its time.
    const from = NOW - 70 * DAY;
    const to = NOW - 5 * DAY;
    const inside = all.filter(p => p.time > from && p.time < to && p.market === 'spot');
    const lost = inside[inside.length >> 1];
    await imported(
      exportOf(
        all.filter(p => p !== lost),
        from,
        to,
      ),
    );
    const checks = await reconcile(await LedgerReader.open(db));
    const differing = checks.filter(check => check.differ > 0);
    expect(checks.length).toBeGreaterThan(3);
    expect(differing).toHaveLength(1);
    expect(differing[0].account).toBe('spot');
    const [{ asset, files, account: own }] = differing[0].assets;
    expect([asset, own - files]).toEqual(['USDT', BigInt(lost.amount)]);

    // What the account confirms is credited; the day that does not agree is only reported.
    const rows = new Rows(async () => db);
    const span = { from: Math.floor(from / DAY), to: Math.floor(to / DAY) };
    const { count } = await rows.open({ span, kinds: ['commission'], sort: 'time', descending: false });
    const shown = (await rows.page(0, count)).filter(row => row.code === 'CODE');
    expect(shown.length).toBeGreaterThan(200);
    const odd = Math.floor(lost.time / DAY);
    for (const row of shown) {
      const isOdd = Math.floor(row.time / DAY) === odd && row.type === 'spot';
      expect(`${row.type} ${new Date(row.time).toISOString()} ${row.status}`).toBe(
        `${row.type} ${new Date(row.time).toISOString()} ${isOdd ? 'reported' : 'credited'}`,
      );
    }
  });
});
