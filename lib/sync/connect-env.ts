import type { Signer, Typed } from '../domain/connect';
import type { Sealed } from '../domain/connection';
import type { SyncEnv } from './sync-env';

/** The browser's cryptography, and its memory of what is unlocked, as far as connecting needs them. */
export interface Vault {
  newKeyPair(): Promise<{ key: CryptoKey; publicKey: string }>;
  importSecret(secret: string): Promise<CryptoKey>;
  hmacSigner(apiKey: string, key: CryptoKey): Signer;
  ed25519Signer(apiKey: string, key: CryptoKey): Signer;
  /** @returns what may be stored, and what unlocks it. */
  seal(typed: Typed): Promise<{ sealed: Sealed; unlock: string }>;
  keepUnlocked(id: string, unlock: string, until: number): Promise<void>;
  /** @returns whether the passphrase was right. */
  unlock(id: string, sealed: Sealed, passphrase: string, until: number): Promise<boolean>;
  lock(id: string): Promise<void>;
}

/** What connecting and disconnecting an account need of where they run. */
export interface ConnectEnv extends SyncEnv {
  vault: Vault;
  /** Whether the user agrees to storing anything: it may be withdrawn while Binance is asked. */
  agreed: () => Promise<boolean>;
  /** When what is unlocked now locks by itself, ms. */
  locksAt: () => Promise<number>;
  /** Begins a sync and does not wait for it. */
  syncSoon: () => void;
}
