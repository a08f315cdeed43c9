import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Dictionary } from '../../../lib/domain/dictionary';
import { openStatement } from '../../../lib/sources/account-statement';
import { csvFile, importInto, memoryDatabase, storedRows } from '../memory-ledger';

const FIXTURES = resolve(import.meta.dirname, '../../fixtures/account-statement');
const fixture = (name: string) => readFileSync(resolve(FIXTURES, name), 'utf8');

let n = 0;
async function imported(text: string, name = 'statement.csv') {
  const db = await memoryDatabase();
  const options = { batch: `t${++n}`, now: () => 1_800_000_000_000 };
  const outcome = await importInto(db, [csvFile(name, text)], options);
  if (outcome.is !== 'committed') return { outcome, rows: [] as string[] };
  return { outcome, rows: await storedRows(db), receipt: outcome.receipt, file: outcome.receipt.files[0] };
}

const HEADER = 'User_ID,UTC_Time,Account,Operation,Coin,Change,Remark';
const ROW = '1,2022-01-31 23:30:00,Spot,Commission Rebate,USDT,1.5,""';
const STORED = 'Spot · Commission Rebate,,1,USDT,1.5,1.5,2022-01-31 23:30:00,,';

describe('real rows', () => {
  test('what is surely referral income is taken, everything else is counted by its name', async () => {
    const { rows, receipt, file } = await imported(fixture('statement-2019-2021.csv'));
    expect(rows).toEqual([
      'Coin-Futures · Referrer rebates,,123…789,DOT,0.00766144,,2020-08-27 17:38:40,,',
      'Spot · Commission History,,123…789,BNB,0.00021562,,2020-05-09 20:42:56,,',
      'Spot · Commission History,,123…789,BTT,4.4238,,2019-05-21 21:39:50,,',
      'Spot · Commission History,,123…789,DOT,0.0050512,,2021-01-01 00:00:31,,',
      'Spot · Commission History,,123…789,VET,1.71544,,2020-05-09 05:09:31,,',
      'Spot · Commission Rebate,,123…789,BTC,0.00000022,,2021-06-23 03:54:55,,',
      'USDT-Futures · Referrer rebates,,123…789,USDT,0.04257084,0.04257084,2020-04-30 10:31:50,,',
    ]);
    expect(receipt).toMatchObject({ read: 7, added: 7, known: 0, rejected: 0, unpriced: 6 });
    expect(file).toMatchObject({
      of: 'statement',
      others: { 'Pool Distribution': 1, Fee: 1, Buy: 1, transfer_out: 3, 'ETH 2.0 Staking Rewards': 1 },
    });
  });

  test('kickback is no commission; several rows of one second are several payments', async () => {
    const { rows, receipt } = await imported(fixture('data_binance.csv'));
    expect(rows.filter(row => row.startsWith('Spot · Referral Kickback'))).toHaveLength(8);
    expect(receipt).toMatchObject({ read: 8, added: 8 });
  });

  test('dates with a zone of their own', async () => {
    const text = `${fixture('statement-iso-dates.csv').trim()}\n1,2020-12-26T18:36:01.000+00:00,Spot,Commission History,BTC,1,\n`;
    expect((await imported(text)).rows).toEqual([
      'Spot · Commission History,,1,BTC,1,,2020-12-26 18:36:01,,',
    ]);
  });
});

describe('spellings', () => {
  test.each<[string, string, string?]>([
    ['2021 and later', `${HEADER}\n${ROW}\n`],
    ['before', `${HEADER.slice(8)}\r\n${ROW.slice(2)}\r\n`],
    [
      'quoted, behind a mark',
      `\uFEFF"${HEADER.replaceAll(',', '","')}"\n"${ROW.replace(',""', '').replaceAll(',', '","')}",""\n`,
    ],
    ['semicolons', `${HEADER}\n${ROW}\n`.replaceAll(',', ';')],
    ['a header in the middle', `${HEADER}\n${HEADER}\n${ROW}\n${HEADER}\n`],
    ['operations in another case', `${HEADER}\n${ROW.replace('Commission Rebate', ' Commission Rebate ')}\n`],
    [
      'later years, UTC+2',
      'User ID,Time,Account,Operation,Coin,Change,Remark\n1,22-02-01 01:30:00,Spot,Commission Rebate,USDT,1.5,\n',
      'Binance-Transaction-History-202606241540(UTC+2)-part1-of1.csv',
    ],
    [
      'later years, west of UTC',
      'User ID,Time,Account,Operation,Coin,Change,Remark\n1,2022-01-31 17:30:00,Spot,Commission Rebate,USDT,1.5,\n',
      'Binance-Transaction-History-202603230400(UTC--6)_abcd (1).csv',
    ],
    [
      'Spanish',
      'ID de usuario,Tiempo,Cuenta,Operación,Moneda,Cambio,Observación\n1,22-02-01 05:00:00,Spot,Commission Rebate,USDT,1.5,\n',
      'x(UTC+5:30).csv',
    ],
    [
      'Portuguese',
      'ID do Usuário,Tempo,Conta,Operação,Moeda,Alterar,Observação\n1,22-01-31 23:30:00,Spot,Commission Rebate,USDT,1.5,\n',
      'x(UTC).csv',
    ],
  ])('%s', async (_, text, name) => {
    const { rows, receipt } = await imported(text, name);
    // Older statements do not say whose they are.
    const isNamed = !text.startsWith('UTC_Time');
    expect(rows).toEqual([isNamed ? STORED : STORED.replace(',,1,', ',,,')]);
    expect(receipt).toMatchObject({ read: 1, added: 1, rejected: 0, unpriced: 0 });
  });
});

