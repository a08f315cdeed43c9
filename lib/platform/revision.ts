import { browser } from 'wxt/browser';
import { watch } from './settings';

const KEY = 'notebookRevision';

/** Tells every open screen that the notebook has changed. */
export async function bumpNotebook(now: number): Promise<void> {
  await browser.storage.local.set({ [KEY]: now });
}

export function watchNotebook(changed: () => void): () => void {
  return watch(KEY, changed);
}
