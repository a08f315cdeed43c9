import { readFileSync } from 'node:fs';
import { unzipSync } from 'fflate';
import type { Launched } from '../browser/launch.ts';
import { serveFiles } from '../browser/static-server.ts';
import { begin, csv, expect, importFiles } from './app.ts';
import { STRICT, test, visitFirefox, WIDGET } from './widget-site.ts';

/** A ledger of two referrals, a code and a name on the Publish page; and how to take what it offers as a file. */
async function publish(app: Launched) {
  const page = await begin(app, '#/data');
  const head =
    "Order Type,Friend's ID(Spot),Friend's sub ID (Spot),Commission Asset,Commission Earned,Commission Earned (USDT),Commission Time,Registration Time,Referral ID";
  const row = (id: number, amount: string, month: string) =>
    `spot,${id},"",USDT,${amount},${amount},2025-${month}-03 07:49:33,2024-03-31 21:58:24,SECRETCHANNEL`;
  await importFiles(page, [
    csv('a.csv', [head, row(777001, '314.15926535', '05'), row(777002, '27.18281828', '06')].join('\n')),
  ]);
  await page.goto(`${app.origin}/dashboard.html#/links`);
  await page.getByLabel('Referral code').fill('MYCODE1');
  await page.getByRole('button', { name: 'Add code' }).click();
  await page.goto(`${app.origin}/dashboard.html#/publish`);
  await page.getByLabel('Your name').fill('Kim & <b>Co</b>');
  await page.getByLabel('Your name').blur();
  const preview = page.locator('referral-card').first();
  await expect(preview.locator('.name')).toHaveText('Kim & <b>Co</b>');
  await expect(preview.locator('a.join')).toHaveAttribute('href', 'https://www.binance.com/join?ref=MYCODE1');

  const take = async (button: string) => {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: button }).click(),
    ]);
    return readFileSync(await download.path());
  };
  return { page, take };
}

test('published from the dashboard: what was ticked and nothing else', async ({ app }) => {
  const { page, take } = await publish(app);
  // Nothing ticked: no figure in it. Nothing of the ledger ever.
  const files = unzipSync(await take('Download zip'));
  expect(Object.keys(files).sort()).toEqual(['README.txt', 'index.html', 'snapshot.json', 'widget.js']);
  const snapshot = JSON.parse(Buffer.from(files['snapshot.json']).toString());
  expect(Object.keys(snapshot).sort()).toEqual(
    ['accent', 'campaigns', 'code', 'figures', 'lang', 'layout', 'name', 'rtl', 'theme', 'v', 'words'].sort(),
  );
  expect(snapshot.figures).toEqual({});
  expect(Buffer.from(files['widget.js']).equals(Buffer.from(WIDGET))).toBe(true);
  const everything = Object.values(files)
    .map(bytes => Buffer.from(bytes).toString())
    .join();
  for (const secret of ['777001', '777002', '314', '27.18', 'SECRETCHANNEL'])
    expect(everything.replace(WIDGET, '')).not.toContain(secret);

  await expect(page.getByText('Nothing has changed since it was published.')).toBeVisible();
  await page.getByLabel('Number of referrals').check();
  await expect(page.getByText('Referrals added: 2')).toBeVisible();
  const again = JSON.parse((await take('Download snapshot.json')).toString());
  expect({ ...again, figures: {} }).toEqual(snapshot);
  expect(again.figures).toEqual({ referrals: 2 });
});

test('what was published is shown from any server under the strictest policy, in Chromium and Firefox', async ({
  app,
  visit,
}) => {
  test.setTimeout(150_000);
  const { take } = await publish(app);
  const files = unzipSync(await take('Download zip'));
  const site = await serveFiles(
    Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name, bytes])),
    { 'content-security-policy': STRICT },
  );
  try {
    const visited = await visit(site);
    const card = visited.page.locator('referral-card');
    await expect(card.locator('.name')).toHaveText('Kim & <b>Co</b>');
    await expect(card.getByText('I may earn a commission')).toBeVisible();
    await card.getByRole('button', { name: 'Copy: MYCODE1' }).click();
    await expect(card.getByRole('status')).toHaveText('Copied');
    expect(await visited.page.evaluate(() => navigator.clipboard.readText())).toBe('MYCODE1');
    expect(visited.noise).toEqual([]);
    expect(site.asked.filter(path => path !== 'favicon.ico')).toEqual([
      'index.html',
      'widget.js',
      'snapshot.json',
    ]);
    expect(
      await visited.page.evaluate(() => [document.cookie, localStorage.length, sessionStorage.length]),
    ).toEqual(['', 0, 0]);
    await visited.close();
    // The very same files in Firefox.
    const other = await visitFirefox(site);
    expect(other).toMatchObject({
      name: 'Kim & <b>Co</b>',
      links: ['https://www.binance.com/join?ref=MYCODE1'],
      code: 'MYCODE1',
      wide: true,
      noise: [],
    });
    expect(other.qr).toBeGreaterThan(500);
    // Without JavaScript it is the plain link.
    const plain = await visit(site, '', { javaScriptEnabled: false });
    await expect(plain.page.getByRole('link', { name: 'Join Binance' })).toHaveAttribute(
      'href',
      'https://www.binance.com/join?ref=MYCODE1',
    );
    await plain.close();
  } finally {
    await site.close();
  }
});

test('published as one file it shows itself in a frame without any right but scripts', async ({
  app,
  visit,
}) => {
  const { page, take } = await publish(app);
  await page.getByLabel('Number of referrals').check();
  await expect(page.getByLabel('Number of referrals')).toBeChecked();
  // One file, for frames without any right but scripts.
  const single = await take('Download single page');
  const frame = await serveFiles({
    'index.html':
      '<!doctype html><iframe src="card.html" sandbox="allow-scripts" width="400" height="500"></iframe>',
    'card.html': single,
  });
  try {
    const visited = await visit(frame);
    await expect(visited.page.frameLocator('iframe').locator('referral-card .name')).toHaveText(
      'Kim & <b>Co</b>',
    );
    expect(frame.asked.filter(path => path !== 'favicon.ico')).toEqual(['index.html', 'card.html']);
    await visited.close();
  } finally {
    await frame.close();
  }
});
