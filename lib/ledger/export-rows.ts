import { KINDS } from '../domain/commission';
import type { CoverageClaim } from '../domain/coverage-claim';
import { endOfDay, momentOf } from '../domain/day';
import { csvSink } from './export-csv';
import type { ExportFormat } from './export-formats';
import { jsonSink } from './export-json';
import { xlsxSink } from './export-xlsx';
import { type RowNames, type RowQuery, rowTest } from './row-query';
import type { ExportAbout, RowSink } from './row-sink';
import type { Rows } from './rows';

const SINKS: Record<ExportFormat, (meaning: RowNames, about: ExportAbout) => RowSink> = {
  csv: csvSink,
  json: jsonSink,
  xlsx: xlsxSink,
};
/** Rows between two looks at Cancel. */
const STEP = 65_536;

export type Exported = { is: 'file'; file: Blob; rows: number } | { is: 'cancelled' };

/** What the rows of a query speak for: nothing, where some are left out. */
function claimsWithin(claims: CoverageClaim[], query: RowQuery): CoverageClaim[] {
  const { span, kinds, sort, descending, ...narrowing } = query;
  if (kinds.length < KINDS.length || Object.values(narrowing).some(value => value !== undefined)) return [];
  const [begin, end] = [momentOf(span.from), endOfDay(span.to)];
  return claims.flatMap(claim => {
    const [first, last] = [Math.max(claim.first, begin), Math.min(claim.last, end)];
    return first <= last ? [{ ...claim, first, last }] : [];
  });
}

/** Writes the rows of a query, oldest first. */
export async function exportRows(
  rows: Rows,
  query: RowQuery,
  format: ExportFormat,
  about: ExportAbout,
  report: (done: number, part: number) => void,
  cancelled: () => boolean,
): Promise<Exported> {
  const generation = (await rows.generation()).inBase();
  const { claims, ...names } = await generation.meaning();
  const meaning: RowNames = { ...names, claims: claimsWithin(claims, query) };
  const test = rowTest(query, meaning);
  const sink = SINKS[format](meaning, about);
  const months = generation.monthsIn(query.span);
  let done = 0;
  // A workbook is written at the end, from rows that are only gathered before.
  const gathering = format === 'xlsx' ? 0.05 : 1;
  for (const [m, month] of months.entries()) {
    const found = await generation.match(month, query, test);
    for (let from = 0; from < found.rows.length; from += STEP) {
      const to = Math.min(from + STEP, found.rows.length);
      sink.write(found.block, found.rows, from, to);
      done += to - from;
      report(done, ((m + to / found.rows.length) / months.length) * gathering);
      await new Promise(turn => setTimeout(turn));
      if (cancelled()) return { is: 'cancelled' };
    }
  }
  try {
    const file = await sink.finish(part => report(done, gathering + part * (1 - gathering)), cancelled);
    return cancelled() ? { is: 'cancelled' } : { is: 'file', file, rows: done };
  } catch (error) {
    if (cancelled()) return { is: 'cancelled' };
    throw error;
  }
}
