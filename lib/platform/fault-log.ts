import { browser } from 'wxt/browser';
import { describeFault, type FaultNote, type FaultPlace, parseFaults, withFault } from '../domain/fault-note';

const KEY = 'faults';

/**
 * Keeps a note of a fault until the browser closes: what was caught and cannot be shown, or was shown and is gone.
 * `storage.session` never reaches the disk. Content scripts and workers cannot reach it: a content script can only
 * fail by the background being gone, and a worker answers with its faults.
 */
export function reportFault(where: FaultPlace, error: unknown): void {
  // A log that cannot be written has nowhere to say so.
  keep({ at: Date.now(), where, what: describeFault(error) }).catch(() => {});
}

async function keep(note: FaultNote): Promise<void> {
  // Background and pages write to it at once: one after the other.
  await navigator.locks.request('faults', async () => {
    await browser.storage.session.set({ [KEY]: withFault(await readFaults(), note) });
  });
}

export async function readFaults(): Promise<FaultNote[]> {
  return parseFaults((await browser.storage.session.get(KEY))[KEY]);
}

/** Reports what nobody caught. @param ends stops it. */
export function reportUncaught(where: FaultPlace, ends?: AbortSignal): void {
  const options = ends && { signal: ends };
  addEventListener('unhandledrejection', event => reportFault(where, event.reason), options);
  // Browsers tell of a late ResizeObserver as an error without one.
  addEventListener('error', event => event.error && reportFault(where, event.error), options);
}
