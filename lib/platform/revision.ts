import { browser } from 'wxt/browser';
import { watch } from './settings';

const KEY = 'notebookRevision';
const FEED = 'feedRevision';
const SYNC = 'syncRevision';

/** Tells every open screen that the notebook has changed. */
export async function bumpNotebook(now: number): Promise<void> {
  await browser.storage.local.set({ [KEY]: now });
}

export function watchNotebook(changed: () => void): () => void {
  return watch(KEY, changed);
}

/** The same for the campaign feed. */
export async function bumpFeed(now: number): Promise<void> {
  await browser.storage.local.set({ [FEED]: now });
}

export function watchFeed(changed: () => void): () => void {
  return watch(FEED, changed);
}

/** The same for connections and how they are doing. */
export async function bumpSync(now: number): Promise<void> {
  await browser.storage.local.set({ [SYNC]: now });
}

export function watchSync(changed: () => void): () => void {
  return watch(SYNC, changed);
}
