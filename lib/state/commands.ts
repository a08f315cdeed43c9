import { signal } from '@preact/signals';
import type { FileCoverage } from '../domain/coverage';
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
import type { ImportOutcome, ImportProgress } from '../sync/import-files';
import type { ImportFile } from '../sync/read-files';
import type { LedgerWriter, Written } from '../sync/writer';
import { DATA, writeFaultText } from '../text/data';
import { forgetLanguage } from './language';
import { demoNotebookRemoved } from './notebook';
import { ledger, refresh, refreshNotebook } from './session';

/** A change of the ledger under way, and what the last one came to. */
export const progress = signal<ImportProgress | 'waiting' | undefined>();
export const message = signal<{ tone: 'good' | 'bad'; text: string } | undefined>();
/** Files the last import refused. */
export const refused = signal<FileReceipt[]>([]);

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

/** @param reaches the time they speak for, if that is known better than from their rows. */
export async function importDropped(files: ImportFile[], reaches?: FileCoverage[]): Promise<void> {
  if (files.length === 0 || progress.value) return;
  refused.value = [];
  progress.value = 'waiting';
  // Progress and result come through different ports, so a late report may follow the result.
  let done = false;
  const report = callable(p => {
    if (!done) progress.value = p;
  });
  try {
    await run(
      w => w.importFiles(files, report, reaches),
      async (outcome: ImportOutcome) => {
        if (outcome.is === 'cancelled') message.value = { tone: 'good', text: DATA.cancelled };
        else if (outcome.is === 'refused') refused.value = outcome.files;
        else {
          refused.value = outcome.receipt.files.filter(file => file.refused);
          await landed(outcome.manifest);
        }
      },
    );
  } finally {
    done = true;
    progress.value = undefined;
  }
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
      const newer = manifest.batches.at(-1)?.id !== batch;
      const unchanged = newer ? DATA.undoneAlready : DATA.undoEnds(GENERATIONS_KEPT);
      const text = manifest.generation === before ? unchanged : DATA.undone;
      message.value = { tone: 'good', text };
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
