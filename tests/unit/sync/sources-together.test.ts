import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseHash } from '../../../lib/domain/filter';
import { exactDecimal } from '../../../lib/domain/money';
import { codeKey, referralKey } from '../../../lib/domain/performance';
import { readOverview } from '../../../lib/ledger/overview';
import { LedgerReader } from '../../../lib/ledger/reader';
import { reconcile } from '../../../lib/ledger/reconcile';
import { Rows } from '../../../lib/ledger/rows';
import { deleteConnection, putConnection, readSync } from '../../../lib/store/connections';
import { readPerformance } from '../../../lib/store/performance';
import { readManifest } from '../../../lib/store/read';
import type { Database } from '../../../lib/store/schema';
import { changeBook } from '../../../lib/sync/change-book';
import { regrouped, without } from '../../../lib/sync/regroup';
import { valueOpenRows } from '../../../lib/sync/value-rows';
import { createWriter } from '../../../lib/sync/writer';
import { type Account, account, type IncomeRow, type RebateRow } from '../../browser/binance.ts';
import { csvFile, writerEnv } from '../memory-ledger';
import { connection, DAY, HOUR, harness, NOW } from './sync-harness';

/** One payment of Binance, which an export and the account's records both tell of. */
interface Payment {
  time: number;
  market: 'spot' | 'USDT-futures';
  /** 1e-8 USDT */
  amount: number;
}

function die(seed: number): (n: number) => number {
  let state = seed;
  return n => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return state % n;
  };
}

function payments(seed: number, count: number): Payment[] {
  const roll = die(seed);
  return Array.from({ length: count }, () => ({
    time: NOW - HOUR - roll(80 * 24 * 3_600) * 1_000,
    market: (['spot', 'USDT-futures'] as const)[roll(2)],
    amount: 1 + roll(900_000_000),
  })).sort((a, b) => a.time - b.time);
}

const filterOf = (query: string) => parseHash(`#/overview?${query}`).filter;
const decimal = (units: number) => exactDecimal(BigInt(units));

function recordsOf(all: Payment[]): Partial<Account> {
  const rebates: RebateRow[] = all
    .filter(p => p.market === 'spot')
    .map(p => ({ asset: 'USDT', type: 1, amount: decimal(p.amount), updateTime: p.time }));
  const usdm: IncomeRow[] = all
    .filter(p => p.market !== 'spot')
    .map((p, i) => ({
      incomeType: 'COMMISSION_REBATE',
      income: decimal(p.amount),
      asset: 'USDT',
      time: p.time,
      tranId: String(i),
    }));
  return { rebates, usdm };
}

/** An export of a stretch of time: the same money, told by referral, so in more and smaller rows. */
function exportOf(all: Payment[], from: number, to: number): string {
  const head =
    "Order Type,Friend's ID(Spot),Friend's sub ID (Spot),Commission Asset,Commission Earned,Commission Earned (USDT),Commission Time,Registration Time,Referral ID";
  const stamp = (time: number) => new Date(time).toISOString().slice(0, 19).replace('T', ' ');
  const lines = all
    .filter(p => p.time >= from && p.time <= to)
    .flatMap(p => {
      const first = Math.floor(p.amount / 3);
      return [first, p.amount - first].map(
        (amount, i) =>
          `${p.market},${1000 + (p.amount % 7) + i},"",USDT,${decimal(amount)},${decimal(amount)},${stamp(p.time)},2020-01-01 00:00:00,CODE`,
      );
    });
  return [head, ...lines].join('\n');
}

const locks = { request: (_: string, work: () => unknown) => work() } as unknown as LockManager;
let batches = 0;
const writer = () => createWriter({ locks, now: () => NOW, id: () => `import-${++batches}` });

async function imported(text: string): Promise<string> {
  const done = await writer().importFiles([csvFile('export.csv', text)]);
  if (!done.ok || done.value.is !== 'committed') throw new Error('not imported');
  return done.value.receipt.batch;
}

/** What every screen starts from: the glance, and the Overview's own sum, which must agree. */
async function total(db: Database): Promise<number> {
  const { glance } = (await readManifest(db)).books.real!;
  const sum = glance.commission.reduce((a, b) => a + b, 0n);
  const overview = await readOverview(await LedgerReader.open(db), filterOf('period=all'), NOW);
  expect(overview.cards[0].value).toBe(sum);
  return Number(sum);
}

const sumOf = (all: Payment[]) => all.reduce((sum, p) => sum + p.amount, 0);

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

