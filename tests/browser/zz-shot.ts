import { launch } from '/work/main/tests/browser/launch.ts';
const [,, out, ...specs] = process.argv; // spec: hash|width|scheme
const scheme = (process.env.SCHEME ?? 'light') as 'light'|'dark';
const app = await launch({ colorScheme: scheme, viewport: { width: Number(process.env.W ?? 1280), height: 900 } });
const page = await app.open('dashboard.html#/overview');
page.on('console', m => { if (m.type()==='error'||m.type()==='warning') console.log('console', m.text()); });
page.on('pageerror', e => console.log('pageerror', e.message));
await page.getByRole('button', { name: 'Try the demo' }).click();
await page.locator('data[data-metric="commission"][value]').first().waitFor();
let n=0;
for (const spec of specs) {
  const [hash, click] = spec.split('|');
  await page.goto(`${app.origin}/dashboard.html${hash}`);
  await page.waitForTimeout(900);
  if (click) for (const c of click.split('>>')) { await page.getByRole('button',{name:c}).first().click(); await page.waitForTimeout(400); }
  await page.screenshot({ path: `${out}${n++}.png`, fullPage: true });
}
await app.close();
