import { type Columns, joinColumns, pickColumns } from '../domain/commission';
import { dayOf, type Month, monthOf, startOfMonth } from '../domain/day';
import { FILE_KIND_IDS, FILE_KINDS } from '../domain/file-kinds';
import type { MissingRow, Receipt } from '../domain/receipt';
import { columnsOf, type SourceRows } from '../domain/source';
import { readReceipts } from '../store/read';
import type { ChangeMaker } from './change-book';

/** Kinds of files whose missing rows the user is asked about. */
const RESTATED = FILE_KIND_IDS.filter(kind => FILE_KINDS[kind].missing === 'restated');

/**
 * Carries out what the user has decided about rows that a newer file lacks: they stay, or each of them leaves once.
 * Importing the older file again brings them back.
 */
export const missingDecided =
  (batch: string, decided: NonNullable<Receipt['decided']>): ChangeMaker =>
  async (real, { db }) => {
    const [receipt] = await readReceipts(db, [batch]);
    if (!receipt?.lackingRows || receipt.decided || !real.state) return undefined;
    const replace = new Map<Month, SourceRows[]>();
    for (const [month, leaving] of decided === 'removed' ? byMonth(receipt.lackingRows) : []) {
      for (const source of RESTATED) {
        const parts = columnsOf(await real.rowsOf(month, source), source);
        if (parts.length === 0) continue;
        const columns = withoutRows(joinColumns(parts), leaving, startOfMonth(month));
        replace.set(month, [...(replace.get(month) ?? []), { source, columns }]);
      }
    }
    return { replace, receipt: () => ({ ...receipt, decided }) };
  };

function byMonth(rows: MissingRow[]): Map<Month, MissingRow[]> {
  const months = new Map<Month, MissingRow[]>();
  for (const row of rows) {
    const month = monthOf(dayOf(row.time));
    months.set(month, [...(months.get(month) ?? []), row]);
  }
  return months;
}

/** Takes each row out as often as it is named. @param begin the first moment of the month. */
function withoutRows(columns: Columns, leaving: MissingRow[], begin: number): Columns {
  const counts = new Map<string, number>();
  const keyOf = (row: MissingRow) =>
    `${row.time} ${row.party} ${row.type} ${row.asset} ${row.amount} ${row.value}`;
  const times = new Set<number>();
  for (const row of leaving) {
    counts.set(keyOf(row), (counts.get(keyOf(row)) ?? 0) + 1);
    times.add(row.time - begin);
  }
  const kept = Uint32Array.from(columns.time.keys()).filter(i => {
    if (!times.has(columns.time[i])) return true;
    const key = keyOf({
      time: begin + columns.time[i],
      party: columns.party[i],
      type: columns.type[i],
      asset: columns.asset[i],
      amount: columns.amount[i],
      value: columns.value[i],
    });
    const left = counts.get(key) ?? 0;
    if (left > 0) counts.set(key, left - 1);
    return left === 0;
  });
  return pickColumns(columns, kept);
}
