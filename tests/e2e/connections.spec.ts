import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { violations } from '../browser/accessibility.ts';
import { account, Binance, type IncomeRow } from '../browser/binance.ts';
import { BUILD, BUILD_E2E, launch } from '../browser/launch.ts';
import { begin, expect, figure, test } from './app.ts';
import { connectAccount, PASSPHRASE, serve } from './connected.ts';

const DAY = 86_400_000;
const income = (time: number, amount: string, id: number, incomeType = 'COMMISSION_REBATE'): IncomeRow => ({
  incomeType,
  income: amount,
  asset: 'USDT',
  time,
  tranId: `9007199254740993${id}`,
});

test('the build for tests differs from the shipped one by the hosts it has from the start, and by nothing else', async () => {
  const files = (root: string) =>
    readdirSync(root, { recursive: true, withFileTypes: true })
      .filter(entry => entry.isFile())
      .map(entry => `${entry.parentPath}/${entry.name}`.slice(root.length + 1))
      .sort();
  expect(files(BUILD_E2E)).toEqual(files(BUILD));
  for (const file of files(BUILD)) {
    if (file === 'manifest.json') continue;
    expect(readFileSync(`${BUILD_E2E}/${file}`).equals(readFileSync(`${BUILD}/${file}`)), file).toBe(true);
  }
  const [shipped, forTests] = [BUILD, BUILD_E2E].map(root =>
    JSON.parse(readFileSync(`${root}/manifest.json`, 'utf8')),
  );
  const { host_permissions: granted, ...rest } = forTests;
  const { host_permissions: least, ...same } = shipped;
  expect(rest).toEqual(same);
  expect(least).toEqual(['https://www.binance.com/*']);
  expect(granted).toEqual([...least, ...shipped.optional_host_permissions]);
});

