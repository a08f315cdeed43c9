import type { Signer } from '../domain/connect';
import type { Refusal, Trouble } from '../domain/connection';
import { Unreadable } from '../sources/api';
import { KEY_POWERS, readPowers } from '../sources/key-powers';
import { type AskPlace, Away, askBinance, Refused, Spent } from './ask-binance';

export type Proof = { is: 'read-only' } | { is: 'refused'; refusal: Refusal } | { is: 'away'; why: Trouble };

/** Asks Binance what a key may do. Whatever is not proved to be read-only is refused. */
export async function proveKey(place: AskPlace, signer: Signer): Promise<Proof> {
  try {
    const refusal = readPowers(await askBinance(place, KEY_POWERS, signer));
    return refusal ? { is: 'refused', refusal } : { is: 'read-only' };
  } catch (error) {
    if (error instanceof Refused) return { is: 'refused', refusal: error.refusal };
    if (error instanceof Unreadable) return { is: 'away', why: 'unreadable' };
    if (error instanceof Spent) return { is: 'away', why: 'limited' };
    if (!(error instanceof Away)) throw error;
    // The answer to a wrong key, and to a right one from an address that is not on its list.
    if (error.why === 'permission') return { is: 'refused', refusal: { is: 'key' } };
    return { is: 'away', why: error.why };
  }
}
