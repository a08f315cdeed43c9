import { batch, effect, signal } from '@preact/signals';
import { type Day, dayOf } from '../domain/day';
import type { Receipt } from '../domain/receipt';
import { type Overview, readOverview } from '../ledger/overview';
import { LedgerReader } from '../ledger/reader';
import { isDamaged, readSentinel, watchSentinel, writeSentinel } from '../platform/sentinel';
import { NO_SETTINGS, readSettings, type Settings, watchSettings } from '../platform/settings';
import { sizeOf } from '../store/manifest';
import { readReceipts } from '../store/read';
import { type Database, openDatabase } from '../store/schema';
import { route } from './route';

export type Stage = 'loading' | 'first-run' | 'ready' | 'damaged' | 'failed';

export const stage = signal<Stage>('loading');
export const settings = signal<Settings>(NO_SETTINGS);
export const ledger = signal<LedgerReader | undefined>();
/** The UTC day; a dashboard left open goes on to the next one. */
export const today = signal<Day>(dayOf(Date.now()));
export const overview = signal<Overview | undefined>();
/** The figures on the screen are those of the filter before: they must not be read as the answer. */
export const stale = signal(false);
export const receipts = signal<Receipt[]>([]);
/** Why a figure could not be read, if one could not. */
export const failure = signal('');

/** Receipts carry their rejected rows, so only the newest are read; older ones come back as newer ones are undone. */
export const RECEIPTS_SHOWN = 12;

let database: Promise<Database> | undefined;

function openOnce(): Promise<Database> {
  database ??= openDatabase(() => {
    database = undefined;
  });
  return database;
}

/** Reads the ledger anew. A screen keeps showing the generation it has until the next one is there. */
export async function refresh(): Promise<void> {
  try {
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
    batch(() => {
      ledger.value = reader;
      receipts.value = read.reverse();
      if (stage.value !== 'first-run') stage.value = 'ready';
    });
  } catch (error) {
    fail(error);
  }
}

function fail(error: unknown): void {
  failure.value = error instanceof Error ? error.message : String(error);
  stage.value = error instanceof Error && error.name === 'DamagedLedger' ? 'damaged' : 'failed';
}

/** Takes what is there as the ledger, after damage was shown. */
export async function acceptLedger(): Promise<void> {
  const reader = await LedgerReader.open(await openOnce());
  await writeSentinel(sizeOf(reader.manifest));
  stage.value = 'ready';
  await refresh();
}

/**
 * Starts the dashboard's state. Nothing is read before the user has agreed.
 * @param now a clock, ms.
 */
export async function startSession(now: () => number, ends: AbortSignal): Promise<void> {
  const stops = [
    watchSettings(next => {
      settings.value = next;
      if (next.consentAt === undefined) stage.value = 'first-run';
      else if (stage.value === 'first-run') void agreed();
    }),
    watchSentinel(() => {
      if (settings.value.consentAt !== undefined) void refresh();
    }),
    effect(() => {
      const reader = ledger.value;
      const { filter } = route.value;
      void today.value;
      if (!reader) return;
      // What is in memory already answers before the next task begins, and nothing flickers.
      let answered = false;
      nextTask(() => {
        if (!answered) stale.value = true;
      });
      readOverview(reader, filter, now()).then(
        value => {
          answered = true;
          // A slow answer must not replace a newer question's.
          if (ledger.peek() !== reader || route.peek().filter !== filter) return;
          batch(() => {
            overview.value = value;
            stale.value = false;
          });
        },
        async error => {
          // What this generation names may have been swept by a later one: ask that one.
          if (error?.name === 'DamagedLedger' && (await newer(reader))) await refresh();
          else fail(error);
        },
      );
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
  if (settings.value.consentAt === undefined) stage.value = 'first-run';
  else await refresh();
}

/** Runs right after this turn; a timer would let a few milliseconds go by. */
function nextTask(run: () => void): void {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => {
    port1.close();
    run();
  };
  port2.postMessage(undefined);
}

async function newer(reader: LedgerReader): Promise<boolean> {
  return (await LedgerReader.open(await openOnce())).manifest.generation > reader.manifest.generation;
}

async function agreed(): Promise<void> {
  stage.value = 'loading';
  await refresh();
}
