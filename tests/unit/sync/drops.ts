import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { measure } from '../../../lib/domain/metric';
import { exactDecimal } from '../../../lib/domain/money';
import type { Receipt } from '../../../lib/domain/receipt';
import { exportRows } from '../../../lib/ledger/export-rows';
import { LedgerReader } from '../../../lib/ledger/reader';
import type { RowQuery } from '../../../lib/ledger/row-query';
import { Rows } from '../../../lib/ledger/rows';
import type { Database } from '../../../lib/store/schema';
import { importFiles } from '../../../lib/sync/import-files';
import type { ImportFile } from '../../../lib/sync/read-files';
import type { ExportRow } from '../../browser/export-file';
import { row } from '../builders';
import { csvFile, memoryDatabase, storedRows, writerEnv } from '../memory-ledger';

export const habit = (name: string) =>
  csvFile(name, readFileSync(resolve(import.meta.dirname, '../../fixtures/habits', name)));

export const units = (text: string) => BigInt(Math.round(Number(text) * 1e8));

export interface Told {
  rows: string[];
  /** Of all rows, in units of the asset. */
  total: string;
  receipts: Receipt[];
}

/** What a ledger holds after these drops. */
export async function after(drops: ImportFile[][], importer = importFiles): Promise<Told> {
  const db = await memoryDatabase();
  const receipts: Receipt[] = [];
  for (const [i, files] of drops.entries()) {
    const outcome = await importer(writerEnv(db, { key: `b${i}`, at: i }), files);
    if (outcome.is !== 'committed') throw new Error(outcome.is);
    receipts.push(outcome.receipt);
  }
  const rows = await storedRows(db);
  db.close();
  const total = exactDecimal(rows.reduce((sum, line) => sum + units(line.split(',')[4]), 0n));
  return { rows, total, receipts };
}

export const SPAN = { from: 20_000, to: 22_000 };

/** The commission that counts after these drops. */
export async function counted(drops: ImportFile[][], importer = importFiles): Promise<string> {
  const db = await memoryDatabase();
  for (const [i, files] of drops.entries()) await importer(writerEnv(db, { key: `b${i}`, at: i }), files);
  const ledger = await LedgerReader.open(db);
  const { figures, select } = await ledger.figures([SPAN], {});
  db.close();
  return exactDecimal(measure('commission', figures, SPAN, select).value);
}

/** The amounts of all rows that count after these drops. */
export async function countedAmount(drops: ImportFile[][], importer = importFiles): Promise<string> {
  const db = await memoryDatabase();
  for (const [i, files] of drops.entries()) await importer(writerEnv(db, { key: `b${i}`, at: i }), files);
  const ledger = await LedgerReader.open(db);
  const months = ledger.book?.state.months ?? [];
  const rows = await Promise.all(months.map(({ month }) => ledger.rowsOf(month)));
  db.close();
  return exactDecimal(rows.flat().reduce((sum, { amount }) => amount.reduce((n, one) => n + one, sum), 0n));
}

/** A ledger's rows as our own CSV. */
export async function ownFile(db: Database): Promise<ImportFile> {
  const query: RowQuery = {
    span: SPAN,
    kinds: ['commission', 'kickback', 'bonus'],
    sort: 'time',
    descending: false,
  };
  const about = { title: '', zone: 'UTC' as const, currency: 'BUSD', filters: {}, made: '' };
  const done = await exportRows(
    new Rows(async () => db),
    query,
    'csv',
    about,
    () => {},
    () => false,
  );
  if (done.is !== 'file') throw new Error(done.is);
  return csvFile('own.csv', await done.file.text());
}

/** Two files in every order and grouping. */
export const everyWay = (a: ImportFile, b: ImportFile): [string, ImportFile[][]][] => [
  ['a, then b', [[a], [b]]],
  ['b, then a', [[b], [a]]],
  ['a and b in one drop', [[a, b]]],
  ['b and a in one drop', [[b, a]]],
  ['a, then both', [[a], [b, a]]],
  ['b, then both', [[b], [a, b]]],
];

/** A payment of January 2026. @param time such as `03 10:00:00` */
export const paid = (earned: string, time: string, of: Partial<ExportRow> = {}) =>
  row({ earned, time: `2026-01-${time}`, ...of });

/** One payment a day. */
export const daily = (from: number, to: number, of: (day: number) => string) =>
  Array.from({ length: to - from + 1 }, (_, i) => from + i).map(day =>
    paid(of(day), `${String(day).padStart(2, '0')} 10:00:00`),
  );
