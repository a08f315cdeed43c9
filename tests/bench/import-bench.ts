import { once } from 'node:events';
import { createWriteStream, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { CDPSession, Page } from '@playwright/test';
import { exportRows, HEADER, line } from '../browser/export-file.ts';
import type { Launched } from '../browser/launch.ts';

const ROOT = resolve(import.meta.dirname, '../..');

/** Writes an export of so many rows of the last year. */
export async function writeExport(file: string, rows: number): Promise<void> {
  const to = Date.now();
  const out = createWriteStream(file);
  let block = [HEADER];
  for (const row of exportRows({ rows, referrals: 20_000, from: to - 365 * 86_400_000, to })) {
    block.push(line(row));
    if (block.length < 20_000) continue;
    if (!out.write(`${block.join('\n')}\n`)) await once(out, 'drain');
    block = [];
  }
  out.end(block.length > 0 ? `${block.join('\n')}\n` : '');
  await once(out, 'finish');
}

/** The Data page of a ledger that is still empty. */
export async function begin(app: Launched): Promise<Page> {
  const page = await app.open('dashboard.html#/data');
  await page.getByRole('button', { name: 'Agree and start' }).click();
  await page.getByText('Nothing is stored yet.').waitFor();
  return page;
}

/**
 * The time uDSV needs to read the file and split it into strings, in a page of the same browser: the first time, as
 * an import is a first time too, and when its code has been compiled.
 */
export async function timeUdsv(app: Launched, file: string): Promise<{ first: number; again: number }> {
  const page = await app.context.newPage();
  await page.setContent('<input type="file">');
  await page.addScriptTag({
    content: readFileSync(join(ROOT, 'node_modules/udsv/dist/uDSV.iife.min.js'), 'utf8'),
  });
  await page.locator('input').setInputFiles(file);
  const times: number[] = [];
  for (let i = 0; i < 3; i++) {
    times.push(
      await page.evaluate(async () => {
        const field = document.querySelector('input')!;
        const { uDSV } = globalThis as unknown as {
          uDSV: {
            inferSchema(text: string): unknown;
            initParser(schema: unknown): { stringArrs(text: string): string[][] };
          };
        };
        const start = performance.now();
        const text = await field.files![0].text();
        const rows = uDSV.initParser(uDSV.inferSchema(text)).stringArrs(text);
        const took = performance.now() - start;
        if (rows.length < 1000) throw new Error('uDSV read nothing');
        return took;
      }),
    );
  }
  await page.close();
  return { first: times[0], again: Math.min(...times) };
}

/** Resident memory of the process that holds the most, in MB. Linux only; elsewhere 0. */
function largestRenderer(pids: number[]): number {
  return Math.max(
    0,
    ...pids.map(pid => {
      try {
        return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
      } catch {
        return 0;
      }
    }),
  );
}

interface ImportTimes {
  took: number;
  longest: number;
  memory: number;
}

/** Imports a file and watches: until the receipt is seen, the longest task of the page meanwhile, the memory it took. */
export async function timeImport(app: Launched, page: Page, file: string): Promise<ImportTimes> {
  const browser = await app.context
    .browser()
    ?.newBrowserCDPSession()
    .catch(() => undefined);
  const session: CDPSession = browser ?? (await app.context.newCDPSession(page));
  await page.evaluate(() => {
    const state = { start: 0, end: 0, longest: 0 };
    const before = document.querySelectorAll('[data-receipt="added"]').length;
    Object.assign(globalThis, { bench: state });
    new PerformanceObserver(list => {
      for (const task of list.getEntries()) state.longest = Math.max(state.longest, task.duration);
    }).observe({ type: 'longtask' });
    document.addEventListener(
      'change',
      () => {
        state.start = performance.now();
      },
      { capture: true },
    );
    new MutationObserver(() => {
      const receipts = document.querySelectorAll('[data-receipt="added"]').length;
      if (state.start > 0 && state.end === 0 && receipts > before) {
        // Visible is when the frame after it has been made.
        requestAnimationFrame(() =>
          requestAnimationFrame(() => {
            state.end = performance.now();
          }),
        );
      }
    }).observe(document.body, { childList: true, subtree: true });
  });
  const pids = async () => {
    const info = await session.send('SystemInfo.getProcessInfo').catch(() => undefined);
    return (info?.processInfo ?? []).filter(p => p.type === 'renderer').map(p => p.id);
  };
  const renderers = await pids();
  const before = largestRenderer(renderers);
  let peak = 0;
  const poll = setInterval(() => {
    peak = Math.max(peak, largestRenderer(renderers));
  }, 20);
  await page.getByLabel('Import files').setInputFiles(file);
  await page.waitForFunction(
    () => (globalThis as unknown as { bench: { end: number } }).bench.end > 0,
    null,
    {
      timeout: 120_000,
    },
  );
  clearInterval(poll);
  await page.waitForTimeout(300);
  const { start, end, longest } = await page.evaluate(
    () => (globalThis as unknown as { bench: { start: number; end: number; longest: number } }).bench,
  );
  return { took: end - start, longest, memory: Math.max(0, peak - before) };
}
