import type { Connection, Credential } from '../../lib/domain/connection';
import type { PageMessage, Result } from '../../lib/messages/messages';
import { readSettings } from '../../lib/platform/settings';
import {
  ed25519Signer,
  hmacSigner,
  importSecret,
  keepUnlocked,
  lock,
  newKeyPair,
  seal,
  type Typed,
  takeTyped,
  unlock,
  type VaultSigner,
} from '../../lib/platform/vault';
import { changeSync, deleteConnection, putConnection, readConnections } from '../../lib/store/connections';
import { changeBook } from '../../lib/sync/change-book';
import { proveKey } from '../../lib/sync/prove-key';
import { regrouped, without } from '../../lib/sync/regroup';
import type { SyncPlace } from '../../lib/sync/sync-place';
import { place } from './place';
import { runSyncs } from './syncs';

type Of<Is extends PageMessage['is']> = Extract<PageMessage, { is: Is }>;
const DONE: Result<unknown> = { ok: true, value: undefined };
const NOTHING_TYPED: Result<unknown> = { ok: false, fault: 'nothing typed' };
const HOUR = 3_600_000;
const LOCK_HOURS = 8;

const lockTime = async () => Date.now() + ((await readSettings()).lockHours ?? LOCK_HOURS) * HOUR;

/** A new key pair, kept as a draft until Binance knows it: the user may need days to register it. */
async function draftKey(here: SyncPlace): Promise<Result<unknown>> {
  const drafts = (await readConnections(here.db)).filter(c => c.draft);
  const known = drafts.at(-1)?.credential;
  if (known?.is === 'ed25519')
    return { ok: true, value: { id: drafts.at(-1)!.id, publicKey: known.publicKey } };
  const { key, publicKey } = await newKeyPair();
  const credential: Credential = { is: 'ed25519', apiKey: '', key, publicKey };
  const id = here.id();
  await putConnection(here.db, {
    id,
    label: '',
    addedAt: here.now(),
    ownsExports: false,
    credential,
    draft: true,
  });
  return { ok: true, value: { id, publicKey } };
}

/** Proves what was typed to be read-only, and only then stores it. */
async function connect(
  here: SyncPlace,
  typed: Typed,
  { label, how, again, draft }: Of<'connect'>,
): Promise<Result<unknown>> {
  const connections = await readConnections(here.db);
  const before = connections.find(c => c.id === again && !c.draft);
  const waiting = connections.find(c => c.id === draft && c.draft)?.credential;
  let credential: Credential;
  let signer: VaultSigner;
  let opens: string | undefined;
  if (how === 'key-pair') {
    if (waiting?.is !== 'ed25519') return { ok: false, fault: 'no key pair' };
    credential = { ...waiting, apiKey: typed.apiKey };
    signer = ed25519Signer(typed.apiKey, waiting.key);
  } else {
    const key = await importSecret(typed.secret);
    signer = hmacSigner(typed.apiKey, key);
    credential = { is: 'hmac', apiKey: typed.apiKey, key };
    if (how === 'locked') {
      const { sealed, unlock } = await seal(typed);
      credential = { is: 'locked', sealed };
      opens = unlock;
    }
  }
  const proof = await proveKey(here, signer);
  if (proof.is === 'away') return { ok: false, fault: 'away', detail: proof.why };
  if (proof.is === 'refused') {
    const { refusal } = proof;
    return {
      ok: false,
      fault: refusal.is,
      ...(refusal.is === 'powers' && { detail: refusal.powers.join(', ') }),
    };
  }
  // Everything may have been erased while Binance was asked.
  if ((await readSettings()).consentAt === undefined) return { ok: false, fault: 'erased' };
  const others = connections.filter(c => c.id !== before?.id && !c.draft);
  const connection: Connection = {
    id: before?.id ?? here.id(),
    label,
    addedAt: before?.addedAt ?? here.now(),
    ownsExports: before?.ownsExports ?? !others.some(c => c.ownsExports),
    credential,
  };
  await putConnection(here.db, connection);
  if (how === 'key-pair' && draft) await deleteConnection(here.db, draft);
  if (opens) await keepUnlocked(connection.id, opens, await lockTime());
  await changeSync(here.db, connection.id, () => ({ checkedAt: here.now(), ways: {} }));
  await here.changed();
  void runSyncs(false);
  return DONE;
}

/**
 * Erases what can sign. The rows stay unless the user wants them gone too: then the record goes last, so that a death
 * in between leaves something to try again from.
 */
async function disconnect(here: SyncPlace, { id, rows }: Of<'disconnect'>): Promise<Result<unknown>> {
  const connection = (await readConnections(here.db)).find(c => c.id === id);
  if (!connection) return DONE;
  await lock(id);
  await deleteConnection(here.db, id);
  if (!connection.draft) {
    // The record stays without its credential: connected again, its rows are found again.
    await putConnection(here.db, { ...connection, credential: { is: 'none' } });
    if (rows === 'drop') {
      await changeBook(here, without(id));
      await deleteConnection(here.db, id);
    }
  }
  await here.changed();
  return DONE;
}

/** Imported files are of one account at most. */
async function setOwner(here: SyncPlace, { id, on }: Of<'owns-exports'>): Promise<Result<unknown>> {
  for (const connection of await readConnections(here.db)) {
    const ownsExports = connection.id === id && on;
    if (connection.ownsExports !== ownsExports) await putConnection(here.db, { ...connection, ownsExports });
  }
  await changeBook(here, regrouped);
  await here.changed();
  return DONE;
}

async function unlockOne(here: SyncPlace, typed: Typed, { id }: Of<'unlock'>): Promise<Result<unknown>> {
  const connection = (await readConnections(here.db)).find(c => c.id === id);
  if (connection?.credential.is !== 'locked') return { ok: false, fault: 'not locked' };
  if (!(await unlock(id, connection.credential.sealed, typed.passphrase, await lockTime())))
    return { ok: false, fault: 'passphrase' };
  await here.changed();
  void runSyncs(false);
  return DONE;
}

/** Answers what our own pages ask about connections. */
export async function answerConnections(message: PageMessage): Promise<Result<unknown>> {
  // What was typed is taken before anything else can fail.
  const typed = 'ticket' in message ? await takeTyped(message.ticket) : undefined;
  const here = await place();
  if (message.is === 'sync-now') {
    await runSyncs(true);
    return DONE;
  }
  // One at a time: who disconnects while a key is being proved is heard after that.
  return navigator.locks.request('connections', async () => {
    switch (message.is) {
      case 'new-key':
        return draftKey(here);
      case 'connect':
        return typed ? connect(here, typed, message) : NOTHING_TYPED;
      case 'disconnect':
        return disconnect(here, message);
      case 'owns-exports':
        return setOwner(here, message);
      case 'unlock':
        return typed ? unlockOne(here, typed, message) : NOTHING_TYPED;
      case 'lock':
        await lock(message.id);
        await here.changed();
        return DONE;
      default:
        return DONE;
    }
  });
}
