import type { Reach } from '../domain/coverage';
import type { Day, Month } from '../domain/day';

/** Where rows came from. Demo data is a source like any other and never stands beside real ones. */
export const SOURCES = ['export', 'demo'] as const;
export type SourceId = (typeof SOURCES)[number];

export interface ChunkRef {
  id: string;
  rows: number;
  /** First and last moment, ms. */
  first: number;
  last: number;
  checksum: number;
}

export interface MonthState {
  month: Month;
  chunks: ChunkRef[];
  rollup: string;
}

/** What the popup paints first: the source's days, without reading anything else. */
export interface Glance {
  /** The day of position 0. */
  first: Day;
  /** Commission per day, in 1e-8 of the reporting currency. */
  commission: bigint[];
  /** Unpriced commissions per day. */
  unpriced: Uint32Array;
  firstRegistration: Day;
  /** Referrals by day of registration. */
  registrations: Uint32Array;
}

export interface SourceState {
  /** Keys of the dictionary blocks, oldest first; each holds what came with it. */
  dictionary: string[];
  /** Ascending by month. */
  months: MonthState[];
  rows: number;
  referrals: number;
  /** The time each file speaks for. */
  reaches: Reach[];
  /** The dictionary's codes by position; '' stands for rows without one. */
  codes: string[];
  glance: Glance;
}

/** The one record that says what counts. Every generation is a record of its own; the highest one is the ledger. */
export interface Manifest {
  generation: number;
  /** When it was written, ms. */
  at: number;
  sources: Partial<Record<SourceId, SourceState>>;
  /** Batches, oldest first. */
  batches: BatchEntry[];
}

export interface BatchEntry {
  id: string;
  source: SourceId;
  at: number;
  files: string[];
  rows: number;
  /** The generation before it: what undo goes back to. */
  before: number;
}

export function emptyManifest(): Manifest {
  return { generation: 0, at: 0, sources: {}, batches: [] };
}

/** The source whose figures are shown: real data whenever there is any. */
export function shownSource(manifest: Manifest): SourceId | undefined {
  return SOURCES.find(id => manifest.sources[id]);
}

export function totalRows(manifest: Manifest): number {
  return Object.values(manifest.sources).reduce((n, source) => n + source.rows, 0);
}

/** What the sentinel keeps of a manifest. */
export function sizeOf(manifest: Manifest): { generation: number; rows: number; checksum: number } {
  return { generation: manifest.generation, rows: totalRows(manifest), checksum: checksumOf(manifest) };
}

/** All chunks' checksums in one number. */
function checksumOf(manifest: Manifest): number {
  let sum = 0;
  for (const source of Object.values(manifest.sources)) {
    for (const month of source.months) for (const chunk of month.chunks) sum = (sum + chunk.checksum) >>> 0;
  }
  return sum;
}
