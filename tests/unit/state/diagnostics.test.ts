import { beforeAll, expect, test, vi } from 'vitest';
import { FAULTS_KEPT } from '../../../lib/domain/fault-note';
import { changeSync, putConnection } from '../../../lib/store/connections';
import { changeFeed } from '../../../lib/store/feed';
import { writeEntries } from '../../../lib/store/notebook';
import { openDatabase } from '../../../lib/store/schema';
import { exportText } from '../../browser/export-file';
import { fakeLocks } from '../fake-browser';
import { csvFile, importInto, memoryDatabase } from '../memory-ledger';

vi.mock('wxt/browser', async () => ({
  browser: {
    ...(await import('../fake-browser')).fakeBrowser(),
    runtime: { getManifest: () => ({ version: '9.8.7' }) },
    permissions: {
      getAll: async () => ({ permissions: ['storage'], origins: ['https://api.binance.com/*'] }),
    },
  },
}));
vi.stubGlobal('navigator', {
  userAgent: 'Test Browser 1.0',
  languages: ['en'],
  locks: fakeLocks(),
  storage: { estimate: async () => ({ usage: 3 << 20, quota: 9 * 2 ** 30 }) },
});
const { browser } = await import('wxt/browser');
const vault = await import('../../../lib/platform/vault');
const { reportFault, readFaults } = await import('../../../lib/platform/fault-log');
const { changeSettings } = await import('../../../lib/platform/settings');
const { makeDiagnostics } = await import('../../../lib/state/diagnostics');

const NOW = Date.UTC(2026, 10, 22, 13);
const ID = 'c0ffee00-1111-4222-8333-444455556666';
/** What is the user's, as it is stored. None of it may be in a report. */
const CANARIES = {
  friend: '990011223344',
  sub: 'sub7canary',
  code: 'CANARY_CODE_1',
  amount: '1234.56789012',
  units: '123456789012',
  value: '9876.54321098',
  file: 'canary-file-of-mine',
  tag: 'canary tag',
  note: 'canary note',
  programme: 'canary programme',
  campaign: 'canary campaign',
  label: 'Canary Account',
  id: ID,
  apiKey: 'CanaryApiKey',
  sealed: 'CanarySealed',
  publicKey: 'CanaryPublicKey',
  power: 'enableCanary',
  unlock: 'CanaryUnlock',
  typed: 'CanarySecret',
  page: 'canary-quiet-page',
  message: 'canary message',
} as const;
const found = (text: string) => Object.values(CANARIES).filter(canary => text.includes(canary));

/** Everything there is, as text. */
async function everything(): Promise<string> {
  const db = await openDatabase();
  const stores = await Promise.all(
    [...db.objectStoreNames].map(async name => [await db.getAllKeys(name), await db.getAll(name)]),
  );
  db.close();
  const areas = [await browser.storage.local.get(null), await browser.storage.session.get(null)];
  return JSON.stringify([stores, areas], (_, value) =>
    typeof value === 'bigint'
      ? String(value)
      : ArrayBuffer.isView(value)
        ? [...(value as BigInt64Array)]
        : value,
  );
}

