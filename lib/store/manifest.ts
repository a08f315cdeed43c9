import type { SourceChoice } from '../domain/counted-rows';
import type { FileCoverage } from '../domain/coverage';
import type { CoverageClaim } from '../domain/coverage-claim';
import type { Currency } from '../domain/currency';
import type { Day, Month } from '../domain/day';
import type { MissingPart } from '../domain/missing';
import { EXPORT, type SourceId } from '../domain/source';

/** The rows of all real sources share one book, and with it one dictionary. The demo never stands beside it. */
export const BOOKS = ['real', 'demo'] as const;
export type BookId = (typeof BOOKS)[number];

export interface ChunkRef {
  id: string;
  /** Whose rows these are; absent: of exports. */
  source?: SourceId;
  rows: number;
  /** First and last moment, ms. */
  first: number;
  last: number;
  checksum: number;
}

export const sourceOf = (chunk: ChunkRef): SourceId => chunk.source ?? EXPORT;

export interface MonthState {
  month: Month;
  chunks: ChunkRef[];
  rollup: string;
  /** Which rows count, where several sources tell of this month. The rollup is summed from those. */
  choice?: SourceChoice;
  /** Days whose rows had no rate of the reporting currency when the rollup was summed: they are unpriced in it. */
  lacks?: Day[];
}

/** Missing rows of one source and month, in chunks of their own. */
export interface MissingState extends Omit<MissingPart, 'columns'> {
  month: Month;
  chunks: ChunkRef[];
}

/** How far one way of a connection has been read: it has every row of this time that Binance showed. */
export interface Cursor extends CoverageClaim {
  /** It goes back as far as Binance does. */
  done: boolean;
}

/** What the popup paints first: the book's days, without reading anything else. */
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

export interface Book {
  /** Keys of the dictionary blocks, oldest first; each holds what came with it. */
  dictionary: string[];
  /** Ascending by month. */
  months: MonthState[];
  rows: number;
  referrals: number;
  /** The time each file speaks for. */
  reaches: FileCoverage[];
  /** How far connections have been read, by connection and way. Changes only together with rows. */
  cursors?: Record<string, Cursor>;
  /** Connections whose money no export here tells of: they count beside everything else. */
  apart?: SourceId[];
  /** Missing rows and what is decided about them; absent: none. Changes only together with rows. */
  missing?: MissingState[];
  /** The dictionary's codes by position; '' stands for rows without one. */
  codes: string[];
  /** What rollups and glance are in; absent: BUSD, as rows always are. */
  currency?: Currency;
  glance: Glance;
}

/** The one record that says what counts. Every generation is a record of its own; the highest one is the ledger. */
export interface Manifest {
  generation: number;
  /** When it was written, ms. */
  at: number;
  books: Partial<Record<BookId, Book>>;
  /** Batches, oldest first. */
  batches: BatchEntry[];
}

export interface BatchEntry {
  id: string;
  at: number;
  files: string[];
  rows: number;
  /** The generation before it: what undo goes back to. */
  before: number;
}

export function emptyManifest(): Manifest {
  return { generation: 0, at: 0, books: {}, batches: [] };
}

/** The book whose figures are shown: real data whenever there is any. */
export function shownBook(manifest: Manifest): BookId | undefined {
  return BOOKS.find(id => manifest.books[id]);
}

/** Everything that speaks for some time: exports, statements and connections. */
export function claimsOf({ reaches, cursors = {} }: Pick<Book, 'reaches' | 'cursors'>): CoverageClaim[] {
  return [...reaches.map(reach => ({ ...reach, source: reach.source ?? EXPORT })), ...Object.values(cursors)];
}

/** A book's missing rows of one source in one month. */
export const missingOf = (book: Book | undefined, source: SourceId, month: Month): MissingState[] =>
  book?.missing?.filter(state => state.month === month && sourceOf(state.chunks[0]) === source) ?? [];

export function totalRows(manifest: Manifest): number {
  return Object.values(manifest.books).reduce((n, book) => n + book.rows, 0);
}

/** What the sentinel keeps of a manifest. */
export function sizeOf(manifest: Manifest): { generation: number; rows: number; checksum: number } {
  return { generation: manifest.generation, rows: totalRows(manifest), checksum: checksumOf(manifest) };
}

/** All chunks' checksums in one number. */
function checksumOf(manifest: Manifest): number {
  let sum = 0;
  for (const book of Object.values(manifest.books)) {
    for (const month of book.months) for (const chunk of month.chunks) sum = (sum + chunk.checksum) >>> 0;
  }
  return sum;
}
