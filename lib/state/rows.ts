import { effect, signal } from '@preact/signals';
import type { ExportFormat } from '../ledger/export-formats';
import type { CommissionRow } from '../ledger/row-at';
import type { RowQuery } from '../ledger/row-query';
import type { ExportAbout } from '../ledger/row-sink';
import type { RowAnswer } from '../ledger/rows';
import type { RowsService } from '../ledger/rows-service';
import { reportFault } from '../platform/fault-log';
import { fail, ledger } from './session';

/** The table of rows as it stands: what was asked for and what came of it. */
export interface RowsView {
  query: RowQuery;
  /** Absent until all matching rows are known; the first of them may be there before. */
  answer?: RowAnswer;
  first: CommissionRow[];
}
export const rowsView = signal<RowsView | undefined>();
/** An export under way: rows written and the part done. */
export const exporting = signal<{ rows: number; part: number } | undefined>();

type Early = (rows: CommissionRow[]) => void;
type Report = (rows: number, part: number) => void;

let start: (() => RowsService) | undefined;
let service: RowsService | undefined;
let callable = <F extends Early | Report>(callback: F): F => callback;
let generation = -1;
let currency: string | undefined;

/** @param starter starts the rows' worker; @param proxied makes a callback callable from it. Given by the door. */
export function connectRows(
  starter: () => RowsService,
  proxied: <F extends Early | Report>(callback: F) => F,
): () => void {
  start = starter;
  callable = proxied;
  return effect(() => {
    const now = ledger.value?.manifest.generation;
    if (now === undefined || now === generation) return;
    if (ledger.value?.currency !== currency) rowsView.value = undefined;
    currency = ledger.value?.currency;
    if (generation >= 0) void service?.renew();
    generation = now;
  });
}

function worker(): RowsService {
  service ??= start!();
  return service;
}

let asked = 0;

/** Asks for the rows of a query; `rowsView` is the answer, the first page as soon as it is known. */
export async function openRows(query: RowQuery): Promise<void> {
  const question = ++asked;
  const early = callable((first: CommissionRow[]) => {
    if (question === asked && rowsView.peek()?.query !== query) rowsView.value = { query, first };
  });
  try {
    const answer = await worker().open(query, early);
    if (answer && question === asked) rowsView.value = { query, answer, first: answer.first };
  } catch (error) {
    if (question === asked) fail(error);
  }
}

/** Rows of the open query. Answers of an older query are dropped by the caller, who knows which it shows. */
export function rowsPage(from: number, to: number): Promise<CommissionRow[]> {
  return worker().page(from, to);
}

/** Writes an export file; undefined when it was cancelled. */
export async function exportFile(
  query: RowQuery,
  format: ExportFormat,
  about: ExportAbout,
): Promise<{ file: Blob; rows: number } | undefined> {
  exporting.value = { rows: 0, part: 0 };
  let done = false;
  try {
    const report = callable((rows: number, part: number) => {
      if (!done) exporting.value = { rows, part };
    });
    const made = await worker().export(query, format, about, report);
    return made.is === 'file' ? made : undefined;
  } catch (error) {
    reportFault('export', error);
    throw error;
  } finally {
    done = true;
    exporting.value = undefined;
  }
}

/** Missing rows and what has been decided about them, for a backup. */
export const carriedMissing = () => worker().missing();

export function cancelExport(): void {
  void service?.cancelExport();
}
