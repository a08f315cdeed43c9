/** `npm run pictures`: the README's pictures, made from the real product with the demo ledger. */
import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { exportRows, exportText, HEADER } from './export-file.ts';
import { launch } from './launch.ts';

const root = resolve(import.meta.dirname, '../..');
const docs = join(root, 'docs');
mkdirSync(docs, { recursive: true });
execFileSync('wxt', ['build'], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });

for (const colorScheme of ['light', 'dark'] as const) {
  const app = await launch({ colorScheme, deviceScaleFactor: 1.5, viewport: { width: 1280, height: 860 } });
  const page = await app.open('dashboard.html#/overview');
  await page.getByRole('button', { name: 'Try the demo' }).click();
  await page.locator('data[data-metric="commission"][value]').waitFor();
  await page.waitForTimeout(400);
  await page.screenshot({ path: join(docs, `overview-${colorScheme}.png`), fullPage: true });

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
console.log(`Pictures in ${docs}`);
