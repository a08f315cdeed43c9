import { batch, computed, effect, signal } from '@preact/signals';
import type { KeepKey, Typed } from '../domain/connect';
import type { Connection, SyncState } from '../domain/connection';
import { STREAM_IDS, type StreamId } from '../domain/income-streams';
import { reportFault } from '../platform/fault-log';
import { dropHosts, requestHosts } from '../platform/permissions';
import { syncRevision } from '../platform/revision';
import { readSettings } from '../platform/settings';
import { canMakeKeys, layDown, unlockedUntil } from '../platform/vault';
import { readConnections, readSync } from '../store/connections';
import type { Cursor } from '../store/manifest';
import { CONNECTIONS, connectFault } from '../text/connections';
import { ask } from './ask';
import { message } from './commands';
import { oncePerRevision } from './once-per-revision';
import { ledger, openOnce, stage } from './session';

export type How = KeepKey;

/** A connection as a screen shows it: without anything that could sign. */
export interface ConnectionView {
  id: string;
  label: string;
  how: How | 'none';
  ownsExports: boolean;
  /** Until when it is unlocked; undefined: locked now. */
  unlockedUntil?: number;
  state: SyncState;
}

interface Stored {
  connection: Omit<Connection, 'credential'>;
  how: How | 'none';
  state: SyncState;
  unlockedUntil?: number;
}

const stored = signal<Stored[]>([]);
export const syncing = signal(false);
/** A key pair that waits for Binance: its public half. */
export const draft = signal<{ id: string; publicKey: string } | undefined>();
/** Whether this browser can make key pairs; undefined: not asked yet. */
export const makesKeys = signal<boolean | undefined>();

export const connections = computed<ConnectionView[]>(() =>
  stored.value
    .filter(({ connection }) => !connection.draft)
    .map(({ connection: { id, label, ownsExports }, how, state, unlockedUntil }) => ({
      id,
      label,
      how,
      ownsExports,
      state,
      ...(unlockedUntil !== undefined && { unlockedUntil }),
    })),
);

/** How far a stream of a connection has been read. */
export function cursorsOf(id: string): Partial<Record<StreamId, Cursor>> {
  const cursors = ledger.value?.manifest.books.real?.cursors ?? {};
  return Object.fromEntries(STREAM_IDS.map(stream => [stream, cursors[`${id}/${stream}`]]));
}

const HOW: Record<Connection['credential']['is'], How | 'none'> = {
  ed25519: 'key-pair',
  hmac: 'convenient',
  locked: 'locked',
  none: 'none',
};

const read = oncePerRevision(syncRevision.read, async () => {
  const db = await openOnce();
  const unlocked = await unlockedUntil(Date.now());
  const next: Stored[] = [];
  for (const { credential, ...connection } of await readConnections(db)) {
    const until = unlocked[connection.id];
    next.push({
      connection,
      how: HOW[credential.is],
      state: await readSync(db, connection.id),
      ...(until !== undefined && { unlockedUntil: until }),
    });
  }
  stored.value = next;
});

/** Keeps connections up to date with the store. */
export function followConnections(): (() => void)[] {
  return [
    syncRevision.watch(() => void read()),
    effect(() => {
      if (stage.value === 'ready') void read(true);
    }),
  ];
}

/** Waits for an answer and shows what has come of it. What broke off may have changed something and not said so. */
async function shown<R extends { ok: boolean }>(asked: Promise<R>): Promise<R> {
  const result = await asked;
  await read(!result.ok);
  return result;
}

/** Asks what this browser can do, when the form opens. */
export async function prepareForm(): Promise<void> {
  makesKeys.value ??= await canMakeKeys();
  // One that waits already is shown again, perhaps days later.
  if (stored.peek().some(({ connection }) => connection.draft)) await makeKey();
}

/** Makes a key pair, or shows the one that waits for Binance already. */
export async function makeKey(): Promise<void> {
  const made = await ask('new-key');
  if (made.ok) draft.value = made.value;
}

/**
 * Connects an account. Call it in the very turn of the press: the browser asks for the hosts.
 * @returns what is wrong, or nothing.
 * @throws what the browser throws; it has been reported.
 */
export async function connect(
  label: string,
  how: How,
  typed: Typed,
  again?: string,
): Promise<string | undefined> {
  try {
    if (!(await requestHosts())) return CONNECTIONS.noHosts;
    const waiting = how === 'key-pair' ? draft.peek()?.id : undefined;
    const { ticket, clear } = await layDown(typed);
    const asked = await ask('connect', {
      label,
      how,
      ticket,
      ...(again && { again }),
      ...(waiting && { draft: waiting }),
    });
    await clear();
    if (!asked.ok) return connectFault(asked.fault);
    batch(() => {
      draft.value = undefined;
      message.value = { tone: 'good', text: CONNECTIONS.connected(label) };
    });
    await read();
    return undefined;
  } catch (error) {
    reportFault('connect', error);
    throw error;
  }
}

/** Gives back what is needed no more: hosts of accounts, and that of prices unless figures need it. */
export async function returnHosts(): Promise<void> {
  if (connections.peek().some(c => c.how !== 'none')) return;
  await dropHosts((await readSettings()).currency !== undefined);
}

export async function disconnect(id: string, rows: 'keep' | 'drop'): Promise<void> {
  const asked = await shown(ask('disconnect', { id, rows }));
  if (!asked.ok) {
    message.value = { tone: 'bad', text: CONNECTIONS.notDone };
    return;
  }
  await returnHosts();
  message.value = { tone: 'good', text: rows === 'keep' ? CONNECTIONS.disconnected : CONNECTIONS.dropped };
}

export async function syncNow(): Promise<void> {
  syncing.value = true;
  try {
    await shown(ask('sync-now'));
  } finally {
    syncing.value = false;
  }
}

/** @returns whether the passphrase was right. */
export async function unlockConnection(id: string, passphrase: string): Promise<boolean> {
  const { ticket, clear } = await layDown({ apiKey: '', secret: '', passphrase });
  const asked = ask('unlock', { id, ticket });
  // What was typed goes first, whatever comes of the rest.
  await asked.finally(clear);
  const { ok } = await shown(asked);
  return ok;
}

export async function lockConnection(id: string): Promise<void> {
  await shown(ask('lock', { id }));
}

export async function setOwner(id: string, on: boolean): Promise<void> {
  await shown(ask('owns-exports', { id, on }));
}
