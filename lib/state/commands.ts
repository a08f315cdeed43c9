import { signal } from '@preact/signals';
import type { FileChoice } from '../domain/file-choice';
import type { Decision } from '../domain/missing';
import type { Entries, Section } from '../domain/notebook';
import type { FileReceipt } from '../domain/receipt';
import { failed } from '../domain/result';
import { reportFault } from '../platform/fault-log';
import { notebookRevision } from '../platform/revision';
import { writeSentinel } from '../platform/sentinel';
import { forgetSettings } from '../platform/settings';
import { type Manifest, sizeOf } from '../store/manifest';
import { GENERATIONS_KEPT } from '../store/write';
import type { ImportOptions, ImportOutcome, ImportProgress } from '../sync/import-files';
import type { ImportFile } from '../sync/read-files';
import type { LedgerWriter, Written } from '../sync/writer';
import { DATA, writeFaultText } from '../text/data';
import { forgetLanguage } from './language';
import { demoNotebookRemoved } from './notebook';
import { ledger, refresh, refreshNotebook } from './session';

/** A change of the ledger under way, and what the last one came to. */
export const progress = signal<ImportProgress | 'waiting' | undefined>();
export const message = signal<{ tone: 'good' | 'bad'; text: string } | undefined>();
/** A file that was refused, at hand so that it can be read as soon as the user has said how. */
export interface RefusedFile {
  receipt: FileReceipt;
  file: ImportFile;
  /** What the user has said of it before. */
  choice?: FileChoice;
}
/** Files the last import refused. */
export const refused = signal<RefusedFile[]>([]);
/** The files of the last import of this page. */
export const lastDrop = signal<{ batch: string; files: ImportFile[]; told: Told } | undefined>();

/** What is known of files beside what stands in them. */
type Told = Pick<ImportOptions, 'reaches' | 'missing' | 'choices'>;

type Report = (progress: ImportProgress) => void;

let start: (() => LedgerWriter) | undefined;
let writer: LedgerWriter | undefined;
let callable: (report: Report) => Report = report => report;

/**
 * @param starter starts the ledger worker at the first command; given by the door, which knows the worker's address.
 * @param proxied wraps a callback so that the worker can call it.
 */
export function connectWriter(starter: () => LedgerWriter, proxied: (report: Report) => Report): void {
  start = starter;
  callable = proxied;
}

/** The ledger worker, started if it was not. */
export function ledgerWriter(): LedgerWriter {
  writer ??= start!();
  return writer;
}

/** Starts the worker before it is needed: where files are chosen, an import should not wait for its code. */
export function warmUp(): void {
  writer ??= start?.();
}

async function landed(manifest: Manifest): Promise<void> {
  await writeSentinel(sizeOf(manifest));
  await refresh();
}

/** Runs a command of the writer and tells what came of it. */
async function run<T>(
  command: (w: LedgerWriter) => Promise<Written<T>>,
  then: (value: T) => Promise<void>,
): Promise<void> {
  warmUp();
  if (!writer) return;
  message.value = undefined;
  const written = await command(writer).catch(
    (error): Written<T> => failed({ is: 'unknown', detail: String(error) }),
  );
  if (written.ok) await then(written.value);
  else {
    reportFault('ledger', written.fault);
    message.value = { tone: 'bad', text: writeFaultText(written.fault) };
  }
}

/** What has come of files: 'busy' where another import runs and nothing was begun. */
export type ImportEnd = ImportOutcome['is'] | 'failed' | 'busy';

/**
 * Imports files as one batch.
 * @param instead the last batch, whose place they take.
 */
