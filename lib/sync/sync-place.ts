import type { SyncState } from '../domain/connection';
import type { Manifest } from '../store/manifest';
import type { commit } from '../store/write';
import type { AskPlace } from './ask-binance';

/** What a sync needs of the place it runs in. */
export interface SyncPlace extends AskPlace {
  locks: LockManager;
  id: () => string;
  /** Told of every generation. */
  committed: (manifest: Manifest) => Promise<void>;
  /** Told when anything a screen shows has changed. */
  changed: () => Promise<void>;
  /** For tests that need a broken writer. */
  publish?: typeof commit;
}

/** Changes how a connection is doing, and tells the screens. */
export type Patch = (change: (state: SyncState) => SyncState) => Promise<SyncState>;
