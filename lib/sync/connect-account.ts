import type { ConnectFault, ConnectRequest, Signer, Typed, UnlockFault } from '../domain/connect';
import type { Connection, Credential } from '../domain/connection';
import { DONE, done, failed, type Result } from '../domain/result';
import { changeSync, deleteConnection, putConnection, readConnections } from '../store/connections';
import type { ConnectEnv } from './connect-env';
import { proveKey } from './prove-key';

/** A new key pair, kept as a draft until Binance knows it: the user may need days to register it. */
export async function draftKeyPair(
  env: ConnectEnv,
): Promise<Result<{ id: string; publicKey: string }, never>> {
  const waiting = (await readConnections(env.db)).filter(c => c.draft).at(-1);
  if (waiting?.credential.is === 'ed25519')
    return done({ id: waiting.id, publicKey: waiting.credential.publicKey });
  const { key, publicKey } = await env.vault.newKeyPair();
  const id = env.id();
  await putConnection(env.db, {
    id,
    label: '',
    addedAt: env.now(),
    ownsExports: false,
    credential: { is: 'ed25519', apiKey: '', key, publicKey },
    draft: true,
  });
  return done({ id, publicKey });
}

/** What signs, what of it may be stored, and what unlocks that. */
interface Key {
  signer: Signer;
  credential: Credential;
  unlock?: string;
}

async function keyOf(
  { vault }: ConnectEnv,
  typed: Typed,
  how: ConnectRequest['how'],
  waiting: Credential | undefined,
): Promise<Key | undefined> {
  const { apiKey } = typed;
  if (how === 'key-pair') {
    if (waiting?.is !== 'ed25519') return undefined;
    return { signer: vault.ed25519Signer(apiKey, waiting.key), credential: { ...waiting, apiKey } };
  }
  const key = await vault.importSecret(typed.secret);
  const signer = vault.hmacSigner(apiKey, key);
  if (how === 'convenient') return { signer, credential: { is: 'hmac', apiKey, key } };
  const { sealed, unlock } = await vault.seal(typed);
  return { signer, credential: { is: 'locked', sealed }, unlock };
}

/**
 * Connects an account: Binance proves that the key can only read, and only then anything is stored.
 * @param typed what the user typed in; undefined: it was not there any more.
 */
export async function connectAccount(
  env: ConnectEnv,
  typed: Typed | undefined,
  { label, how, again, draft }: ConnectRequest,
): Promise<Result<undefined, ConnectFault>> {
  if (!typed) return failed({ is: 'nothing typed' });
  const connections = await readConnections(env.db);
  const waiting = connections.find(c => c.id === draft && c.draft);
  const key = await keyOf(env, typed, how, waiting?.credential);
  if (!key) return failed({ is: 'no key pair' });
  const proof = await proveKey(env, key.signer);
  if (proof.is !== 'read-only') return failed(proof);
  if (!(await env.agreed())) return failed({ is: 'erased' });
  const before = connections.find(c => c.id === again && !c.draft);
  const others = connections.filter(c => c.id !== before?.id && !c.draft);
  const connection: Connection = {
    id: before?.id ?? env.id(),
    label,
    addedAt: before?.addedAt ?? env.now(),
    // Imported files are of one account at most: of the first, until the user says otherwise.
    ownsExports: before?.ownsExports ?? !others.some(c => c.ownsExports),
    credential: key.credential,
  };
  await putConnection(env.db, connection);
  if (how === 'key-pair' && waiting) await deleteConnection(env.db, waiting.id);
  if (key.unlock) await env.vault.keepUnlocked(connection.id, key.unlock, await env.locksAt());
  await changeSync(env.db, connection.id, () => ({ checkedAt: env.now(), ways: {} }));
  await env.changed();
  env.syncSoon();
  return DONE;
}

/** Opens a locked connection with its passphrase. */
export async function unlockAccount(
  env: ConnectEnv,
  typed: Typed | undefined,
  id: string,
): Promise<Result<undefined, UnlockFault>> {
  if (!typed) return failed({ is: 'nothing typed' });
  const connection = (await readConnections(env.db)).find(c => c.id === id);
  if (connection?.credential.is !== 'locked') return failed({ is: 'not locked' });
  const { sealed } = connection.credential;
  if (!(await env.vault.unlock(id, sealed, typed.passphrase, await env.locksAt())))
    return failed({ is: 'wrong passphrase' });
  await env.changed();
  env.syncSoon();
  return DONE;
}
