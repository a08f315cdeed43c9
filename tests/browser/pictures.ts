/** `npm run pictures`: the README's pictures, made from the real product with the demo ledger. */
import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { account, Binance } from './binance.ts';
import { drawn } from './drawn.ts';
import { exportRows, exportText, HEADER } from './export-file.ts';
import { BUILD_E2E, launch } from './launch.ts';
import { ours, stood } from './ours.ts';
import { API_HOSTS, sendHtml, standIn } from './stand-in.ts';

const root = resolve(import.meta.dirname, '../..');
const docs = join(root, 'docs');
mkdirSync(docs, { recursive: true });
execFileSync('npm', ['run', '-s', 'build:e2e'], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });

for (const colorScheme of ['light', 'dark'] as const) {
  const app = await launch({ colorScheme, deviceScaleFactor: 1.5, viewport: { width: 1280, height: 860 } });
  const page = await app.open('dashboard.html#/overview');
  await page.getByRole('button', { name: 'Try the demo' }).click();
  await page.locator('data[data-metric="commission"][value]').waitFor();
  await drawn(page);
  // What stands out of sight is not worked out: the whole page has to be in sight.
  await page.setViewportSize({
    width: 1280,
    height: await page.evaluate(() => document.documentElement.scrollHeight),
  });
  await page.getByRole('region', { name: 'Countries' }).getByRole('table').waitFor();
  await drawn(page);
  await page.screenshot({ path: join(docs, `overview-${colorScheme}.png`), fullPage: true });
  await page.setViewportSize({ width: 1280, height: 860 });

  if (colorScheme === 'light') {
    for (const [name, hash] of [
      ['referrals', '#/referrals'],
      ['income', '#/income/commissions'],
      ['campaigns', '#/campaigns/binance'],
    ]) {
      await page.goto(`${app.origin}/dashboard.html${hash}`);
      await drawn(page);
      await page.screenshot({ path: join(docs, `${name}.png`) });
    }
  }

  const popup = await app.open('popup.html');
  await popup.locator('data[data-metric="traders-spot"][value]').waitFor();
  await popup.setViewportSize({ width: 360, height: await popup.evaluate(() => document.body.scrollHeight) });
  await popup.screenshot({ path: join(docs, `popup-${colorScheme}.png`) });

  if (colorScheme === 'light') {
    const now = Date.now();
    const rows = [...exportRows({ rows: 12_408, referrals: 300, from: now - 80 * 86_400_000, to: now })];
    await page.goto(`${app.origin}/dashboard.html#/data`);
    const bad = `${HEADER}\r\nspot,42000007,"",USDT,0.1,O.10,2026-11-20 10:00:00,2026-01-01 00:00:00,bpcode\r\n`;
    await page.getByLabel('Import files').setInputFiles([
      {
        name: 'commission-part-1.csv',
        mimeType: 'text/csv',
        buffer: Buffer.from(exportText(rows.slice(0, 8_000))),
      },
      {
        name: 'commission-part-2.csv',
        mimeType: 'text/csv',
        buffer: Buffer.from(exportText(rows.slice(7_690))),
      },
      { name: 'typed by hand.csv', mimeType: 'text/csv', buffer: Buffer.from(bad) },
    ]);
    await page.getByRole('region', { name: 'Import receipt' }).waitFor();
    await page.getByText('1 row could not be read').click();
    await page.screenshot({ path: join(docs, 'import-receipt.png'), fullPage: true });
  }
  await app.close();
}
// A connected account, at the stand-in for Binance.
const now = Date.now();
const mine = account({
  usdm: Array.from({ length: 2_400 }, (_, i) => ({
    incomeType: 'COMMISSION_REBATE',
    income: (0.2 + (i % 17) / 10).toFixed(8),
    asset: 'USDT',
    time: now - 80 * 86_400_000 + i * 2_880_000,
    tranId: String(i),
  })),
});
const api = new Binance([mine]);
const server = await standIn(API_HOSTS, (url, request, response) => {
  const { status, headers, body } = api.answer({ method: 'GET', url, headers: request.headers });
  response.writeHead(status, headers);
  response.end(body);
});
const connected = await launch({
  args: server.args,
  build: BUILD_E2E,
  deviceScaleFactor: 1.5,
  viewport: { width: 1280, height: 860 },
});
const data = await connected.open('dashboard.html#/data');
await data.getByRole('button', { name: 'Agree and start' }).click();
await data.getByRole('button', { name: 'Connect account' }).click();
await data.getByLabel('API key').fill(mine.apiKey);
await data.getByLabel('API secret').fill(mine.secret ?? '');
await data.getByLabel('Passphrase').fill('correct horse battery');
await data.getByRole('button', { name: 'Connect', exact: true }).click();
await data
  .getByRole('row', { name: /Mining/ })
  .getByText('Fresh')
  .waitFor();
await data.screenshot({ path: join(docs, 'account.png') });
await connected.close();
await server.close();

// The widget's own page.
const shop = await launch({ deviceScaleFactor: 1.5, viewport: { width: 1280, height: 1_180 } });
const publish = await shop.open('dashboard.html#/links');
await publish.getByRole('button', { name: 'Try the demo' }).click();
await publish.getByRole('link', { name: 'Links' }).click();
await publish.getByLabel('Referral code').fill('MYCODE');
await publish.getByRole('button', { name: 'Add code' }).click();
await publish.getByText('★ Default').waitFor();
await publish.getByRole('link', { name: 'Publish' }).click();
await publish.getByLabel('Your name').fill('A made-up name');
await publish.getByLabel('Your name').blur();
for (const tick of [0, 1, 2]) {
  await publish.locator('.tick-list input').nth(tick).check();
  await drawn(publish);
}
await publish.getByLabel('Years as an affiliate').check();
await publish.getByLabel('Last twelve months').check();
await drawn(publish);
await publish.screenshot({ path: join(docs, 'publish.png') });
await shop.close();

const binance = await standIn(['www.binance.com'], (_, __, response) =>
  sendHtml(
    response,
    '<!doctype html><title>A page</title><style>body{font:17px/1.6 sans-serif;max-width:640px;margin:48px auto;color:#222}</style><h1>Autumn Trading Tournament</h1><p>Promotion Period: 2026-11-10 09:00 (UTC) to 2026-11-26 23:00 (UTC)</p><p>A made-up page on the real host name, served by the tests.</p>',
  ),
);
const visiting = await launch({
  args: binance.args,
  deviceScaleFactor: 1.5,
  viewport: { width: 1000, height: 560 },
});
const own = await visiting.open('dashboard.html#/links');
await own.getByRole('button', { name: 'Agree and start' }).click();
await own.getByLabel('Referral code').fill('MYCODE');
await own.getByRole('button', { name: 'Add code' }).click();
await own.getByText('★ Default').waitFor();
const article = await visiting.context.newPage();
await article.goto('https://www.binance.com/en/activity/trading-competition/autumn');
const more = ours(article, 'button', 'More ways to copy');
while ((await more.count()) === 0) await drawn(article);
await drawn(article);
await stood(more.nth(0));
await more.nth(0).click();
await drawn(article);
await article.screenshot({ path: join(docs, 'campaign-page.png') });
await visiting.close();
await binance.close();
console.log(`Pictures in ${docs}`);
