import { type Columns, MonthRows } from '../domain/commission';
import type { Reach } from '../domain/coverage';
import type { Month } from '../domain/day';
import type { Dictionary } from '../domain/dictionary';
import { halves, UNPRICED_HIGH, UNPRICED_LOW } from '../domain/money';
import { type FileReceipt, type FileRejection, REJECTIONS_KEPT, type Receipt } from '../domain/receipt';
import { EXPORT, pairsOfTypes, type SourceId, type SourceRows, STATEMENT } from '../domain/source';
import { openStatement } from '../sources/account-statement';
import { type Opened, openExport } from '../sources/commission-export';
import type { ExportSink, RowDecoder } from '../sources/row-decoder';
import type { Book, Manifest } from '../store/manifest';
import { readManifest } from '../store/read';
import type { Database } from '../store/schema';
import { commit } from '../store/write';
import { type Merged, merge, type ReadFiles } from './merge-batch';
import { openDictionary, prepare, publishBatch, sizesOf } from './publish';
import { withKnownValues } from './value-rows';

/** Pieces of this size are read ahead while the one before is decoded. */
const PIECE = 4 << 20;

export interface ImportProgress {
  phase: 'reading' | 'merging' | 'saving';
  file: number;
  files: number;
  bytes: number;
  totalBytes: number;
  rows: number;
  /** ms since the start. */
  elapsed: number;
}
export interface ImportOptions {
  batch: string;
  /** A clock, ms. */
  now: () => number;
  progress?: (progress: ImportProgress) => void;
  cancelled?: () => boolean;
  /** For tests that need a broken writer; everything else uses the real one. */
  publish?: typeof commit;
  /** The time the files speak for, if known better than from their rows: a backup remembers it. */
  reaches?: Reach[];
}

export type ImportOutcome =
  | { is: 'committed'; receipt: Receipt; manifest: Manifest }
  | { is: 'refused'; files: FileReceipt[] }
  | { is: 'cancelled' };

/** A `File` is one. */
export interface ImportFile {
  name: string;
  size: number;
  slice(from: number, to: number): { arrayBuffer(): Promise<ArrayBuffer> };
}

class Cancelled extends Error {}

/** Rows of one source, and of each month the number of them after each file. */
type SourceBatch = Pick<ReadFiles, 'source' | 'months' | 'ends'>;
interface Batch {
  sources: SourceBatch[];
  files: FileReceipt[];
  rejections: FileRejection[];
}

const sourceOf = (file: FileReceipt): SourceId => (!file.refused && file.of ? STATEMENT : EXPORT);

/**
 * Imports commission exports and account statements as one batch. Nothing is published until everything has been read:
 * cancelling, failing or dying at any point leaves the ledger as it was.
 */
export async function importFiles(
  db: Database,
  files: ImportFile[],
  options: ImportOptions,
): Promise<ImportOutcome> {
  const started = options.now();
  const manifest = await readManifest(db);
  const before = manifest.books.real;
  const dictionary = await openDictionary(db, before);
  const sizes = sizesOf(dictionary);
  const check = () => {
    if (options.cancelled?.()) throw new Cancelled();
  };
  try {
    const batch = await readFiles(files, dictionary, options, started, check);
    if (batch.files.every(file => file.refused)) return { is: 'refused', files: batch.files };
    const report = reporter(options, files, started, batch);
    report('merging');
    const reaches = options.reaches ?? reachesOf(batch, pairsOfTypes(dictionary.names.types));
    const merged = await mergeAll(db, before, batch, reaches, dictionary, check);
    report('saving');
    const addition = {
      db,
      before,
      book: 'real' as const,
      batch: options.batch,
      dictionary,
      added: merged.added,
      reaches,
    };
    const prepared = await prepare(addition, sizes, merged.stored);
    check();
    const read = batch.files.reduce((n, f) => n + (f.refused ? 0 : f.rows + f.rejected), 0);
    const rejected = batch.files.reduce((n, f) => n + (f.refused ? 0 : f.rejected), 0);
    const all = [...merged.added.values()].flat().map(rows => rows.columns);
    const added = all.reduce((n, columns) => n + columns.time.length, 0);
    const receipt: Receipt = {
      batch: options.batch,
      at: options.now(),
      took: options.now() - started,
      read,
      added,
      known: read - rejected - added,
      rejected,
      unpriced: countUnpriced(all),
      repeated: merged.repeated,
      lacking: merged.lacking,
      ...(merged.lacking > 0 && { lackingRows: merged.lackingRows }),
      files: batch.files,
      reaches: addition.reaches,
      rejections: batch.rejections,
    };
    const next = await publishBatch(db, manifest, prepared, receipt, options.publish ?? commit);
    return { is: 'committed', receipt, manifest: next };
  } catch (error) {
    if (error instanceof Cancelled) return { is: 'cancelled' };
    throw error;
  }
}

interface MergedAll extends Omit<Merged, 'added'> {
  added: Map<Month, SourceRows[]>;
}

