import { cpSync, readFileSync, rmSync } from 'node:fs';
import { launch } from './browser/launch.ts';
import { exportRows, exportText } from './browser/export-file.ts';
rmSync('/tmp/upg', { recursive: true, force: true }); rmSync('/tmp/upgp', { recursive: true, force: true });
cpSync('/work/wt/b44/.output/chrome-mv3', '/tmp/upg', { recursive: true });
const to = Date.now();
const rows = [...exportRows({ rows: 5000, referrals: 200, from: to - 200 * 86400000, to, seed: 9 })];
const csv = { name: 'e.csv', mimeType: 'text/csv', buffer: Buffer.from(exportText(rows)) };
const day = (n: number) => new Date(to - n * 86400000).toISOString().slice(0, 10);
const st = { name: 's.csv', mimeType: 'text/csv', buffer: Buffer.from(['UTC_Time,Account,Operation,Coin,Change', ...Array.from({ length: 30 }, (_, i) => `${day(230 - i)} 10:00:00,Spot,Referral Commission,BUSD,1`)].join('\n')) };
async function total(app: any) { const p = await app.open('dashboard.html#/overview?period=all'); const f = p.locator('data[data-metric="commission"]').first(); await p.waitForFunction(() => /\d/.test(document.querySelector('data[data-metric="commission"]')?.getAttribute('value') ?? '')); const v = await f.getAttribute('value'); await p.close(); return v; }
let backup: Buffer;
{
  const app = await launch({ build: '/tmp/upg', profile: '/tmp/upgp' });
  const page = await app.open('dashboard.html#/data');
  await page.getByRole('button', { name: 'Agree and start' }).click();
  for (const f of [csv, st]) { const n = await page.getByRole('region', { name: 'Import receipt' }).count(); await page.getByLabel('Import files').setInputFiles([f]); await page.waitForFunction(n => document.querySelectorAll('section.receipt').length > n, n); }
  console.log('old total', await total(app));
  const d = page.waitForEvent('download'); await page.getByRole('button', { name: 'Save backup' }).click(); backup = readFileSync(await (await d).path());
  await app.close();
}
rmSync('/tmp/upg', { recursive: true, force: true });
cpSync('/work/main/.output/chrome-mv3', '/tmp/upg', { recursive: true });
{
  const app = await launch({ build: '/tmp/upg', profile: '/tmp/upgp' });
  const page = await app.open('dashboard.html#/data');
  console.log('new total', await total(app));
  const n = await page.getByRole('region', { name: 'Import receipt' }).count();
  await page.getByLabel('Import files').setInputFiles([csv]);
  await page.waitForFunction(n => document.querySelectorAll('section.receipt').length > n, n);
  console.log('after again', await total(app), (await page.getByRole('region', { name: 'Import receipt' }).first().innerText()).slice(0, 200).replaceAll('\n', ' | '));
  await page.getByRole('button', { name: 'Erase everything' }).click(); await page.getByRole('button', { name: 'Really erase everything' }).click(); await page.getByRole('button', { name: 'Agree and start' }).click();
  await page.goto(`${app.origin}/dashboard.html#/data`);
  await page.getByLabel('Import files').setInputFiles([{ name: 'old.backup', mimeType: '', buffer: backup }]);
  await page.waitForFunction(() => document.querySelectorAll('section.receipt').length > 0);
  console.log('old backup', await total(app));
  await page.getByLabel('Import files').setInputFiles([csv]);
  await page.waitForFunction(() => document.querySelectorAll('section.receipt').length > 1);
  console.log('and the export', await total(app));
  await app.close();
}
