import { resolve } from 'node:path';
import { type Browser, chromium, expect, type Page, test } from '@playwright/test';
import { build, type PreviewServer, preview } from 'vite';
import { drawn } from '../browser/drawn.ts';
import { ensureBrowser } from '../browser/find-browser.ts';

const configFile = resolve(import.meta.dirname, '../preview/vite.config.ts');

/** Pages that go through the states side by side: most of a state's time is waiting. */
const PAGES = 4;

/** Every state loads the same scripts, whose names say what is in them. */
const CACHED = { 'cache-control': 'max-age=3600' };

// One build for all of them.
test.describe.configure({ mode: 'default' });

let server: PreviewServer;
let browser: Browser;
let base = '';

test.beforeAll(async () => {
  await build({ configFile, logLevel: 'warn' });
  server = await preview({
    configFile,
    logLevel: 'warn',
    preview: { port: 0, host: '127.0.0.1', headers: CACHED },
  });
  base = server.resolvedUrls!.local[0];
  browser = await chromium.launch({
    executablePath: ensureBrowser(),
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
});

test.afterAll(async () => {
  await browser.close();
  await server.close();
});

/** A page that notes what the console says. */
interface Listening {
  page: Page;
  faults: string[];
  /** Comes with the next thing that the console says. */
  nextFault(): Promise<unknown>;
}

async function listening(): Promise<Listening> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  const faults: string[] = [];
  let tell = () => {};
  const note = (fault: string) => {
    faults.push(fault);
    tell();
  };
  page.on('console', said => ['error', 'warning'].includes(said.type()) && note(said.text()));
  page.on('pageerror', error => note(String(error)));
  return {
    page,
    faults,
    nextFault: () =>
      new Promise<void>(told => {
        tell = told;
      }),
  };
}

/** Shows a state in light and then in dark. @returns what was wrong with it */
async function look({ page, faults, nextFault }: Listening, state: string): Promise<string[]> {
  faults.length = 0;
  await page.emulateMedia({ colorScheme: 'light' });
  // What fails on its way says so itself.
  const failed = nextFault();
  await page.goto(`${base}state.html?${new URLSearchParams({ state })}`);
  const ready = page.locator('html[data-ready]').waitFor({ state: 'attached', timeout: 15_000 });
  await Promise.race([ready, failed]).catch(() => faults.push('is never ready'));
  // What comes later can still go wrong.
  if (faults.length === 0) await drawn(page);
  const backdrop = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const light = await backdrop();
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.evaluate(() => new Promise(requestAnimationFrame));
  const isOurs = (await page.locator('html[data-frame="host"]').count()) === 0;
  if (isOurs && (await backdrop()) === light) faults.push('looks the same in dark');
  return faults.map(fault => `${state}: ${fault}`);
}

test('every state is there in both themes, and the console says nothing', async () => {
  test.setTimeout(300_000);
  const { page, faults } = await listening();
  await page.goto(base);
  await expect(page.frameLocator('iframe').locator('html[data-ready]')).toBeAttached();
  const states = await page
    .locator('[data-state]')
    .evaluateAll(all => all.map(e => (e as HTMLElement).dataset.state!));
  expect(states.length).toBeGreaterThan(150);
  const wrong = [...faults];
  const waiting = [...states];
  const walk = async () => {
    const walker = await listening();
    for (let state = waiting.shift(); state; state = waiting.shift())
      wrong.push(...(await look(walker, state)));
  };
  await Promise.all(Array.from({ length: PAGES }, walk));
  expect(wrong).toEqual([]);
});

test('the walk sees a state that is not there, one that throws, and one that stays light', async () => {
  const walker = await listening();
  expect(await look(walker, 'controls/Menu/nowhere')).not.toEqual([]);
  await walker.page.addInitScript(() => {
    customElements.define = () => {
      throw new Error('broken');
    };
    document.addEventListener('DOMContentLoaded', () => {
      document.body.style.background = '#fff';
    });
  });
  const wrong = (await look(walker, 'publish/Widget/card')).join();
  expect(wrong).toContain('broken');
  expect(wrong).toContain('looks the same in dark');
});

test('theme, language and width of the address are those of the state', async () => {
  const { page } = await listening();
  await page.goto(`${base}#controls/FormEnd/idle?theme=dark&language=tr&width=360`);
  const frame = page.frameLocator('iframe');
  await expect(frame.getByRole('button', { name: 'Kaydet' })).toBeVisible();
  await expect(frame.locator('html[data-theme="dark"][lang="tr"]')).toBeAttached();
  expect((await page.locator('iframe').boundingBox())?.width).toBe(360);
  await page.getByLabel('language').selectOption('es');
  await expect(frame.getByRole('button', { name: 'Guardar' })).toBeVisible();
  expect(page.url()).toContain('language=es');
});
