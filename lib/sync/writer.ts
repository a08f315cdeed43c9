import type { Decision } from '../domain/missing';
import type { Entries, Section } from '../domain/notebook';
import type { WriteFault } from '../domain/receipt';
import { done, failed, type Result } from '../domain/result';
import { type ExclusiveFile, readExclusiveFile } from '../sources/exclusive-file';
import { type NotebookFile, readNotebookFile } from '../sources/notebook-file';
import type { Manifest } from '../store/manifest';
import { writeEntries } from '../store/notebook';
import { DamagedLedger } from '../store/read';
import { type Database, openDatabase } from '../store/schema';
import { erase, Outpaced } from '../store/write';
import { asWriter, type ChangeMaker, changeBook, type WriterEnv } from './change-book';
import { missingDecided } from './decide-missing';
import { demoRemoved, demoStarted } from './demo';
import { type ImportOptions, type ImportOutcome, type ImportProgress, importFiles } from './import-files';
import type { ImportFile } from './read-files';
import { undone } from './undo';

/** What comes of a command that changes the ledger. */
export type Written<T> = Result<T, WriteFault>;

/**
 * The commands that change the ledger. Each opens the database under the writer's lock, sweeps what a dead writer
 * left, and publishes at most one generation.
 */
export interface LedgerWriter {
  importFiles(
    files: ImportFile[],
    progress?: (p: ImportProgress) => void,
    told?: Pick<ImportOptions, 'reaches' | 'missing' | 'choices' | 'instead'>,
  ): Promise<Written<ImportOutcome>>;
  /** Makes a running import publish nothing. */
  cancel(): void;
  /** Takes back the last batch if it is still this one; otherwise, or past the kept generations, changes nothing. */
  undo(batch: string): Promise<Written<Manifest>>;
  /**
   * Keeps or removes the rows that a batch's files lack.
   * @param about those about which this was decided before; absent: those nobody has decided about.
   */
  decideMissing(batch: string, decided: Decision, about?: Decision): Promise<Written<Manifest>>;
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

export type WriterPlace = Pick<WriterEnv, 'locks' | 'now' | 'id'>;

export function createWriter(env: WriterPlace): LedgerWriter {
  let cancelled = false;

  const write = async <T>(work: (env: WriterEnv) => Promise<T>): Promise<Written<T>> => {
    let db: Database | undefined;
    try {
      db = await openDatabase();
      return done(await work({ ...env, db, tidy: true }));
    } catch (error) {
      return failed(faultOf(error));
    } finally {
      db?.close();
    }
  };
  const change = (make: ChangeMaker) => write(async env => (await changeBook(env, make)).manifest);

  return {
    importFiles(files, progress, told) {
      cancelled = false;
      return write(env => importFiles(env, files, { ...told, progress, cancelled: () => cancelled }));
    },
    cancel() {
      cancelled = true;
    },
    undo: batch => change(undone(batch)),
    decideMissing: (batch, decided, about) => change(missingDecided(batch, decided, about)),
    startDemo: () => change(demoStarted(env.now())),
    removeDemo: () => change(demoRemoved),
    // The one command that must work on any ledger, however damaged.
    erase: () => write(env => asWriter(env, () => erase(env.db, env.now()))),
    readNotebook: async raw => readNotebookFile(raw),
    readExclusive: async json => readExclusiveFile(json),
    note: (section, entries) => write(env => asWriter(env, () => writeEntries(env.db, section, entries))),
  };
}

function faultOf(error: unknown): WriteFault {
  if (error instanceof DamagedLedger) return { is: 'damaged' };
  if (error instanceof Outpaced) return { is: 'outpaced' };
  const name = error instanceof Error ? error.name : '';
  // The quota error's message is empty; its name is all there is.
  if (name === 'QuotaExceededError') return { is: 'full' };
  if (name === 'NotReadableError' || name === 'NotFoundError') return { is: 'unreadable' };
  return { is: 'unknown', detail: error instanceof Error ? error.message : String(error) };
}