test('connect, sync, and the popup knows today; a key with power is refused by name; disconnecting erases', async () => {
  const now = Date.now();
  const mine = account({
    rebates: [
      { asset: 'USDT', type: 1, amount: '1.5', updateTime: now - 10 * DAY },
      { asset: 'BTC', type: 1, amount: '0.0001', updateTime: now - 9 * DAY },
      { asset: 'USDT', type: 2, amount: '9', updateTime: now - 9 * DAY },
    ],
    usdm: [income(now - 3 * DAY, '2.25', 1), income(now - 90_000, '0.12345678', 2)],
  });
  const binance = new Binance([mine]);
  binance.prices = { BTCUSDT: () => '50000' };
  mine.permissions.enableWithdrawals = true;
  const server = await serve(binance);
  const app = await launch({ args: server.args, build: BUILD_E2E });
  try {
    const page = await begin(app);
    const connect = async () => {
      await page.getByLabel('API key').fill(mine.apiKey);
      await page.getByLabel('API secret').fill(mine.secret!);
      await page.getByLabel('Passphrase').fill(PASSPHRASE);
      await page.getByRole('button', { name: 'Connect', exact: true }).click();
    };
    await page.getByRole('button', { name: 'Connect account' }).click();
    await page.getByLabel('Locked', { exact: true }).check();
    await connect();
    await expect(page.getByRole('alert')).toContainText('enableWithdrawals');
    await expect(page.getByLabel('API secret')).toHaveValue('');
    expect(binance.log.some(at => at.includes('taxQuery'))).toBe(false);

    mine.permissions.enableWithdrawals = false;
    await connect();
    const card = page.getByRole('article', { name: 'My account' });
    await expect(card).toContainText('Unlocked until');
    await expect(card.getByRole('row', { name: /USD-M/ })).toContainText('Fresh', { timeout: 30_000 });
    expect(await violations(page)).toEqual([]);
    for (const width of [360, 768, 1280]) {
      await page.setViewportSize({ width, height: 900 });
      expect(
        await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
      ).toBeLessThanOrEqual(0);
    }
    await page.getByRole('link', { name: 'Overview' }).click();
    await page.goto(`${app.origin}/dashboard.html#/overview?period=all`);
    // 1.5 + 0.0001 × 50,000 + 2.25 + 0.12345678; kickback is no income.
    await expect(figure(page, 'commission')).toHaveAttribute('value', '8.87345678', { timeout: 60_000 });

    const popup = await app.open('popup.html');
    await expect(
      figure(popup, 'commission', 'today')
        .or(figure(popup, 'commission', 'yesterday'))
        .first(),
    ).toBeVisible();
    mine.usdm.push(income(Date.now() - 61_000, '100', 3));
    await page.goto(`${app.origin}/dashboard.html#/data`);
    await page.getByRole('button', { name: 'Sync now' }).click();
    await expect(page.getByRole('button', { name: 'Sync now' })).toBeEnabled({ timeout: 30_000 });
    await page.goto(`${app.origin}/dashboard.html#/overview?period=all`);
    await expect(figure(page, 'commission')).toHaveAttribute('value', '108.87345678');
    // The open popup has heard of it.
    const figures = popup.locator('data[data-metric="commission"]');
    await expect
      .poll(async () =>
        figures.evaluateAll(all => all.map(e => Number(e.getAttribute('value'))).some(v => v >= 100)),
      )
      .toBe(true);

    // The badge is off until wanted.
    const badge = () =>
      page.evaluate(() =>
        (
          globalThis as unknown as { chrome: { action: { getBadgeText(of: object): Promise<string> } } }
        ).chrome.action.getBadgeText({}),
      );
    expect(await badge()).toBe('');
    await page.goto(`${app.origin}/dashboard.html#/settings`);
    await page.getByLabel('Today’s commission').check();
    await expect.poll(badge).not.toBe('');
    await page.getByLabel('Nothing', { exact: true }).check();
    await expect.poll(badge).toBe('');

    // Locked, nothing is asked.
    await page.goto(`${app.origin}/dashboard.html#/data`);
    await card.getByRole('button', { name: 'Lock', exact: true }).click();
    await expect(card).toContainText('Nothing is asked until you unlock it.');
    const asked = binance.log.length;
    await page.getByRole('button', { name: 'Sync now' }).click();
    await expect(page.getByRole('button', { name: 'Sync now' })).toBeEnabled();
    expect(binance.log.length).toBe(asked);
    await card.getByLabel('Passphrase').fill('wrong horse battery');
    await card.getByRole('button', { name: 'Unlock' }).click();
    await expect(card.getByRole('alert')).toContainText('does not open it');
    await card.getByLabel('Passphrase').fill(PASSPHRASE);
    await card.getByRole('button', { name: 'Unlock' }).click();
    await expect(card).toContainText('Unlocked until');

    await card.getByRole('button', { name: 'Disconnect' }).click();
    await card.getByRole('button', { name: 'Disconnect and keep its commissions' }).click();
    await expect(card.getByRole('button', { name: 'Connect again' })).toBeVisible();
    await page.goto(`${app.origin}/dashboard.html#/overview?period=all`);
    await expect(figure(page, 'commission')).toHaveAttribute('value', '108.87345678');
    const left = await page.evaluate(async () => {
      const db = await new Promise<IDBDatabase>(done => {
        const open = indexedDB.open('referral-dashboard-pro');
        open.onsuccess = () => done(open.result);
      });
      return new Promise<string>(done => {
        const all = db.transaction('connections').objectStore('connections').getAll();
        all.onsuccess = () => done(JSON.stringify(all.result));
      });
    });
    expect(left).toContain('"is":"none"');
    expect(binance.peak).toBeLessThanOrEqual(0.5);
  } finally {
    await app.close();
    await server.close();
  }
});

test('a key pair made here signs without a secret ever being typed', async () => {
  const mine = account({ secret: undefined, usdm: [income(Date.now() - 2 * DAY, '3', 1)] });
  const binance = new Binance([mine]);
  const server = await serve(binance);
  const app = await launch({ args: server.args, build: BUILD_E2E });
  try {
    const page = await begin(app);
    await page.getByRole('button', { name: 'Connect account' }).click();
    await page.getByLabel('Key pair made here').check();
    await expect(page.getByLabel('API secret')).toHaveCount(0);
    await page.getByRole('button', { name: 'Make a key pair' }).click();
    mine.publicKey = await page.getByLabel('Public key to register at Binance').inputValue();
    expect(mine.publicKey).toMatch(/^-----BEGIN PUBLIC KEY-----/);
    await page.getByLabel('API key').fill(mine.apiKey);
    await page.getByRole('button', { name: 'Connect', exact: true }).click();
    await page.goto(`${app.origin}/dashboard.html#/overview?period=all`);
    await expect(figure(page, 'commission')).toHaveAttribute('value', '3', { timeout: 30_000 });
  } finally {
    await app.close();
    await server.close();
  }
});

