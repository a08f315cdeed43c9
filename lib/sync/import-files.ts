import type { CarriedMissing } from '../domain/carried-missing';
import type { Columns } from '../domain/commission';
import type { FileCoverage } from '../domain/coverage';
import type { Month } from '../domain/day';
import type { FileChoice } from '../domain/file-choice';
import { FILE_KINDS } from '../domain/file-kinds';
import { joinReaches } from '../domain/join-reaches';
import { pairsOfTypes } from '../domain/lane';
import { halves, UNPRICED_HIGH, UNPRICED_LOW } from '../domain/money';
import type { FileReceipt, Receipt } from '../domain/receipt';
import { EXPORT, type SourceRows } from '../domain/source';
import type { Manifest } from '../store/manifest';
import type { Database } from '../store/schema';
import type { Batch } from './batch-rows';
import { type Change, type ChangeMaker, changeBook, type WriterEnv } from './change-book';
import { fileSpans } from './file-spans';
import { type Merged, merge } from './merge-batch';
import type { OpenBook } from './open-book';
import { reachesOf } from './reaches-of';
import { type ImportFile, readFiles } from './read-files';
import { takeMissing } from './take-missing';
import { undone, withoutBatch } from './undo';
import { withKnownValues } from './value-rows';

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
  progress?: (progress: ImportProgress) => void;
  cancelled?: () => boolean;
  /** The time the files speak for, if known better than from their rows: a backup remembers it. */
  reaches?: FileCoverage[];
  /** Missing rows that a backup remembers. */
  missing?: CarriedMissing[];
  /** What the user has said of each file. */
  choices?: FileChoice[];
  /** The last batch: these files take its place, in one change. */
  instead?: string;
}

export type ImportOutcome =
  | { is: 'committed'; receipt: Receipt; manifest: Manifest }
  | { is: 'refused'; files: FileReceipt[] }
  | { is: 'cancelled' }
  /** The batch that they were to take the place of is not the last one any more, or out of reach of undo. */
  | { is: 'outdated' };

class Cancelled extends Error {}

/**
 * Imports commission exports and account statements as one batch. Nothing is published until everything has been read:
 * cancelling, failing or dying at any point leaves the ledger as it was.
 */
export async function importFiles(
  env: WriterEnv,
  files: ImportFile[],
  options: ImportOptions = {},
): Promise<ImportOutcome> {
  let refused: FileReceipt[] | undefined;
  let receipt: Receipt | undefined;
  let isTakenBack = false;
  let isOutdated = false;
  try {
    const make: ChangeMaker = async (now, ledger) => {
      const { db, key, manifest } = ledger;
      const started = env.now();
      const progress = importProgress(env, files, options, started);
      const { instead } = options;
      const base: Partial<Change> | undefined =
        instead === undefined ? {} : await withoutBatch(instead, now, ledger);
      if (!base) {
        isOutdated = true;
        return undefined;
      }
      const { from: real = now, batches = manifest.batches } = base;
      const before = batches.flatMap(({ files }) => files);
      const batch = await readFiles(files, real, progress.reading, options.choices, before);
      if (batch.files.every(file => file.refused)) {
        refused = batch.files;
        return undefined;
      }
      progress.now('merging', batch);
      const pairs = pairsOfTypes(real.dictionary.names.types);
      const reaches = reachesOf(batch, key, pairs, options.reaches);
      const merged = await mergeAll(db, real, batch, key, reaches, () => check(options));
      progress.now('saving', batch);
      const told = { ...receiptOf(batch, merged, reaches), batch: key };
      return {
        ...base,
        add: merged.add,
        replace: merged.replace,
        missing: await takeMissing(real, merged, options.missing ?? [], key),
        coverage: joinReaches(real.state?.reaches ?? [], reaches),
        receipt: at => {
          check(options);
          receipt = { ...told, at, took: at - started };
          return receipt;
        },
      };
    };
    const { manifest } = await changeBook(env, make, async () => {
      // A press of Cancel that came while the commit was on its way still means cancel.
      await new Promise(arrived => setTimeout(arrived));
      isTakenBack = options.cancelled?.() === true;
      return isTakenBack ? undone(receipt!.batch, true) : undefined;
    });
    if (isOutdated) return { is: 'outdated' };
    if (refused) return { is: 'refused', files: refused };
    return isTakenBack ? { is: 'cancelled' } : { is: 'committed', receipt: receipt!, manifest };
  } catch (error) {
    if (error instanceof Cancelled) return { is: 'cancelled' };
    throw error;
  }
}

