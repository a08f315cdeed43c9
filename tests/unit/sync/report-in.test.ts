import { expect, test } from 'vitest';
import { type Currency, exchanged } from '../../../lib/domain/currency';
import { DEFAULT_FILTER } from '../../../lib/domain/filter';
import { exactDecimal, UNPRICED } from '../../../lib/domain/money';
import { exportRows as exportOf } from '../../../lib/ledger/export-rows';
import { glanceFigures } from '../../../lib/ledger/glance';
import { readIncome } from '../../../lib/ledger/income';
import { readOverview } from '../../../lib/ledger/overview';
import { readProgrammes } from '../../../lib/ledger/programmes';
import { LedgerReader } from '../../../lib/ledger/reader';
import { Rows } from '../../../lib/ledger/rows';
import { mergePrices, readPrices } from '../../../lib/store/prices';
import { readManifest } from '../../../lib/store/read';
import { reportIn } from '../../../lib/sync/report-in';
import { createWriter } from '../../../lib/sync/writer';
import { type ExportRow, exportRows } from '../../browser/export-file';
import { dayOf, decimal, expected, worth } from '../../browser/oracle';
import { exportFile } from '../builders';
import { csvFile, importInto, storedRows } from '../memory-ledger';
import { DAY, harness, NOW } from './sync-harness';

const all = [
  ...exportRows({ rows: 3_000, referrals: 60, from: NOW - 100 * DAY, to: NOW - 60_000, seed: 11 }),
];
const eur = (day: number) => (1.04 + (day % 17) / 300).toFixed(4);
const cop = (day: number) => (3_900 + (day % 23) * 7).toFixed(2);

const inEuros = (rows: ExportRow[], price: (day: number) => string | undefined = eur) =>
  rows.flatMap(row => {
    const rate = price(dayOf(row));
    return rate === undefined ? [] : [{ ...row, value: decimal(worth(row.value, rate, true)) }];
  });

async function begin(
  prices: Record<string, (day: number) => string | undefined> = { EURUSDT: eur, USDTCOP: cop },
) {
  const here = await harness();
  here.binance.prices = prices;
  let n = 0;
  const bring = (rows: ExportRow[]) =>
    importInto(here.db, [exportFile(rows)], { batch: `b${n++}`, now: () => NOW });
  const figures = async () => {
    const reader = await LedgerReader.open(here.db);
    const view = await readOverview(reader, { ...DEFAULT_FILTER, period: 'all' }, NOW, {
      byReferral: new Map(),
      byCode: new Map(),
    });
    const card = view.cards.find(c => c.metric === 'commission')!;
    return { reader, commission: exactDecimal(card.value), unpriced: card.unpriced };
  };
  return { ...here, bring, figures, into: (currency?: Currency) => reportIn(here.env, currency) };
}
const whole = (rows: ExportRow[]) => expected(rows, ['0', '9']).commission;

test('every figure is the exact sum of what each row is worth on its day', async () => {
  const { bring, figures, into, db } = await begin();
  await bring(all);
  expect(await into('EUR')).toBe(true);
  const { reader, commission, unpriced } = await figures();
  expect({ commission, unpriced }).toEqual({ commission: whole(inEuros(all)), unpriced: 0 });
  expect(reader.currency).toBe('EUR');
  // By account and in part of the time, in the table of rows, and in what the popup paints first.
  const span = { from: Math.floor(NOW / DAY) - 40, to: Math.floor(NOW / DAY) - 9 };
  const days: [string, string] = [span.from, span.to].map(day =>
    new Date(day * DAY).toISOString().slice(0, 10),
  ) as [string, string];
  const income = await readIncome(
    reader,
    { ...DEFAULT_FILTER, period: 'custom', custom: span, account: 'futures' },
    NOW,
    { byReferral: new Map(), byCode: new Map() },
  );
  expect(exactDecimal(income.commission.value)).toBe(
    expected(inEuros(all), days, { account: 'futures' }).commission,
  );
  const rows = new Rows(async () => db);
  const answer = (await rows.open({ span, kinds: ['commission'], sort: 'time', descending: false }))!;
  const page = await rows.page(0, answer.count);
  expect(exactDecimal(page.reduce((sum, row) => sum + row.value!, 0n))).toBe(
    expected(inEuros(all), days).commission,
  );
  const total = glanceFigures(await readManifest(db), NOW)!.total;
  expect(exactDecimal(total)).toBe(whole(inEuros(all)));
});

