import { batch, effect, type Signal, signal } from '@preact/signals';
import type { Filter } from '../domain/filter';
import type { SectionId } from '../domain/section';
import type { LedgerReader } from '../ledger/reader';
import { notebook } from './notebook';
import { route, section } from './route';
import { fail, ledger, newer, refresh, today } from './session';

/** What a section shows, and whether it is still that of the filter before. */
export interface SectionAnswer<T> {
  value: Signal<T | undefined>;
  /** The figures on the screen are not those of the address: they must not be read as the answer. */
  stale: Signal<boolean>;
}

export function answer<T>(): SectionAnswer<T> {
  return { value: signal<T | undefined>(), stale: signal(false) };
}

/**
 * Keeps a section's answer up to date with ledger, notebook and day while the section is open; the filter makes no
 * difference to it. Signals that `read` looks at before it waits for something count too.
 * @returns a function that stops it.
 */
export const follow = <T>(
  name: SectionId,
  answer: SectionAnswer<T>,
  read: (reader: LedgerReader) => Promise<T>,
): (() => void) => keepAnswered(name, answer, read);

/** The same for an answer that goes by the filter: it is asked for again when the filter changes. */
export const followFilter = <T>(
  name: SectionId,
  answer: SectionAnswer<T>,
  read: (reader: LedgerReader, filter: Filter) => Promise<T>,
): (() => void) => keepAnswered(name, answer, reader => read(reader, route.value.filter));

function keepAnswered<T>(
  name: SectionId,
  { value, stale }: SectionAnswer<T>,
  read: (reader: LedgerReader) => Promise<T>,
): () => void {
  let question = 0;
  let currency: string | undefined;
  return effect(() => {
    const reader = ledger.value;
    // Figures in one currency must not stand under another's name, not even for a moment.
    if (reader && reader.currency !== currency) {
      currency = reader.currency;
      value.value = undefined;
    }
    void today.value;
    void notebook.value;
    if (!reader || section.value !== name) return;
    const asked = ++question;
    // What is in memory already answers before the next task begins, and nothing flickers.
    let answered = false;
    nextTask(() => {
      if (!answered && asked === question) stale.value = true;
    });
    read(reader).then(
      next => {
        answered = true;
        // A slow answer must not replace a newer question's.
        if (asked !== question) return;
        batch(() => {
          value.value = next;
          stale.value = false;
        });
      },
      async error => {
        // What this generation names may have been swept by a later one: ask that one.
        if (asked !== question) return;
        if (error?.name === 'DamagedLedger' && (await newer(reader))) await refresh(true);
        else fail(error);
      },
    );
  });
}

/** Runs right after this turn; a timer would let a few milliseconds go by, and a channel costs some tenths of one. */
function nextTask(run: () => void): void {
  const { scheduler } = globalThis as {
    scheduler?: { postTask?(run: () => void, how: { priority: string }): Promise<unknown> };
  };
  if (scheduler?.postTask) {
    void scheduler.postTask(run, { priority: 'user-blocking' });
    return;
  }
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => {
    port1.close();
    run();
  };
  port2.postMessage(undefined);
}
