import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { isoDay, parseDay } from '../../../lib/domain/day';
import { DEFAULT_FILTER, type Filter } from '../../../lib/domain/filter';
import { CARD_METRICS } from '../../../lib/domain/metric';
import { exactDecimal } from '../../../lib/domain/money';
import { orderReferrals, REFERRAL_COLUMNS } from '../../../lib/domain/referral-list';
import { unitsOf } from '../../../lib/domain/referral-table';
import { readCountries } from '../../../lib/ledger/countries';
import { exportRows as exportRowsOf } from '../../../lib/ledger/export-rows';
import { readIncome } from '../../../lib/ledger/income';
import { readOverview } from '../../../lib/ledger/overview';
import type { LedgerReader } from '../../../lib/ledger/reader';
import { readReferrals } from '../../../lib/ledger/referrals';
import { ROW_COLUMNS } from '../../../lib/ledger/row-query';
import { Rows } from '../../../lib/ledger/rows';
import { type ExportRow, exportRows } from '../../browser/export-file';
import { ACCOUNT_OF, decimal, expected, units } from '../../browser/oracle';
import { exportFile, ledgerWith } from '../builders';
import { importInto, memoryDatabase } from '../memory-ledger';

const DAY = 86_400_000;
const now = Date.UTC(2026, 10, 22, 18, 30);
const rows = [...exportRows({ rows: 5_000, referrals: 90, from: now - 100 * DAY, to: now, seed: 5 })];
// Every third has no country; code TG2024 says BR for those the list does not name.
const byReferral = new Map<string, string>();
for (const { friend } of rows) {
  const n = Number(friend) % 5;
  if (n < 3) byReferral.set(friend, ['DE', 'VN', 'NG'][n]);
}
const mapping = { byReferral, byCode: new Map([['TG2024', 'BR']]) };
const home = new Map<string, ExportRow>();
for (const row of rows) {
  const known = home.get(row.friend);
  if (!known || row.registered < known.registered) home.set(row.friend, row);
}
const countryOf = (friend: string) =>
  byReferral.get(friend) ?? (home.get(friend)!.code === 'TG2024' ? 'BR' : 'unknown');

let ledger: LedgerReader;
let table: Rows;
beforeAll(async () => {
  const made = await ledgerWith(rows);
  ledger = made.ledger;
  table = new Rows(async () => made.db);
});

interface Ask {
  from: number;
  days: number;
  account?: 'spot' | 'futures' | 'mining';
  code?: string;
  country?: string;
}
const first = parseDay(rows[0].time.slice(0, 10))! - 5;
const asks = fc.record<Ask>({
  from: fc.integer({ min: first, max: first + 104 }),
  days: fc.integer({ min: 1, max: 110 }),
  account: fc.constantFrom(undefined, 'spot', 'futures', 'mining'),
  code: fc.constantFrom(undefined, undefined, 'bpcode', 'TG2024', 'nobody_has_it'),
  country: fc.constantFrom(undefined, 'DE', 'BR', 'unknown', 'FR'),
});

function filterOf({ from, days, account, code, country }: Ask): Filter {
  return {
    ...DEFAULT_FILTER,
    period: 'custom',
    custom: { from, to: from + days - 1 },
    account,
    ...(code && { code }),
    ...(country && { country }),
  };
}
const daysOf = ({ from, days }: Ask): [string, string] => [isoDay(from), isoDay(from + days - 1)];
/** The rows a filter leaves, by the plainest means. */
function inside(ask: Ask, among = rows): ExportRow[] {
  const [from, to] = daysOf(ask);
  return among.filter(
    row =>
      row.time.slice(0, 10) >= from &&
      row.time.slice(0, 10) <= to &&
      (!ask.account || ACCOUNT_OF[row.type] === ask.account) &&
      (!ask.code || row.code === ask.code) &&
      (!ask.country || countryOf(row.friend) === ask.country),
  );
}
const sum = (some: ExportRow[]) => some.reduce((total, row) => total + units(row.value), 0n);