test('rows, files and thresholds of programmes stay in BUSD', async () => {
  const { bring, figures, into, db } = await begin();
  await bring(all);
  const before = await storedRows(db);
  await into('COP');
  const { reader, commission } = await figures();
  expect(commission).toBe(
    whole(all.map(row => ({ ...row, value: decimal(worth(row.value, cop(dayOf(row)), false)) }))),
  );
  expect(await storedRows(db)).toEqual(before);
  const programme = {
    name: 'P',
    metric: 'commission' as const,
    versions: [{ from: 0, tiers: [{ name: '', threshold: '1', reward: '' }] }],
    when: { is: 'fixed' as const, from: 0, to: 99_999 },
  };
  const [{ progress }] = await readProgrammes(reader, { p: programme }, {}, NOW);
  expect(exactDecimal(progress.value)).toBe(whole(all));
  const rows = new Rows(async () => db);
  const about = { title: '', zone: 'UTC' as const, currency: 'BUSD', filters: {}, made: '' };
  const written = await exportOf(
    rows,
    {
      span: reader.book!.known,
      kinds: ['commission', 'kickback', 'bonus'],
      sort: 'time',
      descending: false,
    },
    'csv',
    about,
    () => {},
    () => false,
  );
  const text = written.is === 'file' ? await written.file.text() : '';
  const again = await harness();
  await importInto(again.db, [csvFile('again.csv', text)], { batch: 'b', now: () => NOW });
  expect(await storedRows(again.db)).toEqual(before);
});

test('imports in parts, undo and the way back lead to the same figures', async () => {
  const { bring, figures, into, db, env } = await begin();
  await bring(all.slice(0, 1_200));
  const first = await figures();
  await into('EUR');
  await bring(all.slice(900));
  expect((await figures()).commission).toBe(whole(inEuros(all)));
  // Undo goes back to a ledger that was in BUSD: it is brought into the wanted currency again.
  await createWriter({ locks: env.locks, now: env.now, id: env.id }).undo('b1');
  await into('EUR');
  expect((await figures()).commission).toBe(whole(inEuros(all.slice(0, 1_200))));
  await into();
  expect((await figures()).commission).toBe(first.commission);
  const { generation } = await readManifest(db);
  await reportIn(env, undefined);
  expect((await readManifest(db)).generation).toBe(generation);
});

test('days without a rate are unpriced and told, until there is one', async () => {
  const begun = Math.floor(NOW / DAY) - 30;
  const late = (day: number) => (day < begun ? undefined : eur(day));
  const { bring, figures, into, db, binance, clock } = await begin({ EURUSDT: late });
  await bring(all);
  await into('EUR');
  const old = all.filter(row => dayOf(row) < begun);
  expect(await figures()).toMatchObject({ commission: whole(inEuros(all, late)), unpriced: old.length });
  const lacks = (await readManifest(db)).books.real!.months.flatMap(month => month.lacks ?? []);
  expect(lacks).toEqual([...new Set(old.map(dayOf))].sort((a, b) => a - b));
  binance.prices = { EURUSDT: eur };
  clock.now += 2 * DAY;
  await into('EUR');
  expect(await figures()).toMatchObject({ commission: whole(inEuros(all)), unpriced: 0 });
});

test('without any rate nothing changes', async () => {
  const { bring, figures, into, db } = await begin({});
  await bring(all);
  const { generation } = await readManifest(db);
  expect(await into('EUR')).toBe(false);
  expect((await readManifest(db)).generation).toBe(generation);
  expect(await figures()).toMatchObject({ commission: whole(all), unpriced: 0 });
});

test('rates of other days than those of the rows are no rates', async () => {
  const today = Math.floor(NOW / DAY);
  const { bring, into, figures } = await begin({ EURUSDT: day => (day === today ? '1.1' : undefined) });
  const old = all.filter(row => dayOf(row) < today - 5);
  await bring(old);
  expect(await into('EUR')).toBe(false);
  expect(await figures()).toMatchObject({ commission: whole(old), unpriced: 0 });
});

test('a Binance that is away changes nothing, though some prices are known from elsewhere', async () => {
  const { bring, into, figures, db, binance } = await begin();
  await bring(all);
  const today = Math.floor(NOW / DAY);
  await mergePrices(db, 'EUR', { from: today - 60, to: today }, new Map([[today - 9, 110_000_000n]]), NOW);
  binance.fault = () => ({ status: 451, body: '{}' }) as never;
  expect(await into('EUR')).toBe(false);
  expect(await figures()).toMatchObject({ commission: whole(all), unpriced: 0 });
});

test('prices that come at the same time are all kept, and one that is there is not replaced', async () => {
  const { db } = await begin();
  await Promise.all([
    mergePrices(db, 'BTC', { from: 100, to: 104 }, new Map([[102, 5n]]), NOW),
    mergePrices(
      db,
      'BTC',
      { from: 90, to: 103 },
      new Map([
        [90, 7n],
        [102, 6n],
      ]),
      NOW,
    ),
  ]);
  const { first, open } = (await readPrices(db, 'BTC'))!;
  expect([first, open.length, open[0], open[12]]).toEqual([90, 15, 7n, 5n]);
});

test('what no longer fits is unpriced, never another number', () => {
  expect(exchanged(2n ** 62n, 400_000_000_000n, 'COP')).toBe(UNPRICED);
  expect(exchanged(UNPRICED, 100_000_000n, 'EUR')).toBe(UNPRICED);
  expect(exchanged(-1n, 200_000_000n, 'EUR')).toBe(-1n);
  expect(exchanged(1n, 200_000_001n, 'EUR')).toBe(0n);
});