export async function importDropped(
  files: ImportFile[],
  told: Told = {},
  instead?: string,
): Promise<ImportEnd> {
  if (progress.peek()) return 'busy';
  if (files.length === 0) return 'cancelled';
  refused.value = [];
  progress.value = 'waiting';
  // Progress and result come through different ports, so a late report may follow the result.
  let done = false;
  const report = callable(p => {
    if (!done) progress.value = p;
  });
  let end: ImportEnd = 'failed';
  try {
    await run(
      w => w.importFiles(files, report, { ...told, ...(instead !== undefined && { instead }) }),
      async (outcome: ImportOutcome) => {
        end = outcome.is;
        if (outcome.is === 'cancelled') message.value = { tone: 'good', text: DATA.cancelled };
        else if (outcome.is === 'outdated') await tellUnchanged(instead!);
        else if (outcome.is === 'refused') refused.value = refusedOf(outcome.files, files, told);
        else {
          const { batch, files: receipts } = outcome.receipt;
          refused.value = refusedOf(receipts, files, told);
          lastDrop.value = { batch, files, told };
          await landed(outcome.manifest);
        }
      },
    );
  } finally {
    done = true;
    progress.value = undefined;
  }
  return end;
}

const refusedOf = (receipts: FileReceipt[], files: ImportFile[], { choices = [] }: Told): RefusedFile[] =>
  receipts.flatMap((receipt, i) =>
    receipt.refused ? [{ receipt, file: files[i], ...(choices[i] && { choice: choices[i] }) }] : [],
  );

/** Reads a refused file as the user says, now and before. The other refused ones stay in view. */
export async function readRefused(chosen: RefusedFile, choice: FileChoice): Promise<void> {
  const before = refused.peek();
  const end = await importDropped([chosen.file], { choices: [{ ...chosen.choice, ...choice }] });
  if (end === 'busy') return;
  const isRead = end === 'committed' || end === 'refused';
  refused.value = [...refused.peek(), ...before.filter(one => one !== chosen || !isRead)];
}

/** Reads the files of the last import again, one of them as the user says, in place of that import. */
export async function readAgain(batch: string, index: number, choice: FileChoice): Promise<void> {
  const drop = lastDrop.peek();
  if (drop?.batch !== batch) return;
  const choices = drop.files.map((_, i) => ({ ...drop.told.choices?.[i], ...(i === index && choice) }));
  await importDropped(drop.files, { ...drop.told, choices }, batch);
}

/** Says why a batch could not be taken back. */
async function tellUnchanged(batch: string): Promise<void> {
  await refresh();
  const isLast = ledger.peek()?.manifest.batches.at(-1)?.id === batch;
  const text = isLast ? DATA.undoEnds(GENERATIONS_KEPT) : DATA.undoneAlready;
  message.value = { tone: 'good', text };
}

export function cancelImport(): void {
  void writer?.cancel();
}

/** Keeps or removes the rows that a batch's files lack; `about` says what was decided about them before. */
export const decideMissing = (batch: string, decided: Decision, about?: Decision) =>
  run(w => w.decideMissing(batch, decided, about), landed);

export const undoImport = (batch: string) =>
  run(
    w => w.undo(batch),
    async manifest => {
      const before = ledger.peek()?.manifest.generation;
      await landed(manifest);
      if (manifest.generation === before) return tellUnchanged(batch);
      message.value = { tone: 'good', text: DATA.undone };
    },
  );
export const startDemo = () => run(w => w.startDemo(), landed);
export const leaveDemo = () => run(w => w.removeDemo(), landed);

export const eraseAll = () =>
  run(
    w => w.erase(),
    async manifest => {
      await forgetSettings();
      forgetLanguage();
      await landed(manifest);
    },
  );

/** Writes entries into the notebook; `null` takes one out. @returns whether they were written. */
export async function note<S extends Section>(section: S, entries: Entries<S>): Promise<boolean> {
  let written = false;
  const out = Object.keys(entries).filter(key => entries[key] === null);
  if (ledger.peek()?.book?.id === 'demo' && out.length > 0) {
    demoNotebookRemoved.value = new Set([
      ...demoNotebookRemoved.peek(),
      ...out.map(key => `${section}/${key}`),
    ]);
  }
  await run(
    w => w.note(section, entries),
    async () => {
      written = true;
      await notebookRevision.bump();
      await refreshNotebook();
    },
  );
  return written;
}
