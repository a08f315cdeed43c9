import type { Columns } from './commission';

/** Where rows came from: commission exports all together, account statements all together, or one connection. */
export type SourceId = string;
export const EXPORT = 'export';

/** Rows of one source in one month. */
export interface SourceRows {
  source: SourceId;
  columns: Columns;
}

/** The columns of one source among a month's rows. */
export const columnsOf = (rows: SourceRows[], source: SourceId): Columns[] =>
  rows.filter(part => part.source === source).map(part => part.columns);
