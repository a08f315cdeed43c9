import { createHmac } from 'node:crypto';
import type { Signer } from '../../../lib/domain/connect';
import type { Connection } from '../../../lib/domain/connection';
import { putConnection } from '../../../lib/store/connections';
import type { Manifest } from '../../../lib/store/manifest';
import type { commit } from '../../../lib/store/write';
import { syncConnection } from '../../../lib/sync/sync-connection';
import type { SyncEnv } from '../../../lib/sync/sync-env';
import { type Account, account, Binance } from '../../browser/binance.ts';
import { memoryDatabase } from '../memory-ledger';

export const NOW = Date.UTC(2026, 10, 22, 13);
export const HOUR = 3_600_000;
export const DAY = 86_400_000;

export const signerOf = ({ apiKey, secret = '' }: Account): Signer => ({
  apiKey,
  account: apiKey,
  sign: async payload => createHmac('sha256', secret).update(payload).digest('hex'),
});

export const connection = (of: Partial<Connection> = {}): Connection => ({
  id: '00000000-0000-4000-8000-000000000001',
  label: 'Main',
  addedAt: NOW,
  ownsExports: true,
  // The tests sign by themselves.
  credential: { is: 'hmac', apiKey: '', key: {} as CryptoKey },
  ...of,
});

export interface SyncOptions {
  byHand?: boolean;
  commit?: typeof commit;
  /** Another connection, and its account. */
  who?: Connection;
  as?: Account;
}

/** A connection at a stand-in for Binance, with a clock of its own: waiting takes no time. */
export async function harness(of: Partial<Account> = {}) {
  const clock = { now: NOW };
  const mine = account(of);
  const binance = new Binance([mine], () => clock.now);
  const db = await memoryDatabase();
  let manifest: Manifest | undefined;
  let ids = 0;
  /** Dies at the n-th request or commit from now. */
  const death = { in: Number.POSITIVE_INFINITY };
  const tails = new Map<string, Promise<unknown>>();
  let died = () => {};
  /** What is dead goes on with nothing, and holds no lock. */
  const step = async () => {
    if (--death.in > 0) return;
    tails.clear();
    died();
    await new Promise(() => {});
  };
  const fetched = async (input: unknown, init?: RequestInit) => {
    await step();
    clock.now += 40;
    const headers = Object.fromEntries(
      Object.entries((init?.headers as Record<string, string>) ?? {}).map(([k, v]) => [k.toLowerCase(), v]),
    );
    const answered = binance.answer({ method: 'GET', url: new URL(String(input)), headers });
    await step();
    if (answered.status === 0) throw new TypeError('fetch failed');
    return new Response(answered.body, { status: answered.status, headers: answered.headers });
  };
  const env: SyncEnv = {
    db,
    fetch: fetched as typeof fetch,
    now: () => clock.now,
    wait: async ms => {
      clock.now += ms;
    },
    locks: {
      request: (name: string, work: () => Promise<unknown>) => {
        const next = (tails.get(name) ?? Promise.resolve()).then(work);
        tails.set(
          name,
          next.catch(() => {}),
        );
        return next;
      },
    } as unknown as LockManager,
    id: () => `batch-${++ids}`,
    committed: async next => {
      manifest = next;
    },
    changed: async () => {},
  };
  const me = connection();
  await putConnection(db, me);
  const sync = (options: SyncOptions = {}) => {
    const { who = me, as = mine } = options;
    const killed = new Promise<'killed'>(done => {
      died = () => done('killed');
    });
    return Promise.race([
      killed,
      syncConnection({ ...env, ...(options.commit && { commit: options.commit }) }, who, signerOf(as), {
        byHand: options.byHand ?? false,
        until: clock.now + 4 * 60_000,
      }),
    ]);
  };
  /** Syncs until there is nothing more to do. */
  const syncAll = async (options: SyncOptions = {}) => {
    for (let runs = 0; runs < 5_000; runs++) {
      const next = await sync({ ...options, byHand: options.byHand && runs === 0 });
      if (next === undefined || next === 'killed') return next;
      clock.now = Math.max(clock.now + 1_000, next);
    }
    throw new Error('it never ends');
  };
  return { db, clock, binance, mine, me, env, death, step, sync, syncAll, manifest: () => manifest };
}
