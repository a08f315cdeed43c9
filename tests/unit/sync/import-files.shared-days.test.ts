import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { importFiles } from '../../../lib/sync/import-files';
import type { ImportFile } from '../../../lib/sync/read-files';
import { HEADER } from '../../browser/export-file';
import { mutant, mutantName } from '../../mutants';
import { csvFile } from '../memory-ledger';
import { thorough } from '../thorough';
import { countedAmount, everyWay } from './drops';

type Row = [time: string, amount: number | string, market?: 'spot' | 'USDT-futures'];

const exportOf = (...rows: Row[]) =>
  csvFile(
    'export.csv',
    [
      HEADER,
      ...rows.map(([at, n, market = 'spot']) => `${market},700,,USDT,${n},${n},2026-01-${at},,demo`),
    ].join('\n'),
  );
const statementOf = (...rows: Row[]) =>
  csvFile(
    'statement.csv',
    [
      'UTC_Time,Account,Operation,Coin,Change',
      ...rows.map(([at, n]) => `${at.length > 11 ? at : `2026-01-${at}`},Spot,Referral Commission,USDT,${n}`),
    ].join('\n'),
  );

describe('a day that an export and a statement share', () => {
  const cases: [string, ImportFile, ImportFile, string][] = [
    [
      'what lies outside the export counts from the statement',
      exportOf(['03 00:00:00', 1], ['03 12:30:00', 2]),
      statementOf(['03 12:30:00', 2], ['03 23:59:00', 4]),
      '7',
    ],
    [
      'without any overlap',
      exportOf(['03 00:00:00', 0.5], ['03 09:00:00', 0.5]),
      statementOf(['03 15:00:00', 1], ['03 20:00:00', 3]),
      '5',
    ],
    [
      'a millionth is money',
      exportOf(['03 00:00:00', 1_000_000], ['03 22:00:00', 1]),
      statementOf(['03 00:10:00', 1_000_000], ['03 22:10:00', 1], ['03 23:50:00', 0.9]),
      '1000001.9',
    ],
    [
      'what is credited after the end of the export counts once',
      exportOf(['03 10:00:00', 1], ['03 23:50:00', 2]),
      statementOf(['03 10:20:00', 1], ['04 00:05:00', 2], ['04 01:00:00', 8]),
      '11',
    ],
    [
      'what was earned before the begin of the export counts',
      exportOf(['03 10:00:00', 1], ['03 11:00:00', 2]),
      statementOf(['03 08:00:00', 16], ['03 10:05:00', 32], ['03 10:30:00', 1], ['03 11:30:00', 2]),
      '51',
    ],
    [
      'sums, where the statement puts payments together',
      exportOf(['03 10:00:00', 1], ['03 10:10:00', 2], ['03 11:50:00', 4], ['03 11:55:00', 8]),
      statementOf(['03 11:00:00', 3], ['03 12:00:00', 12], ['03 13:00:00', 64]),
      '79',
    ],
    [
      'an export of some people does not speak for the rest',
      exportOf(['01 10:00:00', 0.00000001], ['02 10:00:00', 100], ['03 10:00:00', 0.00000001]),
      statementOf(
        ['01 00:00:00', 0.5],
        ['01 10:30:00', '0.00000001'],
        ['02 10:30:00', 100],
        ['02 12:00:00', 1_000_000],
        ['03 10:30:00', '0.00000001'],
        ['04 10:00:00', 0.5],
      ),
      '1000101.00000002',
    ],
  ];
  for (const [name, one, other, wanted] of cases) {
    test.each(everyWay(one, other))(`${name}: %s`, async (_, drops) => {
      expect(await countedAmount(drops)).toBe(wanted);
    });
  }

  test('how an export is cut does not decide what it speaks for', async () => {
    const futures: Row[] = [
      ['01 10:00:00', 8, 'USDT-futures'],
      ['04 10:00:00', 8, 'USDT-futures'],
    ];
    const spot: Row = ['05 10:00:00', 3];
    const statement = statementOf(['03 10:00:00', 1], ['03 15:00:00', 1]);
    expect(await countedAmount([[statement], [exportOf(...futures, spot)]])).toBe('21');
    expect(await countedAmount([[statement], [exportOf(...futures), exportOf(spot)]])).toBe('21');
  });

  test('one that does not look at edges is caught', async () => {
    const settle = mutantName(
      '../domain/settle-edges.ts',
      'return compareSources(',
      'return choice; compareSources(',
    );
    const nextBook = mutantName('./next-book.ts', "from '../domain/settle-edges'", `from '${settle}'`);
    const changeBook = mutantName('./change-book.ts', "from './next-book'", `from '${nextBook}'`);
    const { importFiles: broken } = await mutant<{ importFiles: typeof importFiles }>(
      'lib/sync/import-files.ts',
      "from './change-book'",
      `from '${changeBook}'`,
    );
    const [, one, other, wanted] = cases[3];
    expect(await countedAmount([[one], [other]], broken)).not.toBe(wanted);
  });
});

