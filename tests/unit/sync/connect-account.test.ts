import { expect, test, vi } from 'vitest';
import type { ConnectRequest, Typed } from '../../../lib/domain/connect';
import { deleteConnection, putConnection, readConnections, readSync } from '../../../lib/store/connections';
import { connectAccount, draftKeyPair, unlockAccount } from '../../../lib/sync/connect-account';
import type { ConnectEnv } from '../../../lib/sync/connect-env';
import { disconnectAccount, setExportsOwner } from '../../../lib/sync/disconnect-account';
import { proveKey } from '../../../lib/sync/prove-key';
import { type Account, READ_ONLY } from '../../browser/binance.ts';
import { connection, harness, NOW } from './sync-harness';

vi.mock('wxt/browser', async () => ({ browser: (await import('../fake-browser')).fakeBrowser() }));
const vault = await import('../../../lib/platform/vault');
const { browser } = await import('wxt/browser');

const TYPED: Typed = { apiKey: 'k'.repeat(64), secret: 's'.repeat(64), passphrase: 'correct horse' };
const CONVENIENT: ConnectRequest = { label: 'Main', how: 'convenient' };

/** An extension without any connection, and a Binance that knows one account. */
async function begin(of: Partial<Account> = {}) {
  const here = await harness(of);
  await browser.storage.session.remove(Object.keys(await browser.storage.session.get(null)));
  await deleteConnection(here.db, here.me.id);
  const synced = { times: 0 };
  const env: ConnectEnv = {
    ...here.env,
    vault,
    agreed: async () => true,
    locksAt: async () => here.clock.now + 3_600_000,
    syncSoon: () => {
      synced.times++;
    },
  };
  const unlocked = async () => Object.keys(await vault.unlockedUntil(0));
  /** Everything that connecting can leave behind. */
  const left = async () => [
    ...(await readConnections(here.db)),
    ...(await here.db.getAll('syncs')),
    ...(await unlocked()),
  ];
  return { ...here, env, synced, left, unlocked };
}

const refused = (refusal: object) => ({ is: 'refused', refusal });
test.each<[string, Partial<Account>, Partial<Typed>, object]>([
  [
    'a key that may withdraw',
    { permissions: { ...READ_ONLY, enableWithdrawals: true } },
    {},
    refused({ is: 'powers', powers: ['enableWithdrawals'] }),
  ],
  [
    'several powers, each by its name',
    { permissions: { ...READ_ONLY, enableMargin: true, enableTeleport: true } },
    {},
    refused({ is: 'powers', powers: ['enableMargin', 'enableTeleport'] }),
  ],
  ['an answer that proves nothing', { permissions: {} }, {}, refused({ is: 'unreadable' })],
  ['a secret that is not the key’s', {}, { secret: 'x'.repeat(64) }, refused({ is: 'signature' })],
  ['a key nobody knows', {}, { apiKey: 'unknown' }, refused({ is: 'key' })],
])('%s is refused, and nothing is stored', async (_, account, typed, fault) => {
  const { env, left, synced } = await begin(account);
  for (const how of ['convenient', 'locked'] as const) {
    const asked = await connectAccount(env, { ...TYPED, ...typed }, { label: 'Main', how });
    expect(asked).toEqual({ ok: false, fault });
  }
  expect(await left()).toEqual([]);
  expect(synced.times).toBe(0);
});

test('the check for what is left behind sees a connection that is stored before its proof', async () => {
  const { env, left } = await begin({ permissions: {} });
  await putConnection(env.db, connection());
  expect(
    (await proveKey(env, vault.hmacSigner(TYPED.apiKey, await vault.importSecret(TYPED.secret)))).is,
  ).toBe('refused');
  expect(await left()).not.toEqual([]);
});

test('what was not typed, a key pair that waits no more, and consent withdrawn meanwhile store nothing', async () => {
  const { env, left, binance } = await begin();
  const fault = async (asked: ReturnType<typeof connectAccount>) => {
    const result = await asked;
    return result.ok ? undefined : result.fault;
  };
  expect(await fault(connectAccount(env, undefined, CONVENIENT))).toEqual({ is: 'nothing typed' });
  const pair = { label: 'Main', how: 'key-pair' as const, draft: 'gone' };
  expect(await fault(connectAccount(env, TYPED, pair))).toEqual({ is: 'no key pair' });
  // Neither has been worth a request.
  expect(binance.log).toEqual([]);
  const erased = { ...env, agreed: async () => false };
  expect(await fault(connectAccount(erased, TYPED, CONVENIENT))).toEqual({ is: 'erased' });
  const offline = { ...env, fetch: () => Promise.reject(new TypeError('fetch failed')) };
  expect(await fault(connectAccount(offline, TYPED, CONVENIENT))).toEqual({ is: 'away', why: 'offline' });
  expect(await left()).toEqual([]);
});

