import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { HEADER } from '../../browser/export-file';
import { csvFile, importInto, memoryDatabase, storedRows } from '../memory-ledger';

let n = 0;
const options = () => ({ batch: `t${++n}`, now: () => 1_800_000_000_000 });

async function imported(text: string | Uint8Array) {
  const db = await memoryDatabase();
  const outcome = await importInto(db, [csvFile('f.csv', text)], options());
  if (outcome.is !== 'committed') return { outcome, rows: [] as string[], receipt: undefined };
  return { outcome, rows: await storedRows(db), receipt: outcome.receipt };
}

const ROW =
  'USDT-futures,42254326,"",USDT,0.00608292,0.00608300,2022-01-01 07:49:33,2021-03-31 21:58:24,bpcode';
const STORED =
  'USDT-futures,42254326,,USDT,0.00608292,0.006083,2022-01-01 07:49:33,2021-03-31 21:58:24,bpcode';

describe('spellings of one file', () => {
  const quoted = (line: string) =>
    line
      .split(',')
      .map(cell => `"${cell.replaceAll('"', '')}"`)
      .join(',');
  test.each<[string, string | Uint8Array]>([
    ['plain', `${HEADER}\n${ROW}\n`],
    ['no line end at the end', `${HEADER}\n${ROW}`],
    ['CRLF', `${HEADER}\r\n${ROW}\r\n`],
    ['CRLF, no line end at the end', `${HEADER}\r\n${ROW}`],
    ['byte order mark', `\uFEFF${HEADER}\r\n${ROW}\r\n`],
    ['everything quoted', `${quoted(HEADER)}\r\n${quoted(ROW)}\r\n`],
    ['everything quoted behind a byte order mark', `\uFEFF${quoted(HEADER)}\r\n${quoted(ROW)}`],
    ['blank lines above', `\r\n\n${HEADER}\n${ROW}\n`],
    ['blank lines', `${HEADER}\n\n${ROW}\n\n\n`],
    ['repeated headers', `${HEADER}\n${HEADER}\n${ROW}\n${HEADER}\n`],
    ['a repeated header with a mark', `\uFEFF${quoted(HEADER)}\n${ROW}\n\uFEFF${quoted(HEADER)}\n`],
    ['semicolons', `${HEADER}\n${ROW}\n`.replaceAll(',', ';')],
    ['tabs', `${HEADER}\n${ROW}\n`.replaceAll(',', '\t')],
    ['empty columns behind', `${HEADER}\n${ROW},,\n`],
    [
      'spaces around',
      `${HEADER}
${ROW.replace('""', '').split(',').join(' , ')}
`,
    ],
    ['curly apostrophe', `${HEADER.replaceAll("'", '’')}\n${ROW}`],
  ])('%s', async (_, text) => {
    const { rows, receipt } = await imported(text);
    expect(rows).toEqual([STORED]);
    expect(receipt).toMatchObject({ read: 1, added: 1, known: 0, rejected: 0, unpriced: 0 });
  });

  test('Chinese headers, in UTF-8 and in GB18030', async () => {
    const text = `订单类型,好友ID（现货）,好友子ID(现货),返佣资产,返佣收入,返佣收入(USDT),返佣时间,注册时间,推荐ID\n${ROW}\n`;
    expect((await imported(text)).rows).toEqual([STORED]);
    const gb = Buffer.from(
      'b6a9b5a5c0e0d0cd2cbac3d3d14944a3a8cfd6bbf5a3a92cb7b5d3b6d7cab2fa2cb7b5d3b6cad5c8eb2cb7b5d3b6cad5c8eb2855534454292cb7b5d3b6cab1bce40a',
      'hex',
    );
    const row = '现货,7,USDT,1,1,2022-01-01 00:00:00\n'.replace('现货', '');
    const bytes = Buffer.concat([gb, Buffer.from('cfd6bbf5', 'hex'), Buffer.from(row)]);
    expect((await imported(bytes)).rows).toEqual(['现货,7,,USDT,1,1,2022-01-01 00:00:00,,']);
  });
});

