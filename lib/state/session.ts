import { batch, signal } from '@preact/signals';
import { type Day, dayOf } from '../domain/day';
import { EMPTY_NOTEBOOK, NOTEBOOK_SECTIONS, type Notebook } from '../domain/notebook';
import type { Receipt } from '../domain/receipt';
import { NO_SETTINGS, type Settings } from '../domain/settings';
import { LedgerReader } from '../ledger/reader';
import { reportFault } from '../platform/fault-log';
import { notebookRevision } from '../platform/revision';
import { isDamaged, readSentinel, watchSentinel, writeSentinel } from '../platform/sentinel';
import { readSettings, watchSettings } from '../platform/settings';
import { keptDatabase } from '../store/kept-database';
import { sizeOf } from '../store/manifest';
import { readNotebook } from '../store/notebook';
import { readReceipts } from '../store/read-receipts';
import { showIn } from '../text/format';
import { oncePerRevision } from './once-per-revision';

export type Stage = 'loading' | 'first-run' | 'ready' | 'damaged' | 'failed';

export const stage = signal<Stage>('loading');
export const settings = signal<Settings>(NO_SETTINGS);
export const ledger = signal<LedgerReader | undefined>();
/** The UTC day; a dashboard left open goes on to the next one. */
export const today = signal<Day>(dayOf(Date.now()));
export const receipts = signal<Receipt[]>([]);
/** What the user has written down, as stored. Screens show `notebook`, which knows the demo. */
export const ownNotebook = signal<Notebook>(EMPTY_NOTEBOOK);
/** Why a figure could not be read, if one could not. */
export const failure = signal('');

/** Receipts carry their rejected rows, so only the newest are read; older ones come back as newer ones are undone. */
export const RECEIPTS_SHOWN = 12;

/** The page's one connection. */
export const openOnce = keptDatabase();

const sentinelNow = async () => JSON.stringify(await readSentinel());

/**
 * Shows the ledger as it is. A screen keeps showing the generation it has until the next one is there.
 * @param anew although the sentinel is the one that was shown last: it may be late, or what it saw was damaged.
 */
export async function refresh(anew = false): Promise<void> {
  try {
    await readLedgerOnce(anew);
  } catch (error) {
    fail(error);
  }
}

const readLedgerOnce = oncePerRevision(sentinelNow, async () => {
  // In this order: a commit in between makes the ledger newer than what the sentinel saw, never older.
  const seen = await readSentinel();
  const reader = await LedgerReader.open(await openOnce());
  const now = sizeOf(reader.manifest);
  // Two refreshes may finish out of order.
  if (now.generation < (ledger.peek()?.manifest.generation ?? 0) && !isDamaged(now, seen)) return;
  if (isDamaged(now, seen)) {
    stage.value = 'damaged';
    return;
  }
  const read = await readReceipts(
    await openOnce(),
    reader.manifest.batches.slice(-RECEIPTS_SHOWN).map(entry => entry.id),
  );
  const written = await readNotebook(await openOnce());
  batch(() => {
    ownNotebook.value = written;
    showIn(reader.currency);
    ledger.value = reader;
    receipts.value = read.reverse();
    if (stage.value !== 'first-run') stage.value = 'ready';
  });
});

/** Shows what the user has written down as it is; the ledger is as it was. */
export const refreshNotebook = oncePerRevision(notebookRevision.read, async () => {
  const next = await readNotebook(await openOnce());
  const before = ownNotebook.peek();
  // What has not changed stays the same object: what was worked out from it stays too.
  for (const section of NOTEBOOK_SECTIONS) {
    if (JSON.stringify(before[section]) === JSON.stringify(next[section])) {
      Object.assign(next, { [section]: before[section] });
    }
  }
  ownNotebook.value = next;
});

export function fail(error: unknown): void {
  reportFault('screen', error);
  failure.value = error instanceof Error ? error.message : String(error);
  stage.value = error instanceof Error && error.name === 'DamagedLedger' ? 'damaged' : 'failed';
}

/** Takes what is there as the ledger, after damage was shown. */
export async function acceptLedger(): Promise<void> {
  const reader = await LedgerReader.open(await openOnce());
  await writeSentinel(sizeOf(reader.manifest));
  stage.value = 'ready';
  await refresh(true);
}

/**
 * Starts the dashboard's state. Nothing is read before the user has agreed.
 * @param now a clock, ms.
 */
export async function startSession(now: () => number, ends: AbortSignal): Promise<void> {
  const stops = [
    watchSettings(next => {
      settings.value = next;
      dress(next);
      if (next.consentAt === undefined) stage.value = 'first-run';
      else if (stage.value === 'first-run') void agreed();
    }),
    watchSentinel(() => {
      if (settings.value.consentAt !== undefined) void refresh();
    }),
    notebookRevision.watch(() => {
      if (settings.value.consentAt !== undefined) void refreshNotebook();
    }),
  ];
  const clock = setInterval(() => {
    today.value = dayOf(now());
  }, 30_000);
  ends.addEventListener('abort', () => {
    clearInterval(clock);
    for (const stop of stops) stop();
  });
  settings.value = await readSettings();
  dress(settings.value);
  if (settings.value.consentAt === undefined) stage.value = 'first-run';
  else await refresh();
}

/** Theme and privacy are attributes of the page, which its styles go by. */
export function dress({ theme, privacy }: Settings): void {
  const { dataset } = document.documentElement;
  if (theme) dataset.theme = theme;
  else delete dataset.theme;
  if (privacy) dataset.privacy = '';
  else delete dataset.privacy;
}

/** Whether the ledger has gone on since a reader was opened. */
export async function newer(reader: LedgerReader): Promise<boolean> {
  return (await LedgerReader.open(await openOnce())).manifest.generation > reader.manifest.generation;
}

async function agreed(): Promise<void> {
  stage.value = 'loading';
  await refresh(true);
}
