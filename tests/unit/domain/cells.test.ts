import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ACCOUNTS, type Account, FILTER_ACCOUNTS, type FilterAccount } from '../../../lib/domain/account';
import * as cells from '../../../lib/domain/cells';
import { KINDS, type Kind, MonthRows } from '../../../lib/domain/commission';
import { type Day, firstDayOf, monthOf, parseDay } from '../../../lib/domain/day';
import { joinHalves } from '../../../lib/domain/money';
import { PartySet } from '../../../lib/domain/party-set';
import type { Span } from '../../../lib/domain/period';
import { type Lookup, rollUp } from '../../../lib/domain/rollup';
import { mutant } from '../../mutants';

const CODES = 3;
const PARTIES = 40;
const parties = {
  referral: Uint32Array.from({ length: PARTIES }, (_, p) => p),
  code: Uint32Array.from({ length: PARTIES }, (_, p) => p % CODES),
  registration: new Float64Array(PARTIES),
  referrals: PARTIES,
};
// One type for each kind and account.
const lookup: Lookup = {
  kindOfType: Uint8Array.from({ length: KINDS.length * ACCOUNTS.length }, (_, t) =>
    Math.floor(t / ACCOUNTS.length),
  ),
  accountOfType: Uint8Array.from({ length: KINDS.length * ACCOUNTS.length }, (_, t) => t % ACCOUNTS.length),
  codeOfParty: parties.code,
  referralOfParty: parties.referral,
};

interface Payment {
  day: Day;
  kind: Kind;
  account: Account;
  party: number;
  units: number;
}
// Few days, most of them at the ends of months, so that spans often begin and end on one that has rows.
const DAYS = ['2026-01-15', '2026-01-30', '2026-01-31', '2026-02-01', '2026-02-28', '2026-03-01'].map(
  text => parseDay(text)!,
);
const days = fc.constantFrom(...DAYS);
const payments = fc.array(
  fc.record<Payment>({
    day: days,
    kind: fc.constantFrom(...KINDS),
    account: fc.constantFrom(...ACCOUNTS),
    party: fc.nat({ max: PARTIES - 1 }),
    units: fc.integer({ min: -5, max: 2 ** 31 - 1 }),
  }),
  { maxLength: 60 },
);

function rollupsOf(all: Payment[]) {
  const months = new Map<number, MonthRows>();
  for (const { day, kind, account, party, units } of all) {
    const month = monthOf(day);
    const rows = months.get(month) ?? new MonthRows(month);
    months.set(month, rows);
    const type = KINDS.indexOf(kind) * ACCOUNTS.length + ACCOUNTS.indexOf(account);
    rows.push((day - firstDayOf(month)) * 86_400_000, party, type, 0, 0, 0, units, units < 0 ? -1 : 0);
  }
  return new Map([...months].map(([month, rows]) => [month, rollUp(month, [rows.columns()], lookup)]));
}

interface Asked {
  span: Span;
  kind: Kind;
  account: FilterAccount | undefined;
  code: number | undefined;
  few: boolean;
}
const asks = fc.record<Asked>({
  // Also of days before and after all rows.
  span: fc
    .tuple(fc.constantFrom(...DAYS, DAYS[0] - 90), fc.constantFrom(...DAYS, DAYS[5] + 90))
    .map(([one, other]) => ({ from: Math.min(one, other), to: Math.max(one, other) })),
  kind: fc.constantFrom(...KINDS),
  account: fc.constantFrom(undefined, ...FILTER_ACCOUNTS),
  code: fc.constantFrom(undefined, 0, 1, 2),
  few: fc.boolean(),
});
const isFew = (party: number) => party % 4 === 0;
const few = PartySet.where(parties, isFew);

/** Sums by day and code as the scan tells them, and as a look at each payment does. */
function scanned(by: typeof cells, all: Payment[], { span, kind, account, code, few: isNarrow }: Asked) {
  const sums: Record<string, bigint> = {};
  const select = { account, code, ...(isNarrow && { among: few }) };
  by.eachCell(rollupsOf(all), span, kind, select, (found, at, day) => {
    const key = `${day} ${found.code[at]}`;
    sums[key] = (sums[key] ?? 0n) + joinHalves(found.sum.low[at], found.sum.high[at]);
  });
  return sums;
}
function added(all: Payment[], asked: Asked) {
  const sums: Record<string, bigint> = {};
  for (const { day, kind, account, party, units } of all) {
    const code = party % CODES;
    if (day < asked.span.from || day > asked.span.to || kind !== asked.kind) continue;
    if (asked.account && account !== asked.account) continue;
    if (asked.code !== undefined && code !== asked.code) continue;
    if (asked.few && !isFew(party)) continue;
    sums[`${day} ${code}`] = (sums[`${day} ${code}`] ?? 0n) + BigInt(units);
  }
  return sums;
}
const law = (by: typeof cells) =>
  fc.check(
    fc.property(payments, asks, (all, asked) => {
      expect(scanned(by, all, asked)).toEqual(added(all, asked));
    }),
    { numRuns: 400, seed: 7 },
  );

describe('a scan of cells tells what rows would', () => {
  test('for any span, kind, account, code and set of parties', () => {
    expect(law(cells)).toMatchObject({ failed: false });
  });

  test.each([
    ['leaves out the last day', '(span.to - first + 1)', '(span.to - first)'],
    ['begins a day late', '(span.from - first) *', '(span.from - first + 1) *'],
    ['takes every code', 'code !== undefined && cells.code[at] !== code', 'code === -1'],
    ['takes every account', 'slotsOf(kind, select)', 'slotsOf(kind)'],
    ['takes everybody', 'among ? among.cellsOf(rollup) : rollup.cells', 'rollup.cells'],
    ['leaves out the last days of a month', 'first + 30', 'first + 27'],
  ])('one that %s is caught', async (_, from, to) => {
    const broken = await mutant<typeof cells>('lib/domain/cells.ts', from, to);
    expect(law(broken)).toMatchObject({ failed: true });
  });

  test('in the order of days', () => {
    fc.assert(
      fc.property(payments, asks, (all, { span, kind }) => {
        const inMonth = new Map<number, Day[]>();
        cells.eachCell(rollupsOf(all), span, kind, {}, (_, __, day) => {
          inMonth.set(monthOf(day), [...(inMonth.get(monthOf(day)) ?? []), day]);
        });
        for (const seen of inMonth.values()) expect(seen).toEqual([...seen].sort((a, b) => a - b));
      }),
    );
  });
});
