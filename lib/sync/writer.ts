import type { Reach } from '../domain/coverage';
import type { Entries, Section } from '../domain/notebook';
import type { WriteFault } from '../domain/receipt';
import { EXPORT } from '../domain/source';
import { makeDemo } from '../sources/demo';
import { type ExclusiveFile, readExclusiveFile } from '../sources/exclusive-file';
import { type NotebookFile, readNotebookFile } from '../sources/notebook-file';
import { type Manifest, totalRows } from '../store/manifest';
import { writeEntries } from '../store/notebook';
import { DamagedLedger, readManifest, readManifestAt } from '../store/read';
import { type Database, openDatabase } from '../store/schema';
import { type Commit, commit, erase, Outpaced, sweep } from '../store/write';
import { decideLacking } from './decide-lacking';
import { type ImportFile, type ImportOutcome, type ImportProgress, importFiles } from './import-files';
import { prepare, sizesOf, withoutDemo } from './publish';
import { booksBefore } from './undo';

/** The one writer at a time, across worker, background and tabs. */
export const WRITER_LOCK = 'ledger';

export type Written<T> = { ok: true; value: T } | { ok: false; fault: WriteFault; detail: string };

/**
 * The commands that change the ledger. Each opens the database under the writer's lock, sweeps what a dead writer
 * left, and publishes at most one generation.
 */
export interface LedgerWriter {
  importFiles(
    files: ImportFile[],
    progress?: (p: ImportProgress) => void,
    reaches?: Reach[],
  ): Promise<Written<ImportOutcome>>;
  /** Makes a running import publish nothing. */
  cancel(): void;
  /** Takes back the last batch if it is still this one; otherwise, or past the kept generations, changes nothing. */
  undo(batch: string): Promise<Written<Manifest>>;
  /** Keeps or removes the rows that a batch's files lack. */
  decideLacking(batch: string, decided: 'kept' | 'removed'): Promise<Written<Manifest>>;
  startDemo(): Promise<Written<Manifest>>;
  removeDemo(): Promise<Written<Manifest>>;
  erase(): Promise<Written<Manifest>>;
  /** Writes into the notebook; the ledger is untouched. */
  note<S extends Section>(section: S, entries: Entries<S>): Promise<Written<void>>;
  /** Checks the notebook of a backup, entry by entry. */
  readNotebook(raw: unknown): Promise<NotebookFile | undefined>;
  /** Reads a file of exclusive campaigns. Here, because what checks it is too large for the pages. */
  readExclusive(json: string): Promise<ExclusiveFile>;
}

export interface WriterPlace {
  locks: LockManager;
  now: () => number;
  id: () => string;
}

export function createWriter({ locks, now, id }: WriterPlace): LedgerWriter {
  let cancelled = false;

  const write = <T>(work: (db: Database) => Promise<T>, tidy = true): Promise<Written<T>> =>
    locks.request(WRITER_LOCK, async (): Promise<Written<T>> => {
      let db: Database | undefined;
      try {
        db = await openDatabase();
        if (tidy) await sweep(db);
        const value = await work(db);
        // What is committed is committed; what could not be tidied the next writer tidies.
        if (tidy) await sweep(db).catch(() => {});
        return { ok: true, value };
      } catch (error) {
        return {
          ok: false,
          fault: faultOf(error),
          detail: error instanceof Error ? error.message : String(error),
        };
      } finally {
        db?.close();
      }
    });

  const follow = async (
    db: Database,
    manifest: Manifest,
    change: Partial<Manifest>,
    rest: Omit<Commit, 'manifest'> = { rollups: new Map() },
  ): Promise<Manifest> => {
    const next: Manifest = { ...manifest, ...change, generation: manifest.generation + 1, at: now() };
    await commit(db, { ...rest, manifest: next });
    return next;
  };

  return {
    importFiles(files, progress, reaches) {
      cancelled = false;
      return write(async db => {
        const before = await readManifest(db);
        const options = { batch: id(), now, progress, reaches, cancelled: () => cancelled };
        const outcome = await importFiles(db, files, options);
        // A press of Cancel that came while the commit was on its way still means cancel.
        await new Promise(arrived => setTimeout(arrived));
        if (!cancelled || outcome.is !== 'committed') return outcome;
        await follow(db, outcome.manifest, { books: before.books, batches: before.batches });
        return { is: 'cancelled' };
      });
    },
    cancel() {
      cancelled = true;
    },
    undo: batch =>
      write(async db => {
        const manifest = await readManifest(db);
        const last = manifest.batches.at(-1);
        const before = last && (await readManifestAt(db, last.before));
        if (!before || last.id !== batch) return manifest;
        const { books, commit: rest } = await booksBefore(db, manifest, before, id());
        return follow(db, manifest, { books, batches: before.batches }, rest);
      }),
    decideLacking: (batch, decided) => write(db => decideLacking(db, batch, decided, id(), now())),
    startDemo: () =>
      write(async db => {
        const manifest = await readManifest(db);
        // Demo data never stands beside real data.
        if (totalRows(manifest) > 0) return manifest;
        const batch = id();
        const moment = now();
        const { dictionary, months, reaches } = makeDemo(moment);
        const added = new Map(
          [...months].map(([month, rows]) => [month, [{ source: EXPORT, columns: rows.columns() }]]),
        );
        const sizes = { ...sizesOf(dictionary), types: 0, assets: 0, codes: 0, referrals: 0, parties: 0 };
        const addition = {
          db,
          before: undefined,
          book: 'demo' as const,
          batch,
          dictionary,
          added,
          reaches,
        };
        const { state, commit: rest } = await prepare(addition, sizes);
        const next: Manifest = {
          ...manifest,
          generation: manifest.generation + 1,
          at: moment,
          books: { demo: state },
        };
        await commit(db, { ...rest, manifest: next });
        return next;
      }),
    removeDemo: () =>
      write(async db => {
        const manifest = await readManifest(db);
        return manifest.books.demo ? follow(db, manifest, { books: withoutDemo(manifest) }) : manifest;
      }),
    // The one command that must work on any ledger, however damaged.
    erase: () => write(db => erase(db, now()), false),
    readNotebook: async raw => readNotebookFile(raw),
    readExclusive: async json => readExclusiveFile(json),
    note: (section, entries) => write(db => writeEntries(db, section, entries), false),
  };
}

function faultOf(error: unknown): WriteFault {
  if (error instanceof DamagedLedger) return 'damaged';
  if (error instanceof Outpaced) return 'outpaced';
  const name = error instanceof Error ? error.name : '';
  // The quota error's message is empty; its name is all there is.
  if (name === 'QuotaExceededError') return 'full';
  if (name === 'NotReadableError' || name === 'NotFoundError') return 'unreadable';
  return 'unknown';
}
