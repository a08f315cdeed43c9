import { LedgerReader } from '../../lib/ledger/reader';
import type { Database } from '../../lib/store/schema';
import type { ImportFile } from '../../lib/sync/read-files';
import { type ExportRow, exportText } from '../browser/export-file';
import { csvFile, importInto, memoryDatabase } from './memory-ledger';

/** A repeatable die. @param seed names its sequence. @returns a number from 0 up to, not including, n. */
export function die(seed: number): (n: number) => number {
  let state = seed;
  return n => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return state % n;
  };
}

/** A row of an export: one dollar of spot commission; its value is what was earned unless told. */
export const row = (of: Partial<ExportRow> = {}): ExportRow => ({
  type: 'spot',
  friend: '42',
  sub: '',
  asset: 'USDT',
  earned: '1',
  value: of.earned ?? '1',
  time: '2026-03-01 00:00:00',
  registered: '2020-01-01 00:00:00',
  code: 'code',
  ...of,
});

/** An export that holds these rows, as it is dropped. */
export const exportFile = (rows: Iterable<ExportRow>, name = 'export.csv'): ImportFile =>
  csvFile(name, exportText(rows));

/** An empty ledger with these rows imported, open; and its database. */
export async function ledgerWith(rows: Iterable<ExportRow>): Promise<{ db: Database; ledger: LedgerReader }> {
  const db = await memoryDatabase();
  await importInto(db, [exportFile(rows)], { batch: 'b', now: () => 0 });
  return { db, ledger: await LedgerReader.open(db) };
}
