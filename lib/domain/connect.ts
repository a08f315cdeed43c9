import type { Refusal, SyncTrouble } from './connection';

/** What signs a payload for one account. The key itself never leaves what made this. */
export interface Signer {
  apiKey: string;
  /** Names the account without telling it, for limits that are its own. */
  account: string;
  /** The signature of a payload as it is sent: hex or base64. */
  sign(payload: string): Promise<string>;
}

/** How a browser keeps what can sign. */
export type KeepKey = 'locked' | 'convenient' | 'key-pair';

/** What the user types in. It passes from page to background in `storage.session`, which never reaches the disk. */
export interface Typed {
  apiKey: string;
  secret: string;
  passphrase: string;
}

/** What was typed has been taken already, or never lay there. */
export interface NothingTyped {
  is: 'nothing typed';
}

/** Why an account was not connected. Nothing of it was stored. */
export type ConnectFault =
  | NothingTyped
  /** The key pair it is to be connected with waits no more. */
  | { is: 'no key pair' }
  /** Binance could not be asked what the key may do. */
  | { is: 'away'; why: SyncTrouble }
  | { is: 'refused'; refusal: Refusal }
  /** Everything was erased while Binance was asked. */
  | { is: 'erased' };

/** Why a connection was not unlocked. */
export type UnlockFault = NothingTyped | { is: 'not locked' } | { is: 'wrong passphrase' };

/** What the user wants connected. */
export interface ConnectRequest {
  label: string;
  how: KeepKey;
  /** A connection that is connected again. */
  again?: string;
  /** The key pair that waits for Binance. */
  draft?: string;
}
