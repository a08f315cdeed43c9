import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { exactDecimal } from '../../../lib/domain/money';
import type { ImportFile } from '../../../lib/sync/read-files';
import { mutant, mutantName } from '../../mutants';
import { exportFile, row } from '../builders';
import { thorough } from '../thorough';
import { after, daily, everyWay, habit, paid, type Told, units } from './drops';

const friends = ['2', '3', '5'].map(earned => paid(earned, '04 09:00:05', { friend: `7${earned}` }));
const PAIRS: [string, ImportFile, ImportFile, string][] = [
  [
    'one payment that stands inside the other file',
    exportFile([paid('2', '04 09:00:05')]),
    exportFile([paid('1', '03 10:00:00'), paid('2', '04 09:00:05'), paid('4', '05 11:00:00')]),
    '7',
  ],
  [
    'a shared second with three different payments',
    exportFile([paid('1', '03 10:00:00'), ...friends]),
    exportFile([...friends, paid('4', '05 11:00:00')]),
    '15',
  ],
  [
    'a restated row in the overlap: both stay, and nothing else counts twice',
    exportFile(daily(1, 20, day => String(day))),
    exportFile(daily(8, 30, day => (day === 15 ? '15.1' : String(day)))),
    '480.1',
  ],
  ['one period in two languages', habit('02a-english.csv'), habit('02b-same-period-chinese.csv'), '5.5'],
  [
    'a file without codes, sub ids and registrations',
    exportFile([paid('1', '03 10:00:00', { sub: 's1' }), paid('2', '03 10:00:00', { sub: 's2' })]),
    exportFile([
      paid('1', '03 10:00:00', { code: '', registered: '' }),
      paid('2', '03 10:00:00', { code: '', registered: '' }),
    ]),
    '3',
  ],
  [
    'a registration without its time of day, and no value',
    exportFile([paid('1', '03 10:00:00', { registered: '2020-01-01 08:09:10' }), paid('2', '04 10:00:00')]),
    exportFile([
      paid('1', '03 10:00:00', { registered: '2020-01-01 00:00:00', value: '' }),
      paid('2', '04 10:00:00', { value: '' }),
    ]),
    '3',
  ],
];

describe.each(PAIRS)('%s', (_, a, b, total) => {
  test.each(everyWay(a, b))('%s', async (_, drops) => {
    expect((await after(drops)).total).toBe(total);
  });
});

test('the fuller row stays, whichever comes first', async () => {
  const full = paid('1', '03 10:00:00', { sub: 's1', registered: '2020-01-01 08:09:10' });
  const cut = { ...full, sub: '', code: '', registered: '', value: '' };
  // Each tells what the other lacks.
  const [left, right] = [
    { ...full, code: '' },
    { ...full, sub: '', registered: '' },
  ];
  const whole = (await after([[exportFile([full])]])).rows;
  for (const [one, other] of [
    [full, cut],
    [left, right],
  ]) {
    for (const [, drops] of everyWay(exportFile([one]), exportFile([other]))) {
      expect((await after(drops)).rows).toEqual(whole);
    }
  }
});

test('what one file leaves open joins no two that differ', async () => {
  const full = paid('1', '03 10:00:00');
  const [open, one, other] = ['', 'a', 'b'].map(code => exportFile([{ ...full, code }]));
  for (const drops of [[[open], [one], [other]], [[open, one, other]], [[open, other], [one]]]) {
    expect((await after(drops)).rows).toHaveLength(2);
  }
});

test('rows find their partners, in whatever order they stand', async () => {
  const full = paid('1', '03 10:00:00', { registered: '2020-01-01 08:09:10' });
  const stored = exportFile([
    { ...full, code: '', registered: '' },
    { ...full, code: 'a', registered: '' },
  ]);
  const again = [
    { ...full, code: 'a' },
    { ...full, code: 'b' },
  ];
  for (const rows of [again, again.toReversed()]) {
    for (const [way, drops] of everyWay(stored, exportFile(rows))) {
      expect((await after(drops)).rows, way).toHaveLength(2);
    }
  }
});

test('what could be either’s is given to neither', async () => {
  const full = paid('1', '03 10:00:00');
  const pairs = [
    { sub: 's1', code: 'a' },
    { sub: 's2', code: 'b' },
  ].map(of => ({ ...full, ...of }));
  const [subs, codes, both] = [
    pairs.map(of => ({ ...of, code: '' })),
    pairs.map(of => ({ ...of, sub: '' })).toReversed(),
    pairs,
  ].map(rows => exportFile(rows));
  for (const drops of [[[subs], [codes], [both]], [[subs, codes, both]], [[codes], [subs], [both]]]) {
    expect((await after(drops)).rows).toEqual((await after([[both]])).rows);
  }
});

test('what differs is another payment: sub id, code, value', async () => {
  const one = paid('1', '03 10:00:00', { sub: 's1', value: '1' });
  for (const other of [
    { ...one, sub: 's2' },
    { ...one, code: 'other' },
    { ...one, value: '1.01' },
    { ...one, registered: '2020-01-02 00:00:00' },
    { ...one, friend: '43' },
    { ...one, type: 'margin' },
  ]) {
    for (const [, drops] of everyWay(exportFile([one]), exportFile([other]))) {
      expect((await after(drops)).rows, JSON.stringify(other)).toHaveLength(2);
    }
  }
});

