import { createHmac, createPublicKey, verify } from 'node:crypto';
import { resolve } from 'node:path';
import { beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Credential, Sealed } from '../../../lib/domain/connection';
import type * as Vault from '../../../lib/platform/vault';
import { mutant, mutantName } from '../../mutants';
import { fakeBrowser } from '../fake-browser';

const { browser } = vi.hoisted(() => ({ browser: {} as ReturnType<typeof fakeBrowser> }));
vi.mock('wxt/browser', () => ({ browser }));
const vault = await import('../../../lib/platform/vault');

const ID = '00000000-0000-4000-8000-000000000001';
const OTHER = '00000000-0000-4000-8000-000000000002';
const NOW = Date.UTC(2026, 10, 22, 13);
const TYPED = { apiKey: 'the-key', secret: 'the secret: ü €', passphrase: 'correct horse' };
const PAYLOAD = 'symbol=BTCUSDT&timestamp=1';
const SIGNATURE = createHmac('sha256', TYPED.secret).update(PAYLOAD).digest('hex');

let sealed: Sealed;
let key: string;
beforeEach(() => {
  Object.assign(browser, fakeBrowser());
});
// Half a million rounds and more take a while: one box serves all.
beforeAll(async () => {
  ({ sealed, unlock: key } = await vault.seal(TYPED));
});

/** What a vault signs for a box with the unlocking key at hand; undefined when it does not open it. */
async function signed(by: typeof Vault, box: Sealed, unlock = key): Promise<string | undefined> {
  await by.keepUnlocked(ID, unlock, NOW + 1);
  const signer = await by.signerOf(ID, { is: 'locked', sealed: box }, NOW);
  return signer?.sign(PAYLOAD);
}

describe('a sealed secret', () => {
  test('signs again once it is unlocked with its passphrase', async () => {
    expect(await vault.signerOf(ID, { is: 'locked', sealed }, NOW)).toBeUndefined();
    expect(await vault.unlock(ID, sealed, TYPED.passphrase, NOW + 1)).toBe(true);
    const signer = await vault.signerOf(ID, { is: 'locked', sealed }, NOW);
    expect(signer).toMatchObject({ apiKey: TYPED.apiKey, account: ID });
    expect(await signer!.sign(PAYLOAD)).toBe(SIGNATURE);
  });

  test('is not unlocked by another passphrase, and nothing is kept of it', async () => {
    expect(await vault.unlock(ID, sealed, 'correct horsf', NOW + 1)).toBe(false);
    expect([...browser.storage.session.items.keys()]).toEqual([]);
  });

  test('a vault that does not look whether the box opened is caught', async () => {
    const broken = await mutant<typeof Vault>(
      'lib/platform/vault.ts',
      'if (!(await unseal(sealed, key))) return false;',
      '',
    );
    expect(await broken.unlock(ID, sealed, 'correct horsf', NOW + 1)).toBe(true);
  });

  test('shows nothing of what is in it, and is sealed another way each time', async () => {
    const again = await vault.seal(TYPED);
    expect(JSON.stringify(sealed)).not.toMatch(/the-key|secret|correct/);
    expect(again.sealed.salt).not.toBe(sealed.salt);
    expect(again.sealed.iv).not.toBe(sealed.iv);
    expect(again.sealed.data).not.toBe(sealed.data);
    expect(again.unlock).not.toBe(key);
  });

  test('takes a passphrase however its letters are composed', async () => {
    const box = await vault.seal({ ...TYPED, passphrase: 'caf\u00e9 \u2460' });
    expect(await vault.unlock(ID, box.sealed, 'cafe\u0301 1', NOW + 1)).toBe(true);
  });
});

const PASSPHRASE = resolve(import.meta.dirname, '../../../lib/platform/passphrase.ts');

describe('the floor of rounds', () => {
  test('is asked of every box before anything is derived', async () => {
    expect(sealed.rounds).toBeGreaterThanOrEqual(600_000);
    for (const rounds of [899_999, 1, 0, -1, Number.NEGATIVE_INFINITY]) {
      await expect(vault.unlock(ID, { ...sealed, rounds }, TYPED.passphrase, NOW + 1)).rejects.toThrow(
        'the number of rounds is not ours',
      );
    }
    expect([...browser.storage.session.items.keys()]).toEqual([]);
  });

  test('a vault without it is caught', async () => {
    const broken = await mutant<typeof Vault>(
      'lib/platform/vault.ts',
      "from './passphrase'",
      `from '${mutantName(PASSPHRASE, 'if (!(rounds >= ROUNDS', 'if (!(rounds >= 0')}'`,
    );
    const derived = await broken
      .unlock(ID, { ...sealed, rounds: 1 }, TYPED.passphrase, NOW + 1)
      .then(() => 'derived');
    expect(derived).toBe('derived');
  });
});

