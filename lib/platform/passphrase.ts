/** OWASP's floor for PBKDF2-SHA256 is 600,000; a record that asks for fewer than ours is not ours. */
export const ROUNDS = 900_000;
/** More would keep a browser busy for minutes. */
const MOST_ROUNDS = 10 * ROUNDS;

export const base64 = (bytes: ArrayBuffer | Uint8Array<ArrayBuffer>): string =>
  btoa(String.fromCharCode(...new Uint8Array(bytes)));
export const bytesOfBase64 = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text), c => c.charCodeAt(0));

/** What a passphrase comes to: the raw AES key, in base64. */
export async function keyFromPassphrase(
  passphrase: string,
  { rounds, salt }: { rounds: number; salt: string },
): Promise<string> {
  if (!(rounds >= ROUNDS && rounds <= MOST_ROUNDS)) throw new Error('the number of rounds is not ours');
  const material = await crypto.subtle.importKey(
    'raw',
    new TextEncoder().encode(passphrase.normalize('NFKC')),
    'PBKDF2',
    false,
    ['deriveBits'],
  );
  const way = { name: 'PBKDF2', hash: 'SHA-256', iterations: rounds, salt: bytesOfBase64(salt) };
  return base64(await crypto.subtle.deriveBits(way, material, 256));
}

export const aesKey = (raw: string) =>
  crypto.subtle.importKey('raw', bytesOfBase64(raw), 'AES-GCM', false, ['encrypt', 'decrypt']);
