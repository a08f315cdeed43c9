import type { Signer } from '../domain/connect';
import type { Refusal, SyncTrouble } from '../domain/connection';
import { Unreadable } from '../sources/api';
import { KEY_PERMISSIONS, readPermissions } from '../sources/key-permissions';
import { askBinance } from './ask-binance';
import { type AskEnv, BudgetSpent, ConnectionRefused, RetryLater } from './ask-faults';

export type Proof =
  | { is: 'read-only' }
  | { is: 'refused'; refusal: Refusal }
  | { is: 'away'; why: SyncTrouble };

/** Asks Binance what a key may do. Whatever is not proved to be read-only is refused. */
export async function proveKey(env: AskEnv, signer: Signer): Promise<Proof> {
  try {
    const refusal = readPermissions(await askBinance(env, KEY_PERMISSIONS, signer));
    return refusal ? { is: 'refused', refusal } : { is: 'read-only' };
  } catch (error) {
    if (error instanceof ConnectionRefused) return { is: 'refused', refusal: error.refusal };
    if (error instanceof Unreadable) return { is: 'away', why: 'unreadable' };
    if (error instanceof BudgetSpent) return { is: 'away', why: 'limited' };
    if (!(error instanceof RetryLater)) throw error;
    // The answer to a wrong key, and to a right one from an address that is not on its list.
    if (error.why === 'permission') return { is: 'refused', refusal: { is: 'key' } };
    return { is: 'away', why: error.why };
  }
}
