import type { Connection, SyncState } from '../domain/connection';
import type { Database } from './schema';

export async function readConnections(db: Database): Promise<Connection[]> {
  return (await db.getAll('connections')).sort((a, b) => a.addedAt - b.addedAt);
}

export async function putConnection(db: Database, connection: Connection): Promise<void> {
  await db.put('connections', connection, connection.id);
}

/** Deletes what can sign for a connection, and how it was doing. Its rows are the ledger's. */
export async function deleteConnection(db: Database, id: string): Promise<void> {
  const tx = db.transaction(['connections', 'syncs'], 'readwrite', { durability: 'strict' });
  await Promise.all([tx.objectStore('connections').delete(id), tx.objectStore('syncs').delete(id), tx.done]);
}

export async function readSync(db: Database, id: string): Promise<SyncState> {
  return (await db.get('syncs', id)) ?? { ways: {} };
}

/** Changes a connection's state, unless it has been disconnected meanwhile. */
export async function changeSync(
  db: Database,
  id: string,
  change: (state: SyncState) => SyncState,
): Promise<SyncState> {
  const tx = db.transaction(['connections', 'syncs'], 'readwrite');
  const syncs = tx.objectStore('syncs');
  const next = change((await syncs.get(id)) ?? { ways: {} });
  if ((await tx.objectStore('connections').getKey(id)) !== undefined) await syncs.put(next, id);
  await tx.done;
  return next;
}
