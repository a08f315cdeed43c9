import { deleteConnection, putConnection, readConnections } from '../store/connections';
import { changeBook } from './change-book';
import type { ConnectEnv } from './connect-env';
import { regrouped, withoutConnection } from './regroup';

/**
 * Erases what can sign. The rows stay unless the user wants them gone too: then the record goes last, so that a death
 * in between leaves something to try again from.
 */
export async function disconnectAccount(env: ConnectEnv, id: string, rows: 'keep' | 'drop'): Promise<void> {
  const connection = (await readConnections(env.db)).find(c => c.id === id);
  if (!connection) return;
  await env.vault.lock(id);
  await deleteConnection(env.db, id);
  if (!connection.draft) {
    // The record stays without its credential: connected again, its rows are found again.
    await putConnection(env.db, { ...connection, credential: { is: 'none' } });
    if (rows === 'drop') {
      await changeBook(env, withoutConnection(id));
      await deleteConnection(env.db, id);
    }
  }
  await env.changed();
}

/** Says whether the imported files are of this account. They are of one account at most. */
export async function setExportsOwner(env: ConnectEnv, id: string, on: boolean): Promise<void> {
  for (const connection of await readConnections(env.db)) {
    const ownsExports = connection.id === id && on;
    if (connection.ownsExports !== ownsExports) await putConnection(env.db, { ...connection, ownsExports });
  }
  await changeBook(env, regrouped);
  await env.changed();
}
