import { join } from 'node:path';
import { BUILD, type Launched } from '../browser/launch.ts';
import { gzipped } from './report.ts';

/** When a page of the extension first paints, ms; of the popup, with its figure. */
export async function firstPaint(app: Launched, name: string): Promise<number> {
  const page = await app.context.newPage();
  await page.setViewportSize({ width: 360, height: 480 });
  await page.goto(`${app.origin}/${name}`);
  const handle = await page.waitForFunction(
    () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime,
  );
  const at = (await handle.jsonValue()) as number;
  if (name === 'popup.html' && (await page.locator('data[data-metric="commission"]').count()) === 0) {
    throw new Error('the popup painted something before its figure');
  }
  await page.close();
  return at;
}

/** Everything the popup asks for to show itself, as the browser tells: the QR code waits for a click. */
export async function popupSize(app: Launched): Promise<number> {
  const page = await app.context.newPage();
  const asked = new Set<string>();
  page.on('request', request => asked.add(new URL(request.url()).pathname));
  await page.goto(`${app.origin}/popup.html`);
  await page.locator('data[data-metric="traders-spot"][value]').waitFor();
  await page.waitForTimeout(500);
  await page.close();
  const files = [...asked].filter(name => /\.(?:js|css)$/.test(name));
  if (files.length < 5) throw new Error('the popup’s files were not found');
  return gzipped(files.map(name => join(BUILD, name)));
}
