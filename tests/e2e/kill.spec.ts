import { readFileSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { join, resolve } from 'node:path';
import { type Browser, chromium } from '@playwright/test';
import { build } from 'vite';
import { exportRows, exportText } from '../browser/export-file.ts';
import { ensureBrowser } from '../browser/find-browser.ts';
import { expected } from '../browser/oracle.ts';
import { begin, csv, expect, figure, importFiles, test } from './app.ts';
import type { Method, Verdict } from './kill/harness.ts';
import { JOBS, type JobName, type Texts } from './kill/jobs.ts';

const now = Date.UTC(2026, 5, 3);
const rows = [...exportRows({ rows: 1_200, referrals: 60, from: now - 60 * 86_400_000, to: now, seed: 3 })];
const texts: Texts = {
  first: exportText(rows.slice(0, 700)),
  second: exportText(rows.slice(500)),
  until: now,
};
const METHODS: Method[] = ['terminated', 'its page closed'];

test.describe('killed at every step of every job that writes', () => {
  let server: Server;
  let browser: Browser;
  let url: string;

  test.beforeAll(async () => {
    const folder = test.info().outputPath('kill');
    await build({
      configFile: false,
      logLevel: 'error',
      build: {
        outDir: folder,
        minify: false,
        target: 'es2022',
        rollupOptions: {
          input: {
            harness: resolve(import.meta.dirname, 'kill/harness.ts'),
            'dying-worker': resolve(import.meta.dirname, 'kill/dying-worker.ts'),
          },
          output: { entryFileNames: '[name].js', chunkFileNames: 'chunk-[name].js' },
        },
      },
    });
    server = createServer((request, response) => {
      // Only a page shut off from other origins has the shared memory that a dying worker waits on.
      response.setHeader('cross-origin-opener-policy', 'same-origin');
      response.setHeader('cross-origin-embedder-policy', 'require-corp');
      const name = (request.url ?? '/').slice(1);
      if (name === '') {
        response.setHeader('content-type', 'text/html');
        response.end('<!doctype html><script type="module" src="/harness.js"></script>');
        return;
      }
      if (name === 'page') {
        response.setHeader('content-type', 'text/html');
        response.end('<!doctype html><title>page</title>');
        return;
      }
      if (!name.endsWith('.js')) {
        response.writeHead(404).end();
        return;
      }
      response.setHeader('content-type', 'text/javascript');
      response.end(readFileSync(join(folder, name)));
    }).listen(0, '127.0.0.1');
    // A connection that is closed while it is being used again would be a worker that never starts.
    server.keepAliveTimeout = 600_000;
    await new Promise(ready => server.once('listening', ready));
    const address = server.address();
    url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/`;
    browser = await chromium.launch({ executablePath: ensureBrowser(), args: ['--no-sandbox'] });
  });

  test.afterAll(async () => {
    await browser?.close();
    server?.close();
  });

  async function killEverywhere(job: JobName, method: Method, broken: boolean): Promise<Verdict> {
    const page = await browser.newPage();
    try {
      await page.goto(url);
      await page.waitForFunction(() => 'killEverywhere' in globalThis);
      return await page.evaluate(
        of =>
          (globalThis as unknown as { killEverywhere(...all: unknown[]): Promise<Verdict> }).killEverywhere(
            ...of,
          ),
        [job, texts, method, broken] as const,
      );
    } finally {
      await page.close();
    }
  }

  for (const method of METHODS) {
    for (const job of Object.keys(JOBS) as JobName[]) {
      test(`${job}, ${method}: the ledger is the old one or the new one, never between`, async () => {
        const verdict = await killEverywhere(job, method, false);
        expect(verdict.between).toEqual([]);
        // The test saw both sides of the commit.
        const [kills, old] = job === 'import' && method === 'terminated' ? [15, 5] : [3, 0];
        expect(verdict.kills).toBeGreaterThan(kills);
        expect(verdict.old).toBeGreaterThan(old);
        expect(verdict.new).toBeGreaterThan(0);
      });
    }
  }

  for (const job of Object.keys(JOBS) as JobName[]) {
    test(`${job}: one that does not write all at once is caught`, async () => {
      const verdict = await killEverywhere(job, METHODS[0], true);
      expect(verdict.between.length).toBeGreaterThan(0);
    });
  }
});

test('closing the tab at any moment of an import leaves the old ledger or the new one', async ({ app }) => {
  const to = Date.now();
  const all = [...exportRows({ rows: 60_000, referrals: 900, from: to - 300 * 86_400_000, to, seed: 5 })];
  const old = expected(all.slice(0, 5_000), ['0', '9']).commission;
  const whole = expected(all, ['0', '9']).commission;
  const page = await begin(app);
  await importFiles(page, [csv('old.csv', all.slice(0, 5_000))]);
  const file = test.info().outputPath('all.csv');
  writeFileSync(file, exportText(all));
  const seen = new Set<string>();
  for (let delay = 0; delay <= 640; delay += 40) {
    const tab = await app.open('dashboard.html#/data');
    await tab.getByLabel('Import files').setInputFiles(file);
    await tab.waitForTimeout(delay);
    await tab.close();
    const check = await app.open('dashboard.html#/overview?period=all');
    await expect(figure(check, 'commission')).toHaveAttribute('value', /\d/);
    const value = await figure(check, 'commission').getAttribute('value');
    expect([old, whole]).toContain(value);
    seen.add(value === old ? 'old' : 'new');
    if (value === whole) {
      await check.goto(`${app.origin}/dashboard.html#/data`);
      await check.getByRole('button', { name: 'Undo this import' }).first().click();
      await expect(check.getByText('The last import was undone.')).toBeVisible();
    }
    await check.close();
  }
  expect(seen).toContain('old');
});