/** Takes from the files what the ledger does not have yet: exports among exports, statements among statements. */
async function mergeAll(
  db: Database,
  before: Book | undefined,
  { sources, files }: Batch,
  reaches: Reach[],
  dictionary: Dictionary,
  check: () => void,
): Promise<MergedAll> {
  const all: MergedAll = { added: new Map(), stored: new Map(), repeated: 0, lacking: 0, lackingRows: [] };
  for (const batch of sources) {
    const own = files.map((file): FileReceipt => {
      const { name, bytes } = file;
      return sourceOf(file) === batch.source ? file : { name, bytes, refused: 'empty' };
    });
    const speaking = reaches.filter(reach => (reach.source ?? EXPORT) === batch.source);
    const merged = await merge(db, before, { ...batch, files: own }, speaking, check);
    for (const [month, columns] of merged.added) {
      const valued =
        batch.source === STATEMENT ? await withKnownValues(db, columns, month, dictionary) : columns;
      all.added.set(month, [...(all.added.get(month) ?? []), { source: batch.source, columns: valued }]);
    }
    for (const [month, rows] of merged.stored) all.stored.set(month, rows);
    all.repeated += merged.repeated;
    all.lacking += merged.lacking;
    all.lackingRows.push(...merged.lackingRows);
  }
  return all;
}

function reporter(options: ImportOptions, files: ImportFile[], started: number, batch: Batch) {
  const totalBytes = files.reduce((n, f) => n + f.size, 0);
  return (phase: 'merging' | 'saving') =>
    options.progress?.({
      phase,
      file: files.length,
      files: files.length,
      bytes: totalBytes,
      totalBytes,
      rows: batch.files.reduce((n, f) => n + (f.refused ? 0 : f.rows), 0),
      elapsed: options.now() - started,
    });
}

async function readFiles(
  files: ImportFile[],
  dictionary: Dictionary,
  options: ImportOptions,
  started: number,
  check: () => void,
): Promise<Batch> {
  const sources = [EXPORT, STATEMENT].map(source => ({ source, months: new Map(), ends: new Map() }));
  const batch: Batch = { sources, files: [], rejections: [] };
  const totalBytes = files.reduce((n, f) => n + f.size, 0);
  let before = 0;
  let rowsBefore = 0;
  for (const [index, file] of files.entries()) {
    const receipt = await readFile(file, dictionary, batch, (bytes, decoder) => {
      check();
      options.progress?.({
        phase: 'reading',
        file: index,
        files: files.length,
        bytes: before + bytes,
        totalBytes,
        rows: rowsBefore + decoder.figures().rows,
        elapsed: options.now() - started,
      });
    });
    batch.files.push(receipt);
    before += file.size;
    if (!receipt.refused) rowsBefore += receipt.rows;
    for (const source of batch.sources) {
      for (const [month, rows] of source.months) {
        const ends = source.ends.get(month) ?? [];
        // A month that appears only now had no rows at the end of the files before.
        while (ends.length < index) ends.push(0);
        ends.push(rows.length);
        source.ends.set(month, ends);
      }
    }
  }
  return batch;
}

async function readFile(
  file: ImportFile,
  dictionary: Dictionary,
  batch: Batch,
  report: (bytes: number, decoder: RowDecoder) => void,
): Promise<FileReceipt> {
  const { name, size: bytes } = file;
  let next = file.slice(0, PIECE).arrayBuffer();
  let decoder: RowDecoder | undefined;
  for (let at = 0; at < bytes || at === 0; at += PIECE) {
    const piece = new Uint8Array(await next);
    if (at + PIECE < bytes) next = file.slice(at + PIECE, at + 2 * PIECE).arrayBuffer();
    if (!decoder) {
      let opened: Opened = openExport(piece, dictionary, sinkOf(batch, EXPORT, name));
      if ('refused' in opened && opened.refused === 'statement') {
        opened = openStatement(piece, name, dictionary, sinkOf(batch, STATEMENT, name));
      }
      if ('refused' in opened) return { name, bytes, refused: opened.refused };
      decoder = opened.decoder;
    }
    decoder.feed(piece, at + PIECE >= bytes);
    report(Math.min(at + PIECE, bytes), decoder);
  }
  return { name, bytes, ...decoder!.figures() };
}

/** Where the rows of a file go, and what could not be read of it. */
function sinkOf({ sources, rejections }: Batch, source: SourceId, file: string): ExportSink {
  const { months } = sources.find(batch => batch.source === source)!;
  return {
    month: month => {
      let rows = months.get(month);
      if (!rows) {
        rows = new MonthRows(month);
        months.set(month, rows);
      }
      return rows;
    },
    reject: rejection => {
      if (rejections.length < REJECTIONS_KEPT) rejections.push({ file, ...rejection });
    },
  };
}

/** A file speaks for its time, and for what it has rows of: an export without futures says nothing of futures. */
function reachesOf(batch: Batch, pairOfType: Uint8Array): Reach[] {
  return batch.files.flatMap((file, index) => {
    if (file.refused || file.first === undefined) return [];
    let pairs = 0;
    const source = sourceOf(file);
    const { months, ends: allEnds } = batch.sources.find(rows => rows.source === source)!;
    for (const [month, rows] of months) {
      const ends = allEnds.get(month)!;
      for (const type of rows.columns().type.subarray(ends[index - 1] ?? 0, ends[index] ?? rows.length))
        pairs |= 1 << pairOfType[type];
    }
    // A statement without a single row of ours says nothing of referral income: it may have been filtered.
    if (source === STATEMENT && pairs === 0) return [];
    return [{ first: file.first, last: file.last!, pairs, ...(source === STATEMENT && { source }) }];
  });
}

function countUnpriced(all: Iterable<Columns>): number {
  let count = 0;
  for (const { value } of all) {
    const words = halves(value);
    for (let i = 0; i < words.length; i += 2) {
      if (words[i] === UNPRICED_LOW && words[i + 1] === UNPRICED_HIGH) count++;
    }
  }
  return count;
}
