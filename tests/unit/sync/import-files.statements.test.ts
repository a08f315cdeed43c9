import { describe, expect, test } from 'vitest';
import { readOverview } from '../../../lib/ledger/overview';
import { LedgerReader } from '../../../lib/ledger/reader';
import { reconcile } from '../../../lib/ledger/reconcile';
import { Rows } from '../../../lib/ledger/rows';
import { valueOpenRows } from '../../../lib/sync/value-rows';
import { die } from '../builders';
import { csvFile } from '../memory-ledger';
import {
  exportOf,
  filterOf,
  imported,
  payments,
  recordsOf,
  statementOf,
  sumOf,
  total,
  writer,
} from './payments';
import { DAY, HOUR, harness, NOW } from './sync-harness';

describe('the same money through statements', () => {
  test.each([1, 2, 3, 4])(
    'counts once beside exports and an account, whatever came first (%i)',
    async seed => {
      const roll = die(100 + seed);
      const all = payments(100 + seed, 300).map(p => ({ ...p, time: Math.floor(p.time / 1000) * 1000 }));
      const { db, clock, syncAll } = await harness(recordsOf(all));
      const stretch = () => {
        const from = NOW - (20 + roll(60)) * DAY - roll(DAY);
        return [from, Math.min(NOW - HOUR, from + (5 + roll(40)) * DAY)] as const;
      };
      const steps = [
        () => imported(exportOf(all, ...stretch())),
        () => imported(statementOf(all, ...stretch())),
        () => imported(statementOf(all, NOW - 81 * DAY, NOW - HOUR)),
        () => syncAll(),
      ].sort(() => roll(3) - 1);
      for (const step of steps) await step();
      clock.now += HOUR;
      await syncAll();
      expect(await total(db)).toBe(sumOf(all));
    },
  );

  test('a day that no export covers is counted from the statement, and undoing it takes it away again', async () => {
    const all = payments(61, 200).map(p => ({ ...p, time: Math.floor(p.time / 1000) * 1000 }));
    const { db } = await harness(recordsOf(all));
    const middle = NOW - 40 * DAY;
    await imported(exportOf(all, 0, middle));
    const before = await total(db);
    const batch = await imported(statementOf(all, NOW - 81 * DAY, NOW - HOUR));
    expect(await total(db)).toBe(sumOf(all));
    const view = await readOverview(await LedgerReader.open(db), filterOf('period=all'), NOW);
    // Traders and codes are known only where an export speaks.
    expect(view.namelessDays).toBeGreaterThan(30);
    await writer().undo(batch);
    expect(await total(db)).toBe(before);
  });

  test('what a statement confirms is credited; where they differ it says by how much, and the export stays', async () => {
    const all = payments(62, 400).map(p => ({ ...p, time: Math.floor(p.time / 1000) * 1000 }));
    const { db } = await harness(recordsOf(all));
    const [from, to] = [NOW - 70 * DAY, NOW - 5 * DAY];
    const inside = all.filter(p => p.time > from && p.time < to && p.market === 'spot');
    const unpaid = inside[inside.length >> 1];
    await imported(exportOf(all, from, to));
    await imported(
      statementOf(
        all.filter(p => p !== unpaid),
        NOW - 81 * DAY,
        NOW - HOUR,
      ),
    );
    expect(await total(db)).toBe(sumOf(all));
    const differing = (await reconcile(await LedgerReader.open(db))).filter(check => check.differ > 0);
    expect(differing).toHaveLength(1);
    const [{ files, account: own }] = differing[0].assets;
    expect(files - own).toBe(BigInt(unpaid.amount));

    const rows = new Rows(async () => db);
    const span = { from: Math.floor(from / DAY), to: Math.floor(to / DAY) };
    const { count } = await rows.open({ span, kinds: ['commission'], sort: 'time', descending: false });
    const shown = (await rows.page(0, count)).filter(row => row.code === 'CODE');
    const odd = Math.floor(unpaid.time / DAY);
    expect(shown.length).toBeGreaterThan(200);
    for (const row of shown) {
      const isOdd = Math.floor(row.time / DAY) === odd && row.type === 'spot';
      expect(row.status).toBe(isOdd ? 'reported' : 'credited');
    }
  });

  test('files of both kinds in one drop are one batch, each among its own', async () => {
    const all = payments(63, 200).map(p => ({ ...p, time: Math.floor(p.time / 1000) * 1000 }));
    const { db } = await harness(recordsOf(all));
    const files = [
      csvFile('a.csv', statementOf(all, NOW - 81 * DAY, NOW - 30 * DAY)),
      csvFile('b.csv', exportOf(all, NOW - 60 * DAY, NOW - 20 * DAY)),
      csvFile('c.csv', statementOf(all, NOW - 45 * DAY, NOW - HOUR)),
    ];
    const done = await writer().importFiles(files);
    if (!done.ok || done.value.is !== 'committed') throw new Error('not imported');
    const { receipt } = done.value;
    expect(await total(db)).toBe(sumOf(all));
    // The second statement holds fifteen days of the first once more.
    const twice = all.filter(p => p.time >= NOW - 45 * DAY && p.time <= NOW - 30 * DAY).length;
    expect(receipt.read).toBe(receipt.added + receipt.known + receipt.rejected);
    expect(receipt.known).toBe(receipt.repeated);
    expect(receipt.repeated).toBeLessThanOrEqual(twice);
    const again = await writer().importFiles(files);
    expect(again.ok && again.value.is === 'committed' && again.value.receipt.added).toBe(0);
    expect(await total(db)).toBe(sumOf(all));
  });

  test('its rows get values from prices, once those may be asked for', async () => {
    const day = Math.floor(NOW / DAY) * DAY - 5 * DAY;
    const { db, binance, env } = await harness({});
    binance.prices = { BNBUSDT: () => '600' };
    const date = new Date(day).toISOString().slice(0, 10);
    const text = [
      'User_ID,UTC_Time,Account,Operation,Coin,Change,Remark',
      `1,${date} 10:00:00,Spot,Commission Rebate,BNB,0.5,`,
      `1,${date} 11:00:00,Spot,Commission Rebate,NOPAIR,1,`,
    ].join('\n');
    await imported(text);
    expect(await total(db)).toBe(0);
    expect(await valueOpenRows(env, 'statement')).toBe(false);
    expect(await total(db)).toBe(300 * 1e8);
    // The same file again knows its rows, whatever they are worth by now.
    const again = await writer().importFiles([csvFile('export.csv', text)]);
    expect(again.ok && again.value.is === 'committed' && again.value.receipt.added).toBe(0);
  });

  test.each<[string, Record<string, () => string>, boolean]>([
    ['priced', { BNBUSDT: () => '600', 币安人生USDT: () => '2' }, true],
    ['unpriced, and not every row has a value', { BNBUSDT: () => '600' }, false],
  ])('a ticker in another script is %s', async (_, prices, hasAll) => {
    const date = new Date(Math.floor(NOW / DAY) * DAY - 5 * DAY).toISOString().slice(0, 10);
    const { db, binance, env } = await harness({});
    binance.prices = prices;
    await imported(
      [
        'User_ID,UTC_Time,Account,Operation,Coin,Change,Remark',
        `1,${date} 10:00:00,Spot,Commission Rebate,BNB,0.5,`,
        `1,${date} 11:00:00,Spot,Commission Rebate,币安人生,10,`,
      ].join('\n'),
    );
    expect(await valueOpenRows(env, 'statement')).toBe(hasAll);
    expect(await total(db)).toBe((hasAll ? 320 : 300) * 1e8);
  });
});
