import { browser } from 'wxt/browser';
import { watch } from './settings';

/** Tells every open page that something stored has changed. Its value means nothing but that it is another one. */
export interface Revision {
  /** Something has changed: call it once that is stored. */
  bump(): Promise<void>;
  read(): Promise<unknown>;
  /** Hears of changes, of one's own too. @returns what stops it. */
  watch(changed: () => void): () => void;
}

function revision(key: string): Revision {
  return {
    bump: () => browser.storage.local.set({ [key]: crypto.randomUUID() }),
    read: async () => (await browser.storage.local.get(key))[key],
    watch: changed => watch(key, changed),
  };
}

export const notebookRevision = revision('notebookRevision');
export const feedRevision = revision('feedRevision');
/** Connections and how they are doing. */
export const syncRevision = revision('syncRevision');
