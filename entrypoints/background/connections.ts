import { HOUR_MS } from '../../lib/domain/day';
import { DONE } from '../../lib/domain/result';
import type { Handlers } from '../../lib/messages/contract';
import type { PageContract } from '../../lib/messages/page-messages';
import { readSettings } from '../../lib/platform/settings';
import * as vault from '../../lib/platform/vault';
import { connectAccount, draftKeyPair, unlockAccount } from '../../lib/sync/connect-account';
import type { ConnectEnv } from '../../lib/sync/connect-env';
import { disconnectAccount, setExportsOwner } from '../../lib/sync/disconnect-account';
import { backgroundEnv, hasConsent } from './env';
import { runSyncs } from './syncs';

/** One at a time: who disconnects while a key is being proved is heard after that. */
async function alone<T>(work: (env: ConnectEnv) => Promise<T>): Promise<T> {
  const env: ConnectEnv = {
    ...(await backgroundEnv()),
    vault,
    agreed: hasConsent,
    locksAt: async () => Date.now() + (await readSettings()).lockHours * HOUR_MS,
    syncSoon: () => void runSyncs(false),
  };
  return navigator.locks.request('connections', () => work(env));
}

type About = 'new-key' | 'connect' | 'disconnect' | 'owns-exports' | 'unlock' | 'lock' | 'sync-now';

/** What our own pages ask about connections. What was typed is taken before anything else can fail. */
export const CONNECTION_HANDLERS: Handlers<Pick<PageContract, About>> = {
  'new-key': () => alone(draftKeyPair),
  connect: async question => {
    const typed = await vault.takeTyped(question.ticket);
    return alone(env => connectAccount(env, typed, question));
  },
  disconnect: async ({ id, rows }) => {
    await alone(env => disconnectAccount(env, id, rows));
    return DONE;
  },
  'owns-exports': async ({ id, on }) => {
    await alone(env => setExportsOwner(env, id, on));
    return DONE;
  },
  unlock: async ({ id, ticket }) => {
    const typed = await vault.takeTyped(ticket);
    return alone(env => unlockAccount(env, typed, id));
  },
  lock: async ({ id }) => {
    await alone(env => vault.lock(id).then(env.changed));
    return DONE;
  },
  'sync-now': async () => {
    await runSyncs(true);
    return DONE;
  },
};