describe('a box that was tampered with', () => {
  const flip = (text: string, at: number) => {
    const bytes = Buffer.from(text, 'base64');
    bytes[at < 0 ? bytes.length + at : at] ^= 1;
    return bytes.toString('base64');
  };
  const TAMPERED: [string, (box: Sealed) => Sealed][] = [
    ['its first byte changed', box => ({ ...box, data: flip(box.data, 0) })],
    ['a byte of the key changed', box => ({ ...box, data: flip(box.data, 4) })],
    ['its seal changed', box => ({ ...box, data: flip(box.data, -1) })],
    ['its vector changed', box => ({ ...box, iv: flip(box.iv, 0) })],
    ['its end cut off', box => ({ ...box, data: box.data.slice(0, -8) })],
    ['nothing in it', box => ({ ...box, data: '' })],
    ['no base64 in it', box => ({ ...box, data: '%%%' })],
  ];

  test.each(TAMPERED)('does not open: %s', async (_, tamper) => {
    expect(await signed(vault, sealed)).toBe(SIGNATURE);
    expect(await signed(vault, tamper(sealed))).toBeUndefined();
  });

  test('one sealed without a seal opens all the same: that is caught', async () => {
    // CTR encrypts as GCM does, and proves nothing.
    const iv = Buffer.alloc(16, 7);
    const raw = Buffer.from(key, 'base64');
    const aes = await crypto.subtle.importKey('raw', raw, 'AES-CTR', false, ['encrypt']);
    const plain = new TextEncoder().encode(JSON.stringify([TYPED.apiKey, TYPED.secret]));
    const data = await crypto.subtle.encrypt({ name: 'AES-CTR', counter: iv, length: 64 }, aes, plain);
    const box = { ...sealed, iv: iv.toString('base64'), data: Buffer.from(data).toString('base64') };
    const broken = await mutant<typeof Vault>(
      'lib/platform/vault.ts',
      `{ name: 'AES-GCM', iv: bytesOfBase64(sealed.iv) },
      await aesKey(unlock),`,
      `{ name: 'AES-CTR', counter: bytesOfBase64(sealed.iv), length: 64 },
      await crypto.subtle.importKey('raw', bytesOfBase64(unlock), 'AES-CTR', false, ['decrypt']),`,
    );
    expect(await signed(broken, box)).toBe(SIGNATURE);
    expect(await signed(broken, { ...box, data: flip(box.data, 4) })).toBe(SIGNATURE);
  });
});

describe('unlocking', () => {
  test('ends at its time, though nothing has locked it', async () => {
    await vault.keepUnlocked(ID, key, NOW);
    expect(await vault.unlockedUntil(NOW - 1)).toEqual({ [ID]: NOW });
    expect(await vault.unlockedUntil(NOW)).toEqual({});
    expect(await vault.signerOf(ID, { is: 'locked', sealed }, NOW - 1)).toBeDefined();
    expect(await vault.signerOf(ID, { is: 'locked', sealed }, NOW)).toBeUndefined();
  });

  test('a vault that trusts its alarm to lock in time is caught', async () => {
    const broken = await mutant<typeof Vault>(
      'lib/platform/vault.ts',
      ' && (value as Unlocked).until > now',
      ' && now > 0',
    );
    await vault.keepUnlocked(ID, key, NOW);
    expect(await broken.signerOf(ID, { is: 'locked', sealed }, NOW)).toBeDefined();
  });

  test('of one connection does not open another', async () => {
    await vault.keepUnlocked(ID, key, NOW + 1);
    expect(await vault.signerOf(OTHER, { is: 'locked', sealed }, NOW)).toBeUndefined();
  });

  test('is taken back one by one, and nothing else with it', async () => {
    await vault.keepUnlocked(ID, key, NOW + 1);
    await vault.keepUnlocked(OTHER, key, NOW + 1);
    await vault.lock(ID);
    expect(Object.keys(await vault.unlockedUntil(NOW))).toEqual([OTHER]);
  });

  test('is cleared away when it is overdue, and only then', async () => {
    await vault.keepUnlocked(ID, key, NOW);
    await vault.keepUnlocked(OTHER, key, NOW + 1);
    await browser.storage.session.set({ stranger: 1 });
    expect(await vault.lockOverdue(NOW - 1)).toBe(false);
    expect(await vault.lockOverdue(NOW)).toBe(true);
    expect([...browser.storage.session.items.keys()]).toEqual([`unlocked ${OTHER}`, 'stranger']);
  });
});

describe('what was typed', () => {
  test('is taken once, with its ticket', async () => {
    const { ticket } = await vault.layDown(TYPED);
    expect(await vault.takeTyped('another ticket')).toBeUndefined();
    expect(await vault.takeTyped(ticket)).toEqual(TYPED);
    expect(await vault.takeTyped(ticket)).toBeUndefined();
  });

  test('is cleared away when nobody takes it', async () => {
    const { ticket, clear } = await vault.layDown(TYPED);
    await clear();
    expect(await vault.takeTyped(ticket)).toBeUndefined();
    expect(browser.storage.session.items.size).toBe(0);
  });
});

describe('keys', () => {
  test('of a pair sign what its public half verifies, and cannot be exported', async () => {
    const { key: own, publicKey } = await vault.newKeyPair();
    expect(own.extractable).toBe(false);
    const credential: Credential = { is: 'ed25519', apiKey: 'k', key: own, publicKey };
    const signature = await (await vault.signerOf(ID, credential, NOW))!.sign(PAYLOAD);
    const check = (text: string) =>
      verify(null, Buffer.from(text), createPublicKey(publicKey), Buffer.from(signature, 'base64'));
    expect(check(PAYLOAD)).toBe(true);
    expect(check(`${PAYLOAD}0`)).toBe(false);
  });

  test('of a pasted secret cannot be exported', async () => {
    const own = await vault.importSecret(TYPED.secret);
    expect(own.extractable).toBe(false);
    await expect(crypto.subtle.exportKey('raw', own)).rejects.toThrow();
    const signer = await vault.signerOf(ID, { is: 'hmac', apiKey: 'k', key: own }, NOW);
    expect(await signer!.sign(PAYLOAD)).toBe(SIGNATURE);
  });

  test('there are none where there is no credential', async () => {
    expect(await vault.signerOf(ID, { is: 'none' }, NOW)).toBeUndefined();
  });
});