async function seed(): Promise<void> {
  const { friend, sub, code, amount, value, file, label, apiKey, sealed, publicKey, power, unlock } =
    CANARIES;
  const db = await memoryDatabase();
  const stamp = '2026-11-21 10:00:00';
  const row = { type: 'spot', friend, sub, asset: 'USDT', earned: amount, value, time: stamp };
  const text = exportText([{ ...row, registered: stamp, code }]);
  await importInto(db, [csvFile(`${file}.csv`, text)], { batch: 'b', now: () => NOW });
  await writeEntries(db, 'referrals', { [friend]: { note: CANARIES.note, tags: [CANARIES.tag] } as never });
  await writeEntries(db, 'programmes', { p: { name: CANARIES.programme } as never });
  await changeFeed(db, feed => ({
    ...feed,
    campaigns: { x: { title: CANARIES.campaign, kind: 'other', url: 'https://www.binance.com/x' } },
    trouble: { at: NOW, why: 'server', until: NOW },
  }));
  const connection = { label, addedAt: NOW, ownsExports: true };
  const key = {} as CryptoKey;
  await putConnection(db, { ...connection, id: ID, credential: { is: 'hmac', apiKey, key } });
  const locked = { rounds: 900_000, salt: sealed, iv: sealed, data: sealed };
  await putConnection(db, { ...connection, id: `${ID}-2`, credential: { is: 'locked', sealed: locked } });
  const pair = { is: 'ed25519' as const, apiKey, key, publicKey };
  await putConnection(db, { ...connection, id: `${ID}-3`, credential: pair, draft: true });
  await changeSync(db, ID, () => ({
    checkedAt: NOW,
    refused: { is: 'powers', powers: [power] },
    trouble: { why: 'banned', until: NOW + 60_000, tries: 2 },
    ways: { spot: { at: NOW, rejected: 3, trouble: { why: 'clock', until: NOW, tries: 1 } } },
  }));
  await changeSync(db, `${ID}-2`, () => ({ refused: { is: 'twice', label }, ways: {} }));
  db.close();
  await vault.keepUnlocked(`${ID}-2`, unlock, NOW + 60_000);
  await vault.layDown({ apiKey, secret: CANARIES.typed, passphrase: CANARIES.typed });
  await changeSettings(now => ({
    ...now,
    codes: [code],
    defaultCode: code,
    consentAt: 1,
    quietPages: [CANARIES.page],
    currency: CANARIES.label,
    badge: 'referrals' as const,
  }));
  const error = new TypeError(`${CANARIES.message} at x (chrome-extension://abc/${CANARIES.file}.js:1:2)`);
  error.stack = `TypeError: ${error.message}\n    at go (chrome-extension://abcdef/chunks/background-x1.js:3:404)`;
  reportFault('sync', error);
  reportFault('ledger', { is: 'unknown', detail: CANARIES.message });
  reportFault(
    'badge',
    Object.assign(new Error(CANARIES.message), { name: `${CANARIES.code}!`, stack: undefined }),
  );
  reportFault('menu', CANARIES.message);
  await vi.waitFor(async () => expect(await readFaults()).toHaveLength(4));
}

beforeAll(seed);

test('a report tells how things are and nothing that is the user’s', async () => {
  const text = await makeDiagnostics(NOW);
  expect(found(text)).toEqual([]);
  expect(text).toContain('Referral Dashboard Pro 9.8.7, 2026-11-22T13:00:00Z');
  expect(text).toContain('browser: Test Browser 1.0');
  expect(text).toContain(
    'permissions: storage\nhosts: https://api.binance.com/*\nstorage: 3.0 MB of 9216.0 MB',
  );
  expect(text).toContain('currency base, on: badge, codes 1');
  expect(text).toContain('ledger: real, generation 1, months 1, chunks 1, referrals 1, imports 1');
  expect(text).toContain('rows: exports=1 statements=0 connections=0');
  expect(text).toContain('campaigns: 1, server');
  expect(text).toContain(
    'connection 1: convenient, owns exports, refused: powers, proved 2026-11-22T13:00:00Z, banned until 2026-11-22T13:01:00Z (try 2)',
  );
  expect(text).toContain('spot: read 2026-11-22T13:00:00Z, not whole, rejected 3, clock until');
  expect(text).toContain('connection 2: locked, unlocked, owns exports, refused: twice, proved never');
  expect(text).toContain('connection 3: key-pair, draft');
  // Of an error its name and its place in our own files.
  expect(text).toContain('sync: TypeError at background-x1.js:3:404');
  expect(text).toMatch(/ledger: unknown\n.* badge: Error\n.* menu: Error$/);
});

test('the control: every canary is stored, and the search finds it where it stands', async () => {
  // A typed secret and a message are kept nowhere but where they were put down: faults keep no message.
  expect(found(await everything()).sort()).toEqual(
    Object.entries(CANARIES)
      .filter(([what]) => !['amount', 'value', 'message'].includes(what))
      .map(([, canary]) => canary)
      .sort(),
  );
  // A report that simply held the records would be found out.
  const careless = `${await makeDiagnostics(NOW)}\n${await everything()}`;
  expect(found(careless).length).toBeGreaterThan(15);
});

test('the log keeps the last hundred', async () => {
  for (let n = 0; n < FAULTS_KEPT + 5; n++) reportFault('popup', new RangeError('x'));
  await vi.waitFor(async () => {
    const faults = await readFaults();
    expect(faults).toHaveLength(FAULTS_KEPT);
    expect(faults.every(fault => fault.where === 'popup' && fault.what.startsWith('RangeError'))).toBe(true);
  });
});