describe('period × account × code × country equals an independent computation', () => {
  test('figures, chart and codes of the Overview', async () => {
    await fc.assert(
      fc.asyncProperty(asks, fc.constantFrom(...CARD_METRICS), async (ask, metric) => {
        const view = await readOverview(ledger, { ...filterOf(ask), metric, interval: 'week' }, now, mapping);
        const some = ask.country ? rows.filter(row => countryOf(row.friend) === ask.country) : rows;
        const want = expected(some, daysOf(ask), { account: ask.account, code: ask.code });
        for (const card of view.cards) {
          const shown = card.metric === 'commission' ? exactDecimal(card.value) : String(card.value);
          expect(shown, card.metric).toBe(want[card.metric]);
        }
        for (const [i, bar] of view.bars.entries()) {
          const part = expected(some, [isoDay(bar.span.from), isoDay(bar.span.to)], {
            account: metric === 'commission' ? ask.account : undefined,
            code: ask.code,
          });
          const value = view.lines.reduce((total, line) => total + line.values[i], 0n);
          expect(metric === 'commission' ? exactDecimal(value) : String(value)).toBe(part[metric]);
        }
        for (const share of view.codes) {
          expect(decimal(share.commission)).toBe(decimal(sum(inside({ ...ask, code: share.code }))));
        }
      }),
      { numRuns: 60 },
    );
  });

  test('growth, countries and list of the Referrals', async () => {
    await fc.assert(
      fc.asyncProperty(
        asks,
        fc.constantFrom(...REFERRAL_COLUMNS),
        fc.boolean(),
        async (ask, column, down) => {
          const view = (await readReferrals(ledger, filterOf(ask), now, mapping, {}))!;
          const some = ask.country ? rows.filter(row => countryOf(row.friend) === ask.country) : rows;
          for (const [i, bar] of view.bars.entries()) {
            const days: [string, string] = [isoDay(bar.span.from), isoDay(bar.span.to)];
            expect(String(view.fresh[i])).toBe(expected(some, days, { code: ask.code }).referrals);
            const until = expected(some, ['0000', days[1]], { code: ask.code }).referrals;
            expect(String(view.cumulative[i])).toBe(until);
          }
          const everywhere = inside({ ...ask, country: undefined });
          expect(view.countries.reduce((total, c) => total + c.commission, 0n)).toBe(sum(everywhere));
          for (const { country, commission } of view.countries) {
            expect(commission).toBe(sum(everywhere.filter(row => countryOf(row.friend) === country)));
          }
          const order = orderReferrals(view.list, column, down);
          const people = new Set(
            some.filter(row => !ask.code || row.code === ask.code).map(row => row.friend),
          );
          expect(order.length).toBe(people.size);
          for (const [place, r] of order.all().entries()) {
            expect(order.at(place)).toBe(r);
            const id = view.list.ids[r];
            expect(people.delete(id)).toBe(true);
            expect(unitsOf(view.list.table.total, r)).toBe(sum(rows.filter(row => row.friend === id)));
            const { country: _, ...rest } = ask;
            expect(unitsOf(view.list.within, r)).toBe(sum(inside(rest).filter(row => row.friend === id)));
          }
        },
      ),
      { numRuns: 25 },
    );
  });

  test('totals of the Income and rows of its table', async () => {
    await fc.assert(
      fc.asyncProperty(asks, fc.constantFrom(...ROW_COLUMNS), fc.boolean(), async (ask, sort, descending) => {
        const filter = filterOf(ask);
        const view = await readIncome(ledger, filter, now, mapping);
        const want = inside(ask);
        expect(view.commission.value).toBe(sum(want));
        for (const account of ['spot', 'futures', 'mining'] as const) {
          const own = ask.account && ask.account !== account ? [] : inside({ ...ask, account });
          expect(view.accounts[account].value, account).toBe(sum(own));
        }
        const countries = await readCountries(ledger, mapping);
        const { select } = await ledger.figures([], filter, countries);
        const answer = await table.open({
          span: filter.custom!,
          kinds: ['commission'],
          account: ask.account,
          among: select.people?.bits,
          sort,
          descending,
        });
        expect(answer.count).toBe(want.length);
        const all = await table.page(0, answer.count);
        const line = (r: { time: number; referral: string; amount: bigint }) =>
          `${new Date(r.time).toISOString().slice(0, 19)} ${r.referral} ${r.amount}`;
        expect(all.map(line).sort()).toEqual(
          want.map(r => `${r.time.replace(' ', 'T')} ${r.friend} ${units(r.earned)}`).sort(),
        );
        const keys = all.map(row => (sort === 'market' ? 0 : (row[sort] ?? 0)));
        for (let i = 1; i < keys.length && sort !== 'referral'; i++) {
          const [before, after] = descending ? [keys[i], keys[i - 1]] : [keys[i - 1], keys[i]];
          expect(before <= after).toBe(true);
        }
        const byAsset = new Map<string, bigint>();
        for (const row of want) byAsset.set(row.asset, (byAsset.get(row.asset) ?? 0n) + units(row.earned));
        expect(new Map(answer.totals.assets.map(a => [a.asset, a.amount]))).toEqual(byAsset);
        expect(answer.totals.accounts.reduce((total, a) => total + a.units, 0n)).toBe(sum(want));
      }),
      { numRuns: 60 },
    );
  });
});

test('the table gives its first page before everything has been read, and it is the right one', async () => {
  const early: number[][] = [];
  const query = {
    span: { from: first, to: first + 200 },
    kinds: ['commission' as const],
    sort: 'time' as const,
    descending: true,
  };
  const answer = await table.open(query, page => early.push(page.map(row => row.time)));
  expect(early).toEqual([answer.first.map(row => row.time)]);
});

test('a commit while rows are read or written changes nothing of what is under way', async () => {
  const db = await memoryDatabase();
  await importInto(db, [exportFile(rows.slice(0, 3_000))], { batch: 'one', now: () => 0 });
  const service = new Rows(async () => db);
  const query = {
    span: { from: first, to: first + 200 },
    kinds: ['commission' as const],
    sort: 'time' as const,
    descending: false,
  };
  const opening = service.open(query);
  const about = { title: '', zone: 'UTC' as const, currency: '', filters: {}, made: '' };
  const writing = exportRowsOf(
    service,
    query,
    'csv',
    about,
    () => {},
    () => false,
  );
  await importInto(db, [exportFile(rows)], { batch: 'two', now: () => 0 });
  service.renew();
  expect((await opening).count).toBe(3_000);
  const written = await writing;
  expect(written.is === 'file' && written.rows).toBe(3_000);
  expect((await service.open(query)).count).toBe(5_000);
});

test('search finds ids, assets, types and codes, and nothing else', async () => {
  const ask = { span: { from: first, to: first + 200 }, kinds: ['commission' as const] };
  const count = async (search: string) =>
    (await table.open({ ...ask, search, sort: 'time', descending: true })).count;
  expect(await count('btc')).toBe(rows.filter(row => row.asset === 'BTC').length);
  expect(await count('coin-f')).toBe(rows.filter(row => row.type === 'COIN-futures').length);
  expect(await count('bpco')).toBe(rows.filter(row => row.code === 'bpcode').length);
  const { friend } = rows[17];
  expect(await count(friend)).toBe(rows.filter(row => row.friend.includes(friend)).length);
  expect(await count('no such thing')).toBe(0);
});