/** A payment, its minute from 28 January on, the minutes until it is credited, and the account it is credited to. */
interface Payment {
  minute: number;
  delay: number;
  account: number;
}
interface Paid extends Payment {
  amount: number;
  second: number;
}
/** What one file tells: of which minutes, in which zone, and of statements whose. */
interface Window {
  from: number;
  length: number;
  zone: number;
  account: number;
}
const MINUTES = 6 * 1_440;
const inZone = (column: string, zone: number) => `${column}(UTC${zone < 0 ? '' : '+'}${zone})`;
const written = (minute: number, second: number, zone: number) =>
  new Date(Date.UTC(2026, 0, 28) + (minute + zone * 60) * 60_000 + second * 1_000)
    .toISOString()
    .slice(0, 19)
    .replace('T', ' ');
const isWithin = ({ from, length }: Window, minute: number) => from <= minute && minute < from + length;

function exportWithin(paid: Paid[], { zone }: Window, hasSeconds: boolean): ImportFile {
  const header = HEADER.replace('Commission Time', inZone('Commission Time', zone));
  const lines = paid.map(({ minute, second, amount }) => {
    const at = written(minute, second, zone).slice(0, hasSeconds ? 19 : 16);
    return `spot,700,,USDT,${amount},${amount},${at},,demo`;
  });
  return csvFile('a.csv', [header, ...lines].join('\n'));
}

function statementWithin(paid: Paid[], { zone }: Window): ImportFile {
  const lines = paid.map(({ minute, delay, second, amount, account }) =>
    [
      `91000000${account}`,
      written(minute + delay, second, zone),
      'Spot,Referral Commission,USDT',
      amount,
    ].join(),
  );
  return csvFile(
    's.csv',
    [`User_ID,${inZone('Time', zone)},Account,Operation,Coin,Change`, ...lines].join('\n'),
  );
}

test('whoever tells of a payment, it counts once', async () => {
  const payments = fc.array(
    fc.record({ minute: fc.nat(MINUTES - 1), delay: fc.nat(119), account: fc.nat(1) }),
    { minLength: 1, maxLength: 40 },
  );
  const windows = fc.array(
    fc.record({
      from: fc.nat(MINUTES),
      length: fc.nat(3 * 1_440),
      zone: fc.integer({ min: -12, max: 14 }),
      account: fc.nat(1),
    }),
    { minLength: 1, maxLength: 3 },
  );
  await fc.assert(
    fc.asyncProperty(payments, windows, windows, windows, fc.boolean(), async (all, ...rest) => {
      const [exported, copied, stated, isTogether] = rest;
      // Different amounts, so that every row says which payment it is.
      const paid = all.map((payment, i) => ({ ...payment, amount: (i + 1) / 100, second: (i * 7) % 60 }));
      const known = new Set<Paid>();
      /** The first file of each source, then the second ones. */
      const drops: ImportFile[][] = [[], [], []];
      const tell = (turn: number, rows: Paid[], file: ImportFile) => {
        for (const row of rows) known.add(row);
        drops[turn].push(file);
      };
      for (const [list, hasSeconds] of [
        [exported, true],
        [copied, false],
      ] as const) {
        for (const [turn, window] of list.entries()) {
          const rows = paid.filter(({ minute }) => isWithin(window, minute));
          tell(turn, rows, exportWithin(rows, window, hasSeconds));
        }
      }
      for (const [turn, window] of stated.entries()) {
        const rows = paid.filter(
          ({ minute, delay, account }) => account === window.account && isWithin(window, minute + delay),
        );
        tell(turn, rows, statementWithin(rows, window));
      }
      const total = [...known].reduce((sum, { amount }) => sum + Math.round(amount * 100), 0) / 100;
      const turns = isTogether ? drops : drops.flat().map(file => [file]);
      expect(Number(await countedAmount(turns))).toBe(total);
    }),
    { numRuns: Number(process.env.HISTORIES ?? thorough(300)) },
  );
}, 900_000);