/** The account's statement of a stretch of time, with what else moved. */
function statementOf(all: Payment[], from: number, to: number): string {
  const stamp = (time: number) => new Date(time).toISOString().slice(0, 19).replace('T', ' ');
  const lines = all
    .filter(p => p.time >= from && p.time <= to)
    .map(p => {
      const [account, operation] =
        p.market === 'spot' ? ['Spot', 'Commission Rebate'] : ['USDT-Futures', 'Referrer rebates'];
      return `1,${stamp(p.time)},${account},${operation},USDT,${decimal(p.amount)},""`;
    });
  const other = (time: number) => `1,${stamp(time)},Spot,Buy,BTC,0.5,""`;
  const head = 'User_ID,UTC_Time,Account,Operation,Coin,Change,Remark';
  return [head, other(Math.ceil(from / 1000) * 1000), ...lines, other(to)].join('\n');
}

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
    const { db, binance, place } = await harness({});
    binance.prices = { BNBUSDT: () => '600' };
    const date = new Date(day).toISOString().slice(0, 10);
    const text = [
      'User_ID,UTC_Time,Account,Operation,Coin,Change,Remark',
      `1,${date} 10:00:00,Spot,Commission Rebate,BNB,0.5,`,
      `1,${date} 11:00:00,Spot,Commission Rebate,NOPAIR,1,`,
    ].join('\n');
    await imported(text);
    expect(await total(db)).toBe(0);
    expect(await valueOpenRows(place, 'statement')).toBe(false);
    expect(await total(db)).toBe(300 * 1e8);
    // The same file again knows its rows, whatever they are worth by now.
    const again = await writer().importFiles([csvFile('export.csv', text)]);
    expect(again.ok && again.value.is === 'committed' && again.value.receipt.added).toBe(0);
  });
});

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
    expect((await readPerformance(db, codeKey('CODE')))?.code).toEqual({
      created: 1735689600000,
      clicks: 120,
      referrals: 7,
    });
    expect((await readPerformance(db, referralKey('1001')))?.referral).toEqual({
      registered: 1735689600000,
      verified: 1735776000000,
      firstDeposit: 1735862400000,
      firstTrade: 1735948800000,
      vip: 0,
      code: 'ABCD1234',
    });
    expect((await readPerformance(db, referralKey('1002')))?.referral).toEqual({
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

describe('several accounts', () => {
  const other = connection({
    id: '00000000-0000-4000-8000-000000000002',
    label: 'Other',
    ownsExports: false,
  });

  test('are separate money: only the one the files are of is weighed against them', async () => {
    const [first, second] = [payments(21, 150), payments(22, 150)];
    const { db, binance, place, syncAll } = await harness(recordsOf(first));
    const theirs = account({ apiKey: 'o'.repeat(64), ...recordsOf(second) });
    binance.accounts.push(theirs);
    await putConnection(db, other);
    await syncAll();
    await syncAll({ who: other, as: theirs });
    expect(await total(db)).toBe(sumOf(first) + sumOf(second));
    await imported(exportOf(first, NOW - 50 * DAY, NOW - 10 * DAY));
    expect(await total(db)).toBe(sumOf(first) + sumOf(second));

    // Told that the files are of the other one, both count beside each other again.
    await putConnection(db, connection({ ownsExports: false }));
    await changeBook(writerEnv(db, { key: 'regrouped' }), regrouped);
    expect(await total(db)).toBeGreaterThan(sumOf(first) + sumOf(second));
    await putConnection(db, connection());
    await changeBook(writerEnv(db, { key: 'regrouped-2' }), regrouped);
    expect(await total(db)).toBe(sumOf(first) + sumOf(second));

    // One leaves without a trace.
    await deleteConnection(db, other.id);
    await changeBook(writerEnv(db, { key: 'gone' }), without(other.id));
    expect(await total(db)).toBe(sumOf(first));
    expect(place.now()).toBeGreaterThan(NOW);
  });

  test('one account connected twice is found out by older rows too, where the newest have nothing in common', async () => {
    const all = payments(33, 300).filter(p => p.time < NOW - 45 * DAY);
    const { db, mine, syncAll } = await harness(recordsOf(all));
    await putConnection(db, other);
    await syncAll();
    await syncAll({ who: other, as: mine });
    expect(await total(db)).toBe(sumOf(all));
    expect((await readSync(db, other.id)).refused).toEqual({ is: 'twice', label: 'Main' });
  });

  test('an undone import does not bring back who the files were of', async () => {
    const all = payments(34, 200);
    const { db, syncAll } = await harness(recordsOf(all));
    await syncAll();
    const older = exportOf(all, NOW - 60 * DAY, NOW - 40 * DAY);
    await imported(older);
    await putConnection(db, connection({ ownsExports: false }));
    await changeBook(writerEnv(db, { key: 'off' }), regrouped);
    const batch = await imported(exportOf(all, NOW - 35 * DAY, NOW - 20 * DAY));
    await putConnection(db, connection());
    await changeBook(writerEnv(db, { key: 'on' }), regrouped);
    await writer().undo(batch);
    expect(await total(db)).toBe(sumOf(all));
  });

  test('a backup restored elsewhere and the account connected again do not double', async () => {
    const all = payments(35, 200);
    const { db, syncAll } = await harness(recordsOf(all));
    // As a restored backup has them: rows of both sources, now all of files.
    const done = await writer().importFiles([csvFile('a.backup', exportOf(all, 0, NOW))], undefined, [
      { first: NOW - 10 * DAY, last: NOW - 9 * DAY },
    ]);
    expect(done.ok).toBe(true);
    await syncAll();
    expect(await total(db)).toBe(sumOf(all));
  });

  test('one account connected twice is found out before its rows are doubled', async () => {
    const all = payments(31, 200);
    const { db, mine, syncAll } = await harness(recordsOf(all));
    await putConnection(db, other);
    await syncAll();
    await syncAll({ who: other, as: mine });
    expect(await total(db)).toBe(sumOf(all));
    expect((await readSync(db, other.id)).refused).toEqual({ is: 'twice', label: 'Main' });
  });
});