test('parts that meet in equal payments add up, and the receipt names the place', async () => {
  const end = paid('1', '04 09:00:00');
  const a = exportFile([paid('1', '03 10:00:00'), end], 'a.csv');
  const b = exportFile([end, paid('1', '05 10:00:00')], 'b.csv');
  const { total, receipts } = await after([[a, b]]);
  expect(total).toBe('4');
  expect(receipts[0].seams).toEqual([{ files: [0, 1], moment: Date.UTC(2026, 0, 4, 9), rows: 1 }]);
  expect((await after([[a], [b]])).total).toBe('3');
});

/** A payment as it truly is, and what a file may leave out of it. */
const payment = fc.record({
  market: fc.constantFrom<[string, ...string[]]>(
    ['spot', 'Spot', '现货', 'SPOT'],
    ['USDT-futures', 'USDT-Futures', 'U本位合约'],
    ['earn', 'EARN', 'ｅarn'],
  ),
  friend: fc.constantFrom('42', '0042', '7'),
  sub: fc.constantFrom('', 's1', 's2'),
  earned: fc.constantFrom('1', '-2.5'),
  second: fc.nat(9),
});
const cut = fc.record({
  spelling: fc.nat(3),
  from: fc.nat(9),
  length: fc.nat(9),
  leavesOut: fc.subarray(['sub', 'registered', 'code', 'value'] as const),
  /** In the drop of the file before. */
  together: fc.boolean(),
});

type Importer = (drops: ImportFile[][]) => Promise<Told>;

/** Any history of exports of one truth: cut anywhere, in any language, with any columns, in any grouping. */
const anyHistory = (importer: Importer, runs: number) =>
  fc.assert(
    fc.asyncProperty(
      fc.array(payment, { minLength: 1, maxLength: 12 }),
      fc.array(cut, { minLength: 1, maxLength: 4 }),
      async (payments, cuts) => {
        const seen = new Set<number>();
        const drops: ImportFile[][] = [];
        const heldBy: number[][][] = [];
        for (const { spelling, from, length, leavesOut, together } of cuts) {
          const held = payments
            .map((_, i) => i)
            .filter(i => payments[i].second >= from && payments[i].second <= from + length);
          if (held.length === 0) continue;
          for (const i of held) seen.add(i);
          const file = exportFile(
            held.map(i => {
              const { market, friend, sub, earned, second } = payments[i];
              const time = `2026-01-31 23:59:${String(54 + second).padStart(2, '0')}`;
              const next = `2026-02-01 00:00:0${second - 6}`;
              return {
                ...row({ friend, earned, type: market[spelling % market.length], sub }),
                time: second < 6 ? time : next,
                // A friend is under one code at a time.
                code: `code${friend}${second > 4}`,
                ...Object.fromEntries(leavesOut.map(column => [column, ''])),
              };
            }),
          );
          if (!together || drops.length === 0) {
            drops.push([]);
            heldBy.push([]);
          }
          drops.at(-1)!.push(file);
          heldBy.at(-1)!.push(held);
        }
        const { total, receipts } = await importer(drops);
        // What two files meet in cannot be told from two payments, and is named instead. It is no more than that.
        const alike = (i: number) => {
          const { market, friend, earned, second } = payments[i];
          return [market[0], friend, earned, second].join();
        };
        const seams = receipts.flatMap(({ seams = [] }, drop) => seams.map(({ files }) => [drop, ...files]));
        for (const [drop, a, b] of seams) {
          const [one, other] = [heldBy[drop][a].map(alike), heldBy[drop][b].map(alike)];
          expect(new Set(one.filter(key => other.includes(key))).size).toBe(1);
          expect(one.some(key => !other.includes(key)) && other.some(key => !one.includes(key))).toBe(true);
        }
        if (seams.length > 0) return;
        const right = [...seen].reduce((sum, i) => sum + units(payments[i].earned), 0n);
        expect(total).toBe(exactDecimal(right));
      },
    ),
    { numRuns: runs },
  );

describe('each payment counts once', () => {
  test('in any history', { timeout: 900_000 }, () =>
    anyHistory(drops => after(drops), Number(process.env.HISTORIES ?? thorough(1500))),
  );
});

/** The whole import with one text replaced in a module that merging asks. */
async function importerWith(module: string, from: string, to: string): Promise<Importer> {
  const merging = mutantName(
    './merge-batch.ts',
    `'../domain/${module}'`,
    `'${mutantName(`../domain/${module}.ts`, from, to)}'`,
  );
  const broken = await mutant<typeof import('../../../lib/sync/import-files')>(
    'lib/sync/import-files.ts',
    "'./merge-batch'",
    `'${merging}'`,
  );
  return drops => after(drops, broken.importFiles);
}

describe('the oracle sees a rule that is broken', () => {
  test.each([
    ['spellings are other types', 'same-payment', 'typeOf.some((first, type) => first !== type)', 'false'],
    [
      'what one file lacks makes another payment',
      'same-payment',
      "a === b || a === '' || b === ''",
      'a === b',
    ],
    [
      'a party is never fuller',
      'multiset',
      'same ? twinsOf(all, lacking, added, same) : NO_TWINS',
      'NO_TWINS',
    ],
    ['overlaps add up', 'overlap', 'groups > 1', 'groups > 99'],
    ['a file inside another adds up', 'overlap', 'matched === Math.min(', 'matched === 99 * Math.min('],
    ['one of equal rows counts twice', 'overlap', '[...first]', 'first.slice(1)'],
  ])('%s', { timeout: 60_000 }, async (_, module, from, to) => {
    const importer = await importerWith(module, from, to);
    await expect(anyHistory(importer, 1500)).rejects.toThrow();
  });
});