function check({ cancelled }: ImportOptions): void {
  if (cancelled?.()) throw new Cancelled();
}

/** Tells how far an import is. */
function importProgress(env: WriterEnv, files: ImportFile[], options: ImportOptions, started: number) {
  const totalBytes = files.reduce((n, f) => n + f.size, 0);
  const report = (phase: ImportProgress['phase'], file: number, bytes: number, rows: number) =>
    options.progress?.({
      phase,
      file,
      files: files.length,
      bytes,
      totalBytes,
      rows,
      elapsed: env.now() - started,
    });
  return {
    reading(file: number, bytes: number, rows: number) {
      check(options);
      const before = files.slice(0, file).reduce((n, f) => n + f.size, 0);
      report('reading', file, before + bytes, rows);
    },
    now(phase: 'merging' | 'saving', { files: receipts }: Batch) {
      report(
        phase,
        files.length,
        totalBytes,
        receipts.reduce((n, f) => n + (f.refused ? 0 : f.rows), 0),
      );
    },
  };
}

function receiptOf(
  batch: Batch,
  merged: MergedAll,
  reaches: FileCoverage[],
): Omit<Receipt, 'batch' | 'at' | 'took'> {
  const files = batch.files.filter(file => !file.refused);
  const rejected = files.reduce((n, file) => n + file.rejected, 0);
  const read = files.reduce((n, file) => n + file.rows, rejected);
  const added = merged.fresh.reduce((n, columns) => n + columns.time.length, 0);
  return {
    read,
    added,
    known: read - rejected - added,
    rejected,
    unpriced: countUnpriced(merged.fresh),
    repeated: merged.repeated,
    lacking: merged.lacking,
    ...(merged.met && { met: merged.met }),
    ...(merged.returned > 0 && { returned: merged.returned }),
    ...(merged.seams.length > 0 && { seams: merged.seams }),
    files: batch.files,
    reaches,
    rejections: batch.rejections,
  };
}

interface MergedAll extends Omit<Merged, 'added' | 'replaced'> {
  /** What the ledger did not have. */
  fresh: Columns[];
  add: Map<Month, SourceRows[]>;
  replace: Map<Month, SourceRows[]>;
}

/** Takes from the files what the ledger does not have yet, each kind among its own. */
async function mergeAll(
  db: Database,
  book: OpenBook,
  { kinds, files }: Batch,
  key: string,
  reaches: FileCoverage[],
  check: () => void,
): Promise<MergedAll> {
  const all: MergedAll = {
    fresh: [],
    add: new Map(),
    replace: new Map(),
    seams: [],
    repeated: 0,
    lacking: 0,
    returned: 0,
    missing: [],
  };
  const spansOfKind = fileSpans(kinds, files);
  for (const batch of kinds) {
    const { kind } = batch;
    const spans = spansOfKind(batch);
    const speaking = reaches.filter(reach => (reach.source ?? EXPORT) === kind);
    const merged = await merge(book, { ...batch, spans }, key, speaking, check);
    const valued = (columns: Columns, month: Month) =>
      FILE_KINDS[kind].values === 'own' ? columns : withKnownValues(db, columns, month, book.dictionary);
    for (const [month, columns] of merged.added) {
      const fresh = await valued(columns, month);
      const whole = merged.replaced.get(month);
      const into = whole ? all.replace : all.add;
      const rows = { source: kind, columns: whole ? await valued(whole, month) : fresh };
      all.fresh.push(fresh);
      into.set(month, [...(into.get(month) ?? []), rows]);
    }
    all.met ??= merged.met;
    all.seams.push(...merged.seams);
    all.repeated += merged.repeated;
    all.lacking += merged.lacking;
    all.returned += merged.returned;
    all.missing.push(...merged.missing);
  }
  return all;
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
