import type { CarriedMissing } from '../domain/carried-missing';
import type { Database } from '../store/schema';
import { carryMissing } from './carry-missing';
import type { ExportFormat } from './export-formats';
import { type Exported, exportRows } from './export-rows';
import type { CommissionRow } from './row-at';
import type { RowQuery } from './row-query';
import type { ExportAbout } from './row-sink';
import { type RowAnswer, Rows, Superseded } from './rows';

/** What the rows' worker offers a page. */
export interface RowsService {
  /** @returns undefined when a newer query came in between. */
  open(query: RowQuery, early?: (rows: CommissionRow[]) => void): Promise<RowAnswer | undefined>;
  page(from: number, to: number): Promise<CommissionRow[]>;
  export(
    query: RowQuery,
    format: ExportFormat,
    about: ExportAbout,
    report: (rows: number, part: number) => void,
  ): Promise<Exported>;
  cancelExport(): void;
  /** What has become of missing rows, for a backup. */
  missing(): Promise<CarriedMissing[]>;
  /** The ledger has a new generation. */
  renew(): void;
}

export function createRowsService(database: () => Promise<Database>): RowsService {
  const rows = new Rows(database);
  let cancelled = false;
  return {
    async open(query, early) {
      try {
        return await rows.open(query, early);
      } catch (error) {
        if (error instanceof Superseded) return undefined;
        throw error;
      }
    },
    page: (from, to) => rows.page(from, to),
    export: (query, format, about, report) => {
      cancelled = false;
      return exportRows(rows, query, format, about, report, () => cancelled);
    },
    cancelExport() {
      cancelled = true;
    },
    missing: async () => carryMissing((await rows.generation()).inBase()),
    renew: () => rows.renew(),
  };
}
