import { aesKey, base64, bytesOfBase64, keyFromPassphrase, ROUNDS } from '../platform/passphrase';

/** What stands in the first line of a locked backup. */
interface BackupLock {
  rounds: number;
  salt: string;
  /** Begins the vector of each piece, whose number is the rest. */
  iv: string;
  /** Of what is locked: a cut file is shorter. */
  bytes: number;
}

/** Encrypted at once: a backup of millions of rows is larger than memory should hold twice. */
const PIECE = 4 << 20;
/** What AES-GCM adds to each piece. */
const TAG = 16;

/** The vector of a piece: pieces cannot change places. */
function vectorOf(iv: string, piece: number): Uint8Array<ArrayBuffer> {
  const vector = new Uint8Array(12);
  vector.set(bytesOfBase64(iv).subarray(0, 8));
  new DataView(vector.buffer).setUint32(8, piece);
  return vector;
}

/** Locks a backup with a passphrase: PBKDF2-SHA-256 and AES-GCM. @param mark what every backup begins with. */
export async function lockBackup(plain: Blob, passphrase: string, mark: string): Promise<Blob> {
  const lock: BackupLock = {
    rounds: ROUNDS,
    salt: base64(crypto.getRandomValues(new Uint8Array(16))),
    iv: base64(crypto.getRandomValues(new Uint8Array(8))),
    bytes: plain.size,
  };
  const line = `${mark},"version":2,"locked":${JSON.stringify(lock)}}`;
  const additionalData = new TextEncoder().encode(line);
  const key = await aesKey(await keyFromPassphrase(passphrase, lock));
  const pieces: ArrayBuffer[] = [];
  for (let at = 0; at < plain.size; at += PIECE) {
    const way = { name: 'AES-GCM', iv: vectorOf(lock.iv, pieces.length), additionalData };
    pieces.push(await crypto.subtle.encrypt(way, key, await plain.slice(at, at + PIECE).arrayBuffer()));
  }
  return new Blob([line, '\n', ...pieces]);
}

/** The lock that a backup's first line tells of; undefined where it tells of none. */
export function lockOf(head: unknown): BackupLock | undefined {
  const { version, locked } = (head ?? {}) as { version?: unknown; locked?: Partial<BackupLock> | null };
  if (version !== 2 || typeof locked !== 'object' || !locked) return undefined;
  const { rounds, salt, iv, bytes } = locked;
  const isLock =
    typeof rounds === 'number' &&
    typeof salt === 'string' &&
    typeof iv === 'string' &&
    typeof bytes === 'number';
  return isLock ? { rounds, salt, iv, bytes } : undefined;
}

/**
 * Opens a locked backup.
 * @param line the first line of the file, and `locked` what follows it.
 * @returns undefined when the passphrase does not open it, or it has been cut or changed.
 */
export async function unlockBackup(
  line: string,
  lock: BackupLock,
  locked: Blob,
  passphrase: string,
): Promise<Blob | undefined> {
  try {
    const additionalData = new TextEncoder().encode(line);
    const key = await aesKey(await keyFromPassphrase(passphrase, lock));
    const pieces: ArrayBuffer[] = [];
    for (let at = 0; at < locked.size; at += PIECE + TAG) {
      const way = { name: 'AES-GCM', iv: vectorOf(lock.iv, pieces.length), additionalData };
      const piece = await locked.slice(at, at + PIECE + TAG).arrayBuffer();
      pieces.push(await crypto.subtle.decrypt(way, key, piece));
    }
    const plain = new Blob(pieces);
    return plain.size === lock.bytes ? plain : undefined;
  } catch {
    // A wrong passphrase is told by nothing but this, and is an answer.
    return undefined;
  }
}