describe('odd rows', () => {
  const at = (column: number, text: string) => {
    const cells = ROW.split(',');
    cells[column] = text;
    return `${HEADER}\n${cells.join(',')}\n`;
  };
  test.each<[string, string, string]>([
    ['0E-8', at(5, '0E-8'), STORED.replace('0.006083', '0')],
    ['2.2E-7', at(5, '2.2E-7'), STORED.replace('0.006083', '0.00000022')],
    ['negative', at(5, '-1.25'), STORED.replace('0.006083', '-1.25')],
    ['unknown order type', at(0, 'Launchpool X'), STORED.replace('USDT-futures', 'Launchpool X')],
    ['leading zeros', at(1, '00042'), STORED.replace('42254326', '00042')],
    ['an id beyond 2^53', at(1, '90071992547409931'), STORED.replace('42254326', '90071992547409931')],
    ['a sub-account', at(2, '0077'), STORED.replace(',,', ',0077,')],
    ['a zero registration', at(7, '1970-01-01 00:00:00'), STORED.replace('2021-03-31 21:58:24', '')],
    ['no registration', at(7, ''), STORED.replace('2021-03-31 21:58:24', '')],
    ['quotes in a name', at(0, '"a ""b"", c"'), STORED.replace('USDT-futures', 'a "b", c')],
    ['unpriced', at(5, ''), STORED.replace('0.006083', '')],
    ['unpriced dashes', at(5, '--'), STORED.replace('0.006083', '')],
  ])('%s', async (_, text, want) => {
    const { rows, receipt } = await imported(text);
    expect(rows).toEqual([want]);
    expect(receipt?.unpriced).toBe(want.includes(',,2022') ? 1 : 0);
  });

  test.each<[string, string, object]>([
    [
      'a value that is no number',
      at(5, 'abc'),
      { column: 'Commission Earned (USDT)', reason: { is: 'decimal', fault: 'not a number', text: 'abc' } },
    ],
    [
      'too many decimals',
      at(4, '0.123456789'),
      {
        column: 'Commission Earned',
        reason: { is: 'decimal', fault: 'more than 8 decimals', text: '0.123456789' },
      },
    ],
    ['no amount', at(4, ''), { column: 'Commission Earned', reason: { is: 'empty' } }],
    ['no asset', at(3, ''), { column: 'Commission Asset', reason: { is: 'empty' } }],
    [
      'a day that is none',
      at(6, '2022-02-30 00:00:00'),
      { column: 'Commission Time', reason: { is: 'moment', text: '2022-02-30 00:00:00' } },
    ],
    [
      'an hour that is none',
      at(6, '2022-02-03 24:00:00'),
      { column: 'Commission Time', reason: { is: 'moment', text: '2022-02-03 24:00:00' } },
    ],
    [
      'a registration that is none',
      at(7, 'soon'),
      { column: 'Registration Time', reason: { is: 'moment', text: 'soon' } },
    ],
    [
      'too few columns',
      `${HEADER}\nspot,1,x\n`,
      { column: '', reason: { is: 'columns', found: 3, expected: 9 } },
    ],
    ['an open quote', `${HEADER}\n"spot,1,x\n`, { column: '', reason: { is: 'quote' } }],
    ['text behind a quote', `${HEADER}\n"spot"s,1,x\n`, { column: '', reason: { is: 'quote' } }],
  ])('%s is rejected with line, column and reason', async (_, text, want) => {
    const { receipt } = await imported(`${text}${ROW}\n`);
    expect(receipt).toMatchObject({ read: 2, added: 1, rejected: 1 });
    expect(receipt?.rejections).toMatchObject([{ file: 'f.csv', line: 2, ...want }]);
  });

  test('stray quotes cost their own lines, whatever stands between them', async () => {
    const stray = ROW.replace('""', '"');
    const rows = [ROW, stray, ROW, ROW, ROW, ROW, stray, ROW, ROW, stray];
    const { receipt } = await imported([HEADER, ...rows].join('\n'));
    expect(receipt).toMatchObject({ read: 10, added: 7, rejected: 3 });
    expect(receipt?.rejections.map(r => r.line)).toEqual([3, 8, 11]);
  });

  test('an open quote does not swallow the file', async () => {
    const { receipt } = await imported(`${HEADER}\n"spot,1\n${`${ROW}\n`.repeat(3)}`);
    expect(receipt).toMatchObject({ read: 4, added: 3, rejected: 1 });
  });
});

test('pieces may end anywhere: reading does not depend on how bytes arrive', async () => {
  const { openExport } = await import('../../../lib/sources/commission-export');
  const { Dictionary } = await import('../../../lib/domain/dictionary');
  const { MonthRows } = await import('../../../lib/domain/commission');
  const text = `\uFEFF${HEADER}\r\n${ROW}\r\n"a ""q""",1,"",USDT,1,,2022-01-01 00:00:00,,"c"\r\nbad\r\n"x\n${ROW}\r\n${HEADER}\r\n${ROW}`;
  const bytes = new TextEncoder().encode(text);
  const read = (cuts: number[]) => {
    const rows = new MonthRows(0);
    const rejected: unknown[] = [];
    const opened = openExport(bytes, new Dictionary(), () => ({
      month: () => rows,
      reject: r => rejected.push(r),
    }));
    if (!('decoder' in opened)) throw new Error(opened.refused);
    const ends = [...cuts.filter(c => c < bytes.length), bytes.length].sort((a, b) => a - b);
    let at = 0;
    for (const end of ends) {
      opened.decoder.feed(bytes.subarray(at, end), end === bytes.length);
      at = end;
    }
    return JSON.stringify([rows.columns().time, rows.columns().value, rejected], (_, v) =>
      typeof v === 'bigint' ? String(v) : v,
    );
  };
  const whole = read([]);
  expect(JSON.parse(whole)[2]).toHaveLength(2);
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer({ min: 3, max: bytes.length }), { maxLength: 9 }), cuts => {
      expect(read(cuts)).toBe(whole);
    }),
    { numRuns: 1500 },
  );
});

test.each<[string, string | Uint8Array, string]>([
  ['nothing', '', 'empty'],
  ['blanks', ' \n\n', 'empty'],
  ['a page', '<!doctype html>', 'html'],
  ['JSON', '{"a":1}', 'json'],
  ['a workbook', new Uint8Array([0x50, 0x4b, 3, 4, 0]), 'zip'],
  ['UTF-16', new Uint8Array([0xff, 0xfe, 0x4f, 0]), 'utf-16'],
  ['a futures income file', 'Date(UTC),type,Amount,Asset,Symbol,Transaction ID\n', 'futures-income'],
  [
    'a statement whose name tells no zone',
    'ID de usuario,Tiempo,Cuenta,Operación,Moneda,Cambio,Observación\n',
    'statement-zone',
  ],
  ['a statement in an unknown form', 'UTC_Time,Operation,Coin,Remark\n', 'statement'],
  ['some CSV', 'a,b,c\n1,2,3\n', 'unknown-csv'],
])('%s is refused as what it looks like', async (_, text, want) => {
  const { outcome } = await imported(text);
  expect(outcome).toMatchObject({ is: 'refused', files: [{ name: 'f.csv', refused: want }] });
});
