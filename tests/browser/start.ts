/**
 * `npm start`: builds the extension and shows it with the demo ledger. Without a display it does the same headless,
 * takes pictures and prints the headline figures.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { BUILD, type Launched, launch } from './launch.ts';

const root = resolve(import.meta.dirname, '../..');
const pictures = join(root, 'test-results/start');
const hasDisplay =
  process.platform === 'darwin' ||
  process.platform === 'win32' ||
  Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);

console.log('Building the extension …');
execFileSync('wxt', ['build'], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });

const app = await launch(hasDisplay ? { headless: false, viewport: null } : { deviceScaleFactor: 2 });
const dashboard = await app.open('dashboard.html#/overview');
await dashboard.getByRole('button', { name: 'Try the demo' }).click();
await dashboard.locator('data[data-metric="commission"][value]').waitFor();
// The first-run page opens by itself after installing; one dashboard is enough.
for (const page of app.context.pages()) if (page !== dashboard) await page.close();
await dashboard.bringToFront();

if (hasDisplay) {
  console.log(
    `Referral Dashboard Pro is open, with the demo ledger.\nLoad it into your own browser from ${BUILD}`,
  );
  console.log('Close the window to end.');
  await app.context.waitForEvent('close', { timeout: 0 });
} else {
  await showHeadless(app);
  await app.close();
}

async function showHeadless({ open }: Launched): Promise<void> {
  mkdirSync(pictures, { recursive: true });
  await dashboard.screenshot({ path: join(pictures, 'dashboard.png'), fullPage: true });
  const popup = await open('popup.html');
  await popup.setViewportSize({ width: 360, height: 420 });
  await popup.locator('data[data-metric="traders-futures"][value]').waitFor();
  await popup.screenshot({ path: join(pictures, 'popup.png') });
  console.log('No display here: it ran headless, with the demo ledger.\n');
  for (const [name, page] of [
    ['Dashboard, last 30 days', dashboard],
    ['Popup', popup],
  ] as const) {
    console.log(name);
    const figures = await page
      .locator('data[data-metric]')
      .evaluateAll(all =>
        all.map(e => [
          [e.getAttribute('data-metric'), e.getAttribute('data-period')].filter(Boolean).join(' '),
          e.getAttribute('value'),
        ]),
      );
    for (const [metric, value] of figures) console.log(`  ${metric?.padEnd(24)} ${value}`);
  }
  console.log(`\nPictures: ${join(pictures, 'dashboard.png')}\n          ${join(pictures, 'popup.png')}`);
}
