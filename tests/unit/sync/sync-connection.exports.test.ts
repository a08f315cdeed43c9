import { describe, expect, test } from 'vitest';
import { readOverview } from '../../../lib/ledger/overview';
import { LedgerReader } from '../../../lib/ledger/reader';
import { readManifest } from '../../../lib/store/read';
import { die } from '../builders';
import {
  exportOf,
  filterOf,
  imported,
  type Payment,
  payments,
  recordsOf,
  sumOf,
  total,
  writer,
} from './payments';
import { DAY, HOUR, harness, NOW } from './sync-harness';

describe('the same money through an export and an account', () => {
  test.each([1, 2, 3, 4, 5, 6])(
    'counts once, whatever came first and however they overlap (%i)',
    async seed => {
      const roll = die(seed);
      const all = payments(seed, 400);
      const { db, clock, syncAll } = await harness(recordsOf(all));
      const from = NOW - (20 + roll(60)) * DAY - roll(DAY);
      const to = from + (5 + roll(40)) * DAY + roll(DAY);
      const text = exportOf(all, from, to);
      if (seed % 2) await imported(text);
      await syncAll();
      if (seed % 2 === 0) await imported(text);
      expect(await total(db)).toBe(sumOf(all));
      // Again and in another cut: nothing changes.
      await imported(exportOf(all, from + 3 * DAY, to + 2 * DAY));
      clock.now += HOUR;
      await syncAll();
      expect(await total(db)).toBe(sumOf(all));
      // Referrals and codes come from the export, and stay.
      const overview = await readOverview(await LedgerReader.open(db), filterOf('period=all'), NOW);
      expect(overview.codes.find(share => share.code === 'CODE')!.commission).toBeGreaterThan(0n);
    },
  );

  test('an export that ends in the middle of a day does not hide the rest of it', async () => {
    const day = Math.floor(NOW / DAY) * DAY - 5 * DAY;
    const all: Payment[] = [
      { time: day - DAY, market: 'spot', amount: 100 },
      { time: day + HOUR, market: 'spot', amount: 10 },
      { time: day + 20 * HOUR, market: 'spot', amount: 1 },
    ];
    const { db, syncAll } = await harness(recordsOf(all));
    await imported(exportOf(all, 0, day + 2 * HOUR));
    await syncAll();
    expect(await total(db)).toBe(111);
  });

  test('an export whose last day agrees with the account names its referrals on that day too', async () => {
    const day = Math.floor(NOW / DAY) * DAY - 5 * DAY;
    const all: Payment[] = [
      { time: day - DAY, market: 'spot', amount: 300 },
      { time: day + HOUR, market: 'spot', amount: 30 },
    ];
    const { db, syncAll } = await harness(recordsOf(all));
    await syncAll();
    await imported(exportOf(all, 0, NOW));
    expect(await total(db)).toBe(330);
    const overview = await readOverview(await LedgerReader.open(db), filterOf('period=all&code=CODE'), NOW);
    expect(overview.cards[0].value).toBe(330n);
  });

  test('an export without futures says nothing of futures', async () => {
    const all = payments(9, 200);
    const { db, syncAll } = await harness(recordsOf(all));
    await syncAll();
    await imported(
      exportOf(
        all.filter(p => p.market === 'spot'),
        0,
        NOW,
      ),
    );
    expect(await total(db)).toBe(sumOf(all));
  });

  test('undoing an import keeps what the account has brought since', async () => {
    const all = payments(11, 300);
    const of = recordsOf(all);
    const { db, clock, mine, syncAll } = await harness({
      rebates: of.rebates!.slice(0, -40),
      usdm: of.usdm!.slice(0, -40),
    });
    await syncAll();
    const batch = await imported(exportOf(all, NOW - 60 * DAY, NOW - 30 * DAY));
    // Rows that Binance forgets later come after the import.
    Object.assign(mine, of);
    clock.now += 25 * HOUR;
    await syncAll({ byHand: true });
    const before = await readManifest(db);
    const undone = await writer().undo(batch);
    expect(undone.ok).toBe(true);
    const after = await readManifest(db);
    expect(after.batches).toEqual([]);
    expect(after.books.real!.reaches).toEqual([]);
    expect(after.books.real!.cursors).toEqual(before.books.real!.cursors);
    expect(after.books.real!.codes).not.toContain('CODE');
    expect(after.books.real!.referrals).toBe(0);
    const rows = after.books.real!.rows;
    expect(rows).toBe(
      before.books.real!.months.flatMap(m => m.chunks).reduce((n, c) => n + (c.source ? c.rows : 0), 0),
    );
    await total(db);
    // And the import can come back.
    await imported(exportOf(all, NOW - 60 * DAY, NOW - 30 * DAY));
    await total(db);
  });
});