test('a bad row of ours is rejected with its line and reason; one of others is theirs', async () => {
  const lines = [
    HEADER,
    ROW,
    ROW.replace('1.5', '1.123456789'),
    ROW.replace('2022-01-31', '2022-02-31'),
    ROW.replace('USDT', ''),
    '1,2022-01-31,Spot,Commission Rebate',
    '1,nonsense,Spot,Buy,BTC,x,',
    `1,2022-01-31 23:30:00,"Spot,Commission Rebate,USDT,1,`,
  ];
  const { rows, receipt } = await imported(lines.join('\n'));
  expect(rows).toEqual([STORED]);
  expect(receipt).toMatchObject({ read: 6, added: 1, rejected: 5 });
  expect(receipt!.rejections.map(r => [r.line, r.column, r.reason.is])).toEqual([
    [3, 'Change', 'decimal'],
    [4, 'UTC_Time', 'moment'],
    [5, 'Coin', 'empty'],
    [6, '', 'columns'],
    [8, '', 'quote'],
  ]);
});

test('a name that every object has is an operation like any other', async () => {
  const rows = ['constructor', '__proto__', 'toString'].map(name => ROW.replace('Commission Rebate', name));
  const { receipt, file } = await imported([HEADER, ROW, ...rows].join('\n'));
  expect(receipt).toMatchObject({ read: 1, added: 1 });
  expect(Object.entries((file as { others: Record<string, number> }).others)).toEqual([
    ['constructor', 1],
    ['__proto__', 1],
    ['toString', 1],
  ]);
});

test('a file with a new operation in every row is counted in bounded memory', async () => {
  const rows = Array.from({ length: 1_000 }, (_, i) => ROW.replace('Commission Rebate', `Op ${i}`));
  const { file } = await imported([HEADER, ROW, ...rows].join('\n'));
  const others = (file as { others: Record<string, number> }).others;
  expect(Object.keys(others).length).toBeLessThanOrEqual(200);
  expect(Object.values(others).reduce((a, b) => a + b)).toBe(1_000);
});

/** The law across batches: a row counts as often as the batch that has it most often. */
test('any parts of a statement, in any order and however often, are the statement once', async () => {
  const row = fc
    .constantFrom('0.5', '1', '2')
    .chain(amount =>
      fc
        .constantFrom('2022-01-31 23:59:59', '2022-02-01 00:00:00')
        .map(time => `1,${time},USDT-Futures,Referrer rebates,USDT,${amount},`),
    );
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(row, { minLength: 1, maxLength: 8 }), { minLength: 1, maxLength: 4 }),
      async batches => {
        const db = await memoryDatabase();
        for (const lines of [...batches, batches[0]]) {
          const options = { batch: `t${++n}`, now: () => 1_800_000_000_000 };
          await importInto(db, [csvFile('s.csv', [HEADER, ...lines].join('\n'))], options);
        }
        const most = new Map<string, number>();
        for (const lines of batches) {
          for (const line of new Set(lines)) {
            most.set(line, Math.max(most.get(line) ?? 0, lines.filter(other => other === line).length));
          }
        }
        const wanted = [...most].flatMap(([line, times]) => {
          const [, time, , , , amount] = line.split(',');
          return Array<string>(times).fill(
            `USDT-Futures · Referrer rebates,,1,USDT,${amount},${amount},${time},,`,
          );
        });
        expect(await storedRows(db)).toEqual(wanted.sort());
      },
    ),
    { numRuns: 120 },
  );
});

test.each([
  ['UTC_Time', 'a(UTC+2).csv', 'read'],
  ['Time(UTC+8)', 'a.csv', 'read'],
  ['Date(UTC)', 'a.csv', 'read'],
  ['Time', 'a(UTC+2).csv', 'read'],
  ['Time', 'a.csv', 'statement-zone'],
  ['Moment', 'a(UTC).csv', 'statement'],
])('the zone of times under %s in %s: %s', (time, name, wanted) => {
  const head = new TextEncoder().encode(`User_ID,${time},Account,Operation,Coin,Change,Remark\n`);
  const sink = { month: () => expect.unreachable(), reject: () => expect.unreachable() };
  const opened = openStatement(head, name, new Dictionary(), sink);
  expect('refused' in opened ? opened.refused : 'read').toBe(wanted);
});
