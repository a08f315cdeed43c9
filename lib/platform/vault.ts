import { browser } from 'wxt/browser';
import type { Signer, Typed } from '../domain/connect';
import type { Credential, Sealed } from '../domain/connection';
import { aesKey, base64, bytesOfBase64, keyFromPassphrase, ROUNDS } from './passphrase';

const TYPED = 'typed';
const UNLOCKED = 'unlocked';
const encoder = new TextEncoder();

const hex = (bytes: ArrayBuffer): string =>
  [...new Uint8Array(bytes)].map(byte => byte.toString(16).padStart(2, '0')).join('');

/** A key pair whose private half cannot leave the browser by code. */
export async function newKeyPair(): Promise<{ key: CryptoKey; publicKey: string }> {
  const pair = (await crypto.subtle.generateKey('Ed25519', false, ['sign', 'verify'])) as CryptoKeyPair;
  const spki = base64(await crypto.subtle.exportKey('spki', pair.publicKey));
  const lines = spki.match(/.{1,64}/g)!.join('\n');
  return {
    key: pair.privateKey,
    publicKey: `-----BEGIN PUBLIC KEY-----\n${lines}\n-----END PUBLIC KEY-----`,
  };
}

/** Whether this browser can make such a key pair (Chrome from 137, Firefox from 129). */
export async function canMakeKeys(): Promise<boolean> {
  return crypto.subtle.generateKey('Ed25519', false, ['sign', 'verify']).then(
    () => true,
    () => false,
  );
}

/** A pasted secret as a key that cannot be exported. It lies readable in the profile: say so. */
export function importSecret(secret: string): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', encoder.encode(secret), { name: 'HMAC', hash: 'SHA-256' }, false, [
    'sign',
  ]);
}

/** Encrypts key and secret under a passphrase. @returns what may be stored, and what unlocks it. */
export async function seal({
  apiKey,
  secret,
  passphrase,
}: Typed): Promise<{ sealed: Sealed; unlock: string }> {
  const salt = base64(crypto.getRandomValues(new Uint8Array(16)));
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const unlock = await keyFromPassphrase(passphrase, { rounds: ROUNDS, salt });
  const data = await crypto.subtle.encrypt(
    { name: 'AES-GCM', iv },
    await aesKey(unlock),
    encoder.encode(JSON.stringify([apiKey, secret])),
  );
  return { sealed: { rounds: ROUNDS, salt, iv: base64(iv), data: base64(data) }, unlock };
}

/** @returns key and secret, or undefined when this does not unlock them. */
async function unseal(
  sealed: Sealed,
  unlock: string,
): Promise<{ apiKey: string; secret: string } | undefined> {
  try {
    const plain = await crypto.subtle.decrypt(
      { name: 'AES-GCM', iv: bytesOfBase64(sealed.iv) },
      await aesKey(unlock),
      bytesOfBase64(sealed.data),
    );
    const [apiKey, secret] = JSON.parse(new TextDecoder().decode(plain)) as [string, string];
    return { apiKey, secret };
  } catch {
    // A wrong passphrase is told by nothing but this, and is an answer.
    return undefined;
  }
}

export function hmacSigner(apiKey: string, key: CryptoKey, account = ''): Signer {
  return {
    apiKey,
    account,
    sign: async payload => hex(await crypto.subtle.sign('HMAC', key, encoder.encode(payload))),
  };
}

export function ed25519Signer(apiKey: string, key: CryptoKey, account = ''): Signer {
  return {
    apiKey,
    account,
    sign: async payload => base64(await crypto.subtle.sign('Ed25519', key, encoder.encode(payload))),
  };
}

/** What signs for a connection now; undefined while it is locked or when nothing is left of it. */
export async function signerOf(id: string, credential: Credential, now: number): Promise<Signer | undefined> {
  switch (credential.is) {
    case 'ed25519':
      return ed25519Signer(credential.apiKey, credential.key, id);
    case 'hmac':
      return hmacSigner(credential.apiKey, credential.key, id);
    case 'locked': {
      const unlock = (await readUnlocked(now))[id]?.unlock;
      const plain = unlock && (await unseal(credential.sealed, unlock));
      return plain ? hmacSigner(plain.apiKey, await importSecret(plain.secret), id) : undefined;
    }
    case 'none':
      return undefined;
  }
}

interface Unlocked {
  unlock: string;
  /** When it locks by itself, ms. */
  until: number;
}

/** One item for each connection: locking one must not undo the unlocking of another. */
const unlockedKey = (id: string) => `${UNLOCKED} ${id}`;

/** What is unlocked now. What is past its time is not, even if the alarm that locks it has slept with the computer. */
async function readUnlocked(now: number): Promise<Record<string, Unlocked>> {
  const all = Object.entries(await browser.storage.session.get(null));
  return Object.fromEntries(
    all
      .filter(([key, value]) => key.startsWith(unlockedKey('')) && (value as Unlocked).until > now)
      .map(([key, value]) => [key.slice(unlockedKey('').length), value as Unlocked]),
  );
}

/** Connections that are unlocked, and until when. */
export async function unlockedUntil(now: number): Promise<Record<string, number>> {
  return Object.fromEntries(Object.entries(await readUnlocked(now)).map(([id, { until }]) => [id, until]));
}

export async function keepUnlocked(id: string, unlock: string, until: number): Promise<void> {
  await browser.storage.session.set({ [unlockedKey(id)]: { unlock, until } });
}

/** Unlocks a sealed credential. @returns whether the passphrase was right. */
export async function unlock(
  id: string,
  sealed: Sealed,
  passphrase: string,
  until: number,
): Promise<boolean> {
  const key = await keyFromPassphrase(passphrase, sealed);
  if (!(await unseal(sealed, key))) return false;
  await keepUnlocked(id, key, until);
  return true;
}

/** Locks one connection. */
export async function lock(id: string): Promise<void> {
  await browser.storage.session.remove(unlockedKey(id));
}

/** Locks all whose time is over. @returns whether there were any. */
export async function lockOverdue(now: number): Promise<boolean> {
  const open = new Set(Object.keys(await readUnlocked(now)).map(unlockedKey));
  const all = Object.keys(await browser.storage.session.get(null));
  const overdue = all.filter(key => key.startsWith(unlockedKey('')) && !open.has(key));
  if (overdue.length > 0) await browser.storage.session.remove(overdue);
  return overdue.length > 0;
}

const typedKey = (ticket: string) => `${TYPED} ${ticket}`;

/**
 * Lays down what was typed for the background to take. Never in a message: messages can be seen by more than one.
 * @returns its ticket, which goes in the message; and what clears it away, whoever has taken it.
 */
export async function layDown(typed: Typed): Promise<{ ticket: string; clear: () => Promise<void> }> {
  const ticket = crypto.randomUUID();
  await browser.storage.session.set({ [typedKey(ticket)]: typed });
  return { ticket, clear: () => browser.storage.session.remove(typedKey(ticket)) };
}

/** Takes what was typed; it is gone then. */
export async function takeTyped(ticket: string): Promise<Typed | undefined> {
  const typed = (await browser.storage.session.get(typedKey(ticket)))[typedKey(ticket)] as Typed | undefined;
  await browser.storage.session.remove(typedKey(ticket));
  return typed;
}
