import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MonthRows } from '../../../lib/domain/commission';
import { isoDay, parseDay } from '../../../lib/domain/day';
import { Dictionary, lookupOf } from '../../../lib/domain/dictionary';
import { changeOf, type Figures, measure } from '../../../lib/domain/metric';
import { exactDecimal } from '../../../lib/domain/money';
import { PartySet } from '../../../lib/domain/party-set';
import { crowdOf, registrationsOf } from '../../../lib/domain/referral';
import { rollUp } from '../../../lib/domain/rollup';
import { linesOf } from '../../../lib/domain/series';
import { openExport } from '../../../lib/sources/commission-export';
import { type ExportRow, exportRows, exportText } from '../../browser/export-file';
import { decimal, expected, units } from '../../browser/oracle';

function figuresOf(rows: ExportRow[]): { figures: Figures; codes: string[] } {
  const dictionary = new Dictionary();
  const months = new Map<number, MonthRows>();
  const bytes = new TextEncoder().encode(exportText(rows));
  const opened = openExport(bytes, dictionary, () => ({
    month: month => {
      const known = months.get(month) ?? new MonthRows(month);
      months.set(month, known);
      return known;
    },
    reject: rejection => expect(rejection).toBeUndefined(),
  }));
  if (!('decoder' in opened)) throw new Error(opened.refused);
  opened.decoder.feed(bytes, true);
  const { parties, names } = dictionary;
  const lookup = lookupOf(names, parties);
  return {
    codes: names.codes,
    figures: {
      parties,
      crowd: crowdOf(parties),
      registrations: registrationsOf(parties),
      rollups: new Map([...months].map(([m, r]) => [m, rollUp(m, [r.columns()], lookup)])),
    },
  };
}

const to = Date.UTC(2026, 4, 20, 15);
const rows = [...exportRows({ rows: 6_000, referrals: 150, from: to - 130 * 86_400_000, to, seed: 11 })];

test('rollups answer any span, account and code as the rows would', () => {
  const { figures, codes } = figuresOf(rows);
  const first = parseDay('2026-01-05')!;
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 150 }),
      fc.integer({ min: 0, max: 150 }),
      fc.constantFrom(undefined, 'spot' as const, 'futures' as const, 'mining' as const),
      fc.constantFrom(undefined, ...codes),
      (a, b, account, code) => {
        const span = { from: first + Math.min(a, b), to: first + Math.max(a, b) };
        const want = expected(rows, [isoDay(span.from), isoDay(span.to)], { account, code });
        const at = code === undefined ? undefined : codes.indexOf(code);
        const scoped =
          at === undefined
            ? figures
            : {
                ...figures,
                registrations: registrationsOf(figures.parties, p => figures.parties.code[p] === at),
              };
        const people = PartySet.where(figures.parties, p => figures.parties.code[p] === at);
        const select = { account, code: at, ...(at !== undefined && { people }) };
        expect(exactDecimal(measure('commission', scoped, span, select).value)).toBe(want.commission);
        for (const metric of ['referrals', 'traders-spot', 'traders-futures', 'miners'] as const) {
          expect(String(measure(metric, scoped, span, select).value), metric).toBe(want[metric]);
        }
      },
    ),
    { numRuns: 300 },
  );
});

test('a chart adds up to the figure above it', () => {
  const { figures } = figuresOf(rows);
  const span = { from: parseDay('2026-02-03')!, to: parseDay('2026-04-09')! };
  const lines = linesOf(
    'commission',
    figures,
    [
      { ...span, to: span.from + 9 },
      { ...span, from: span.from + 10 },
    ],
    {},
  );
  const sum = lines.flatMap(line => line.values).reduce((a, b) => a + b, 0n);
  expect(decimal(sum)).toBe(expected(rows, ['2026-02-03', '2026-04-09']).commission);
  // Unknown order types are an account of their own and count in the total.
  expect(lines.map(line => line.of)).toEqual(['spot', 'futures', 'mining', 'other']);
});

test('sums beyond sixty-four bits do not wrap', () => {
  const rich = rows.slice(0, 200).map(row => ({ ...row, value: '92233720368.54775807' }));
  const { figures } = figuresOf(rich);
  const { value } = measure('commission', figures, { from: 0, to: 30_000 }, {});
  expect(value).toBe(units('92233720368.54775807') * 200n);
});

test.each([
  [110n, 100n, { percent: 10 }],
  [90n, 100n, { percent: -10 }],
  // Rounded in two steps these were 423.4 and −43.6.
  [523_456_789n, 100_000_000n, { percent: 423.5 }],
  [552_376_417n, 980_340_795n, { percent: -43.7 }],
  [5n, 0n, 'new'],
  [0n, 0n, 'none'],
  [5n, -3n, 'none'],
] as const)('%d against %d', (value, base, want) => {
  expect(changeOf(value, base)).toEqual(want);
});