/** How often any spelling of a secret stands in the files of a folder. */
function findSecret(folder: string, secret: string): string[] {
  const bytes = Buffer.from(secret);
  const spellings: Record<string, Buffer> = {
    'utf-8': bytes,
    'utf-16': Buffer.from(secret, 'utf16le'),
    'utf-16be': Buffer.from(secret, 'utf16le').swap16(),
    hex: Buffer.from(bytes.toString('hex')),
    HEX: Buffer.from(bytes.toString('hex').toUpperCase()),
    // Base64 of it wherever it stands in longer bytes: without the ends that its neighbours change.
    ...Object.fromEntries(
      [0, 1, 2].map(before => {
        const text = Buffer.concat([Buffer.alloc(before), bytes]).toString('base64');
        return [`base64 at ${before}`, Buffer.from(text.slice(before === 0 ? 0 : 4, -4))];
      }),
    ),
  };
  const found: string[] = [];
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const content = readFileSync(join(entry.parentPath, entry.name));
    for (const [spelling, needle] of Object.entries(spellings)) {
      if (content.includes(needle)) found.push(`${entry.name}: ${spelling}`);
    }
  }
  return found;
}

for (const how of ['Locked', 'Convenient'] as const) {
  test(`a secret kept ${how === 'Locked' ? 'locked is nowhere in the profile' : 'convenient is found by the same search'}`, async () => {
    const secret = 'Kanarienvogel7x9QpLm2ZtRw5YbNc8VdHg3KfJs6TaUe1XoIi4BrCyMzPqDhGlSn';
    const mine = account({ secret, usdm: [income(Date.now() - 2 * DAY, '3', 1)] });
    const server = await serve(new Binance([mine]));
    const profile = test.info().outputPath('profile');
    const start = () => launch({ args: server.args, build: BUILD_E2E, profile });
    try {
      let app = await start();
      const page = await begin(app);
      await connectAccount(page, mine, how);
      const card = page.getByRole('article', { name: 'My account' });
      await expect(card.getByRole('row', { name: /USD-M/ })).toContainText('Fresh', { timeout: 30_000 });
      if (how === 'Locked') {
        await card.getByRole('button', { name: 'Lock', exact: true }).click();
        await expect(card).toContainText('Nothing is asked until you unlock it.');
        expect(findSecret(profile, secret), 'after lock').toEqual([]);
      }
      await app.close();
      if (how === 'Convenient') {
        // Said plainly in the form, and here is the proof that the search would find it.
        expect(findSecret(profile, secret).length).toBeGreaterThan(0);
        return;
      }
      expect(findSecret(profile, secret), 'after exit').toEqual([]);

      // After a restart it is locked, and unlocks.
      app = await start();
      const again = await app.open('dashboard.html#/data');
      const same = again.getByRole('article', { name: 'My account' });
      await expect(same).toContainText('Nothing is asked until you unlock it.');
      await same.getByLabel('Passphrase').fill(PASSPHRASE);
      await same.getByRole('button', { name: 'Unlock' }).click();
      await expect(same).toContainText('Unlocked until');
      mine.usdm.push(income(Date.now() - 61_000, '4', 2));
      await again.getByRole('button', { name: 'Sync now' }).click();
      await again.goto(`${app.origin}/dashboard.html#/overview?period=all`);
      await expect(figure(again, 'commission')).toHaveAttribute('value', '7', { timeout: 30_000 });
      await app.close();
      expect(findSecret(profile, secret), 'after the second exit').toEqual([]);
    } finally {
      await server.close();
      rmSync(profile, { recursive: true, force: true });
    }
  });
}

test('a ban holds over a restart of the browser: nothing is asked before it ends', async () => {
  const mine = account({ usdm: [income(Date.now() - 2 * DAY, '3', 1)] });
  const binance = new Binance([mine]);
  const server = await serve(binance);
  const profile = test.info().outputPath('profile');
  const start = () => launch({ args: server.args, build: BUILD_E2E, profile });
  try {
    let app = await start();
    const page = await begin(app);
    let banned = false;
    binance.fault = ({ url }) => {
      if (banned || !url.host.startsWith('fapi')) return undefined;
      banned = true;
      return 'banned';
    };
    await connectAccount(page, mine, 'Convenient');
    const way = (of: typeof page) =>
      of.getByRole('article', { name: 'My account' }).getByRole('row', { name: /USD-M/ });
    await expect(way(page)).toContainText('Binance has banned this address', { timeout: 30_000 });
    await app.close();

    app = await start();
    const again = await app.open('dashboard.html#/data');
    await expect(way(again)).toContainText('Binance has banned this address');
    for (let press = 0; press < 3; press++) {
      await again.getByRole('button', { name: 'Sync now' }).click();
      await expect(again.getByRole('button', { name: 'Sync now' })).toBeEnabled({ timeout: 30_000 });
    }
    expect(binance.duringBan).toBe(0);
    await app.close();
  } finally {
    await server.close();
  }
});