test('a key that can only read is kept as the user wants it, proved at that moment, and synced', async () => {
  const { env, db, synced, unlocked, clock } = await begin();
  expect(await connectAccount(env, TYPED, CONVENIENT)).toEqual({ ok: true, value: undefined });
  expect(await connectAccount(env, TYPED, { label: 'Second', how: 'locked' })).toMatchObject({ ok: true });
  const [first, second] = await readConnections(db);
  expect(first.credential).toMatchObject({ is: 'hmac', apiKey: TYPED.apiKey });
  expect(second.credential.is).toBe('locked');
  // Sealed: neither key nor secret nor passphrase stands in what is stored.
  for (const text of Object.values(TYPED)) expect(JSON.stringify(second)).not.toContain(text);
  // It is open for now.
  expect(await unlocked()).toEqual([second.id]);
  // Imported files are of one account at most.
  expect([first.ownsExports, second.ownsExports]).toEqual([true, false]);
  expect((await readSync(db, first.id)).checkedAt).toBeLessThanOrEqual(clock.now);
  expect((await readSync(db, first.id)).checkedAt).toBeGreaterThan(NOW);
  expect(synced.times).toBe(2);
});

test('a locked connection opens with its passphrase alone', async () => {
  const { env, db, unlocked } = await begin();
  await connectAccount(env, TYPED, { label: 'Main', how: 'locked' });
  const [{ id }] = await readConnections(db);
  await vault.lock(id);
  const wrong = { ...TYPED, passphrase: 'another horse' };
  expect(await unlockAccount(env, wrong, id)).toEqual({ ok: false, fault: { is: 'wrong passphrase' } });
  expect(await unlockAccount(env, undefined, id)).toEqual({ ok: false, fault: { is: 'nothing typed' } });
  expect(await unlockAccount(env, TYPED, 'another')).toEqual({ ok: false, fault: { is: 'not locked' } });
  expect(await unlocked()).toEqual([]);
  expect(await unlockAccount(env, TYPED, id)).toEqual({ ok: true, value: undefined });
  expect(await unlocked()).toEqual([id]);
});

test('a key pair waits as one draft until it is connected, and leaves none', async () => {
  const { env, db, mine } = await begin();
  const made = await draftKeyPair(env);
  expect(await draftKeyPair(env)).toEqual(made);
  if (!made.ok) throw new Error('no key pair');
  expect(await readConnections(db)).toMatchObject([{ draft: true, credential: { apiKey: '' } }]);
  // The user registers it with Binance.
  Object.assign(mine, { secret: undefined, publicKey: made.value.publicKey });
  const request = { label: 'Pair', how: 'key-pair' as const, draft: made.value.id };
  expect(await connectAccount(env, { ...TYPED, secret: '' }, request)).toMatchObject({ ok: true });
  const connections = await readConnections(db);
  expect(connections).toMatchObject([
    { label: 'Pair', ownsExports: true, credential: { is: 'ed25519', apiKey: TYPED.apiKey } },
  ]);
  expect(connections[0].draft).toBeUndefined();
});

test('disconnected, a record without anything that signs stays; connected again it is the same account', async () => {
  const { env, db, unlocked } = await begin();
  await connectAccount(env, TYPED, { label: 'Main', how: 'locked' });
  const [before] = await readConnections(db);
  await disconnectAccount(env, before.id, 'keep');
  expect(await readConnections(db)).toEqual([{ ...before, credential: { is: 'none' } }]);
  expect(await unlocked()).toEqual([]);
  await connectAccount(env, TYPED, { label: 'Main again', how: 'convenient', again: before.id });
  expect(await readConnections(db)).toMatchObject([
    { id: before.id, addedAt: before.addedAt, ownsExports: true, label: 'Main again' },
  ]);
  await disconnectAccount(env, before.id, 'drop');
  expect(await readConnections(db)).toEqual([]);
});

test('the imported files are of one account at most', async () => {
  const { env, db } = await begin();
  await connectAccount(env, TYPED, CONVENIENT);
  await connectAccount(env, TYPED, { ...CONVENIENT, label: 'Second' });
  const [first, second] = await readConnections(db);
  const owners = async () => (await readConnections(db)).filter(c => c.ownsExports).map(c => c.id);
  expect(await owners()).toEqual([first.id]);
  await setExportsOwner(env, second.id, true);
  expect(await owners()).toEqual([second.id]);
  await setExportsOwner(env, second.id, false);
  expect(await owners()).toEqual([]);
});
