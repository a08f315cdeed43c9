import fc from 'fast-check';
import { readXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import { parseDay } from '../../../lib/domain/day';
import { guardFormula, unguardFormula } from '../../../lib/domain/formula-guard';
import type { ExportFormat } from '../../../lib/ledger/export-formats';
import { exportRows } from '../../../lib/ledger/export-rows';
import { LedgerReader } from '../../../lib/ledger/reader';
import type { RowQuery } from '../../../lib/ledger/row-query';
import { Rows } from '../../../lib/ledger/rows';
import { exportText, HEADER, exportRows as madeRows } from '../../browser/export-file';
import { csvFile, importInto, memoryDatabase, storedRows } from '../memory-ledger';

const HOSTILE = [
  '=HYPERLINK("http://evil.example","x")',
  '+1+1',
  '-2+3',
  '@SUM(1)',
  '＝1+1',
  '＋1',
  ' =1+1',
  '\u0000=1',
  "'=quoted already",
  "''@twice",
  '<img src=x onerror=alert(1)>',
  '\u202Etxt.exe',
  'a,b"c;d',
  '%0A=1',
  '|calc',
  'x'.repeat(10_000),
  '007',
  '1e5',
  '90071992547409931',
];
const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;

function hostileExport(): string {
  const lines = HOSTILE.map(
    (text, i) =>
      `${quoted(text)},${quoted(text)},${quoted(HOSTILE[(i + 3) % HOSTILE.length])},${quoted(text)},-0.0000000${i % 9},${i % 4 === 0 ? '' : `-${i}.5`},2026-03-0${1 + (i % 9)} 10:00:${10 + i}${i % 2 ? '.250' : ''},${i % 3 === 0 ? '' : '2025-01-01 00:00:00'},${quoted(text)}`,
  );
  const kinds =
    'spot,1,,USDT,5,5,2026-03-01 00:00:00,,x,bonus\nspot,1,,USDT,92233720368.54775807,1,2026-03-01 00:00:00,,x,kickback';
  return `${HEADER},Kind\n${lines.map(line => `${line},commission`).join('\n')}\n${kinds}\n`;
}

const everything: RowQuery = {
  span: { from: parseDay('2020-01-01')!, to: parseDay('2030-01-01')! },
  kinds: ['commission', 'kickback', 'bonus'],
  sort: 'time',
  descending: false,
};
const about = { title: 'Commissions', zone: 'UTC' as const, currency: 'BUSD', filters: {}, made: '' };

async function exported(files: string[], format: ExportFormat) {
  const db = await memoryDatabase();
  for (const [i, text] of files.entries()) {
    // Unguarded on purpose: what a hostile file brings is what the ledger holds.
    await importInto(db, [csvFile(`${i}.csv`, text)], { batch: `b${i}`, now: () => 0 });
  }
  const stored = await storedRows(db);
  const done = await exportRows(
    new Rows(async () => db),
    everything,
    format,
    about,
    () => {},
    () => false,
  );
  if (done.is !== 'file') throw new Error(done.is);
  return { stored, file: done.file, rows: done.rows, kinds: await kindsOf(db) };
}

async function kindsOf(db: Awaited<ReturnType<typeof memoryDatabase>>) {
  const rows = new Rows(async () => db);
  const { totals } = await rows.open(everything);
  return totals.accounts.map(a => [a.kind, a.account, a.units, a.rows].join(' ')).sort();
}

describe('CSV', () => {
  test('what is exported and imported again is the same ledger, hostile texts and all', async () => {
    const rows = [...madeRows({ rows: 3_000, referrals: 60, from: 1.77e12, to: 1.79e12, seed: 3 })];
    // Plain files have no guard: what looks guarded in them stays as it is.
    const plain = exportText([{ ...rows[0], type: "'=plain", code: "'+x" }, ...rows]);
    const first = await exported([hostileExport(), plain], 'csv');
    expect(first.rows).toBe(3_001 + HOSTILE.length + 2);
    const text = await first.file.text();
    const second = await exported([text], 'csv');
    expect(second.stored).toEqual(first.stored);
    expect(second.kinds).toEqual(first.kinds);
    expect(await second.file.text()).toBe(text);
  });

  test('no cell can be read as a formula', async () => {
    const text = await (await exported([hostileExport()], 'csv')).file.text();
    const bad = text
      .split('\r\n')
      .slice(1)
      .flatMap(line => line.match(/(?:^|,)(?:"(?:[^"]|"")*"|[^,]*)/g) ?? [])
      .map(cell => cell.replace(/^,/, '').replace(/^"/, ''))
      .filter(cell => /^[\s\0]*[=+\-@＝＋－＠|%]/.test(cell) && !/^-?\d+(?:\.\d+)?$/.test(cell));
    expect(bad).toEqual([]);
  });

  test('the guard comes off without loss, whatever the text', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom("'", '=', '+', '-', '@', ' ', '\t', '\0', '＝', 'a', '\n'), {
          maxLength: 8,
        }),
        parts => {
          const text = parts.join('');
          expect(unguardFormula(guardFormula(text))).toBe(text);
          expect(guardFormula(text)).not.toMatch(/^[\s\0]*[=+@＝＋－＠]/);
        },
      ),
      { numRuns: 3_000 },
    );
  });
});

test('JSON keeps ids as text and numbers as exact literals', async () => {
  const { file, rows } = await exported([hostileExport()], 'json');
  const text = await file.text();
  const parsed = JSON.parse(text);
  expect(parsed.rows).toHaveLength(rows);
  expect(parsed.about.zone).toBe('UTC');
  expect(parsed.rows.map((row: { referral: string }) => row.referral)).toContain('90071992547409931');
  expect(text).toContain('"amount":92233720368.54775807,');
  expect(parsed.rows.filter((row: { value: number | null }) => row.value === null)).toHaveLength(5);
});

test('XLSX holds texts as texts and numbers as numbers, and not one formula', async () => {
  const { file, rows } = await exported([hostileExport()], 'xlsx');
  const book = await readXlsx(new Uint8Array(await file.arrayBuffer()));
  const [head, ...body] = book.sheets[0].rows as (string | number | null)[][];
  expect(head[0]).toBe('Time (UTC)');
  expect(body).toHaveLength(rows);
  const texts = new Set(body.map(row => row[8]));
  // The file's own Kind column marks it as ours, so its guards came off when it was read.
  const plain = HOSTILE.filter(t => !t.includes('\0') && t.trim() === t && !t.startsWith("'"));
  for (const text of plain) expect(texts).toContain(text);
  expect(texts).toContain('007');
  expect(body.every(row => typeof row[5] === 'number' || /^9223/.test(String(row[5])))).toBe(true);
  expect(JSON.stringify(book.sheets[0])).not.toContain('"formula"');
});

test('an export that is cancelled leaves no file', async () => {
  const db = await memoryDatabase();
  await importInto(db, [csvFile('a.csv', hostileExport())], { batch: 'b', now: () => 0 });
  for (const format of ['csv', 'json', 'xlsx'] as const) {
    const done = await exportRows(
      new Rows(async () => db),
      everything,
      format,
      about,
      () => {},
      () => true,
    );
    expect(done).toEqual({ is: 'cancelled' });
  }
  expect((await LedgerReader.open(db)).book?.state.rows).toBe(HOSTILE.length + 2);
});
