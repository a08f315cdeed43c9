import type { SyncState } from '../domain/connection';
import type { Manifest } from '../store/manifest';
import type { AskEnv } from './ask-faults';
import type { WriterEnv } from './change-book';

/** What a sync is given. */
export interface SyncEnv extends AskEnv, WriterEnv {
  committed: (manifest: Manifest) => Promise<void>;
  /** Told when anything a screen shows has changed. */
  changed: () => Promise<void>;
}

/** Changes how a connection is doing, and tells the screens. */
export type Patch = (change: (state: SyncState) => SyncState) => Promise<SyncState>;
