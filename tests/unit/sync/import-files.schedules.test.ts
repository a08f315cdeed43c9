import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readManifest } from '../../../lib/store/read';
import { changeBook } from '../../../lib/sync/change-book';
import { missingDecided } from '../../../lib/sync/decide-missing';
import { HEADER } from '../../browser/export-file';
import { csvFile, importInto, memoryDatabase, storedRows, writerEnv } from '../memory-ledger';
import { thorough } from '../thorough';

/** A small world, so that identical rows are frequent: 2 × 3 × 3 × 4 possible rows over three days and two months. */
const row = fc
  .record({
    type: fc.constantFrom('spot', 'USDT-futures'),
    friend: fc.constantFrom('0042', '42', '9007199254740993'),
    value: fc.constantFrom('0.00000001', '-1.5', '12.00608300'),
    time: fc.constantFrom(
      '2026-01-30 10:00:00',
      '2026-01-31 23:59:59',
      '2026-02-01 00:00:00',
      '2026-02-01 00:00:01',
    ),
  })
  .map(r => `${r.type},${r.friend},,USDT,${r.value},${r.value},${r.time},2025-01-01 00:00:00,code`);

const canonical = (line: string) => {
  const cells = line.split(',');
  const trim = (text: string) => text.replace(/\.?0+$/, '');
  return [...cells.slice(0, 4), trim(cells[4]), trim(cells[5]), ...cells.slice(6)].join(',');
};

const count = (rows: string[]) => {
  const counts = new Map<string, number>();
  for (const r of rows) counts.set(r, (counts.get(r) ?? 0) + 1);
  return counts;
};

/** The law: across batches of one source, a row counts as often as the batch that has it most often. */
function oracle(batches: string[][]): string[] {
  const most = new Map<string, number>();
  for (const batch of batches) {
    for (const [r, n] of count(batch.map(canonical))) most.set(r, Math.max(most.get(r) ?? 0, n));
  }
  return [...most].flatMap(([r, n]) => Array<string>(n).fill(r)).sort();
}

const file = (rows: string[]) => csvFile('part.csv', `${[HEADER, ...rows].join('\r\n')}\r\n`);
let clock = 1_800_000_000_000;
let batchNumber = 0;
const options = () => ({ batch: `b${++batchNumber}`, now: () => ++clock });

describe('any schedule of imports gives the multiset union', () => {
  test('over random schedules', { timeout: 240_000 }, async () => {
    // An import waits for a turn of the clock; four at a time have something to do meanwhile.
    const quarter = () =>
      fc.assert(
        fc.asyncProperty(
          fc.array(fc.array(row, { minLength: 1, maxLength: 14 }), { minLength: 1, maxLength: 4 }),
          fc.nat(),
          async (batches, order) => {
            const db = await memoryDatabase();
            const schedule = [...batches, batches[order % batches.length]];
            let before = 0;
            for (const rows of schedule) {
              const outcome = await importInto(db, [file(rows)], options());
              if (outcome.is !== 'committed') throw new Error(outcome.is);
              const { receipt } = outcome;
              expect(receipt.read).toBe(rows.length);
              expect(receipt.added + receipt.known + receipt.rejected).toBe(receipt.read);
              const stored = await storedRows(db);
              expect(stored.length - before).toBe(receipt.added);
              before = stored.length;
            }
            expect(await storedRows(db)).toEqual(oracle(batches));
            db.close();
          },
        ),
        { numRuns: thorough(250) },
      );
    await Promise.all([quarter(), quarter(), quarter(), quarter()]);
  });

  test('the oracle is not blind: adding up instead of taking the larger count is told apart', () => {
    const r = 'spot,42,,USDT,1,1,2026-01-30 10:00:00,2025-01-01 00:00:00,code';
    expect(oracle([[r], [r]])).not.toEqual([r, r].map(canonical));
    expect(oracle([[r, r]])).toEqual([r, r].map(canonical));
  });
});

describe('one export', () => {
  const rows = Array.from({ length: 90 }, (_, i) => {
    const day = String(1 + Math.floor(i / 3)).padStart(2, '0');
    const value = (i + 1) / 100;
    // Rows 30 and 31 are identical: two payments.
    const at = i === 31 ? 30 : i;
    return `spot,${1000 + (at % 7)},,USDT,${i === 31 ? 0.31 : value},${i === 31 ? 0.31 : value},2026-03-${day} 0${at % 3}:00:00,2025-01-01 00:00:00,code`;
  });
  const parts = [rows.slice(0, 31), rows.slice(31, 60), rows.slice(60)];
  const whole = rows.map(canonical).sort();

  test.each([
    ['twice in two batches', [[rows], [rows]]],
    ['twice in one drop', [[rows, rows]]],
    ['in three parts in one drop, the identical rows in different parts', [parts]],
    ['in three parts in one drop, out of order', [[parts[2], parts[0], parts[1]]]],
    ['dealt out to three files in one drop', [[0, 1, 2].map(k => rows.filter((_, i) => i % 3 === k))]],
    ['two exports overlapping by days in one drop', [[rows.slice(0, 60), rows.slice(45)]]],
    ['two exports overlapping by days in two batches', [[rows.slice(0, 60)], [rows.slice(45)]]],
    ['in three parts and whole, in one drop', [[parts[1], rows, parts[2], parts[0]]]],
    ['whole, then in three parts', [[rows], [parts[0]], [parts[2]], [parts[1]]]],
    ['dealt out and whole, in one drop', [[rows, ...[0, 1, 2].map(k => rows.filter((_, i) => i % 3 === k))]]],
  ])('%s: nothing doubled, nothing lost', async (_, batches: string[][][]) => {
    const db = await memoryDatabase();
    for (const files of batches) {
      const outcome = await importInto(db, files.map(file), options());
      if (outcome.is !== 'committed') throw new Error(outcome.is);
      const { receipt } = outcome;
      expect(receipt.added + receipt.known + receipt.rejected).toBe(receipt.read);
      expect(receipt.read).toBe(files.reduce((n, f) => n + f.length, 0));
    }
    expect(await storedRows(db)).toEqual(whole);
  });

  test('rows an older batch had and a newer one lacks are kept and told', async () => {
    const db = await memoryDatabase();
    await importInto(db, [file(rows)], options());
    const outcome = await importInto(db, [file([rows[0], rows[2], rows[89]])], options());
    if (outcome.is !== 'committed') throw new Error(outcome.is);
    const { receipt } = outcome;
    expect(receipt.lacking).toBe(87);
    expect(await storedRows(db)).toEqual(whole);

    // The user decides: they leave, each once, and the older file brings them back.
    await changeBook(writerEnv(db, { key: 'decision' }), missingDecided(receipt.batch, 'removed'));
    const left = await storedRows(db);
    expect(left).toHaveLength(whole.length - 87);
    expect(left.every(row => whole.includes(row))).toBe(true);
    const { glance, rows: count } = (await readManifest(db)).books.real!;
    expect(count).toBe(left.length);
    const values = left.map(row => Number(row.split(',')[5]));
    expect(Number(glance.commission.reduce((a, b) => a + b, 0n)) / 1e8).toBeCloseTo(
      values.reduce((a, b) => a + b, 0),
      6,
    );
    await importInto(db, [file(rows)], options());
    expect(await storedRows(db)).toEqual(whole);
  });
});
