/**
 * `npm run bench`: speed as ratios taken in one run on one machine. `-- --json` prints one object a line:
 * `{name, value, unit, peer?, ratio?, limit?}`.
 */
import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import {
  cpSync,
  createWriteStream,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { CDPSession, Page } from '@playwright/test';
import { exportRows, HEADER, line } from '../browser/export-file.ts';
import { BUILD, type Launched, launch } from '../browser/launch.ts';
import { COUNTRY_FILTERS, filterBench, median } from './filter-bench.ts';
import { pageCost } from './page-bench.ts';
import { exportTime, firstRows, scrollFrames, tellCountries } from './row-bench.ts';
import { widgetPaint } from './widget-bench.ts';

interface Result {
  name: string;
  value: number;
  unit: string;
  peer?: string;
  ratio?: number;
  limit?: string;
}

const ROOT = resolve(import.meta.dirname, '../..');
const asJson = process.argv.includes('--json');
const results: Result[] = [];
const note = (text: string) => asJson || console.log(text);
const add = (result: Result) => {
  const rounded = { ...result, value: Number(result.value.toPrecision(4)) };
  if (result.ratio !== undefined) rounded.ratio = Number(result.ratio.toPrecision(3));
  results.push(rounded);
  if (asJson) console.log(JSON.stringify(rounded));
};

const folder = mkdtempSync(join(tmpdir(), 'referral-bench-'));

async function writeExport(file: string, rows: number): Promise<void> {
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

/** The built extension plus one blank page to measure against. */
function buildWithBlankPage(): string {
  execFileSync('wxt', ['build'], { cwd: ROOT, stdio: ['ignore', 'ignore', 'inherit'] });
  const build = join(folder, 'build');
  cpSync(BUILD, build, { recursive: true });
  writeFileSync(
    join(build, 'blank.html'),
    '<!doctype html><meta charset="utf-8"><title>Blank</title><p>0.00</p>',
  );
  return build;
}

async function begin(app: Launched): Promise<Page> {
  const page = await app.open('dashboard.html#/data');
  await page.getByRole('button', { name: 'Agree and start' }).click();
  await page.getByText('Nothing is stored yet.').waitFor();
  return page;
}

/**
 * The time uDSV needs to read the file and split it into strings, in a page of the same browser: the first time, as
 * an import is a first time too, and when its code has been compiled.
 */
async function timeUdsv(app: Launched, file: string): Promise<{ first: number; again: number }> {
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

async function timeImport(app: Launched, page: Page, file: string): Promise<ImportTimes> {
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

async function firstPaint(app: Launched, name: string): Promise<number> {
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

const gzipped = (files: string[]) =>
  files.reduce((n, file) => n + gzipSync(readFileSync(file)).length, 0) / 1024;

/** Everything the popup asks for to show itself, as the browser tells: the QR code waits for a click. */
async function popupSize(app: Launched): Promise<number> {
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

note('Building, and writing an export of 1,000,000 rows …');
const build = buildWithBlankPage();
const million = join(folder, 'million.csv');
const small = join(folder, 'small.csv');
await writeExport(million, 1_000_000);
await writeExport(small, 10_000);

const app = await launch({ build });
const page = await begin(app);
note('Importing …');
const udsv = await timeUdsv(app, million);
const first = await timeImport(app, page, million);
add({
  name: 'import 1,000,000 rows, end to end',
  value: first.took,
  unit: 'ms',
  peer: `uDSV, split into strings: ${Math.round(udsv.first)} ms`,
  ratio: first.took / udsv.first,
  limit: '≤ 2.5',
});
add({
  name: 'the same, against uDSV’s best of three runs',
  value: first.took,
  unit: 'ms',
  peer: `uDSV, warmed up: ${Math.round(udsv.again)} ms`,
  ratio: first.took / udsv.again,
});
add({
  name: 'longest task of the page while importing (0: none of 50 ms)',
  value: first.longest,
  unit: 'ms',
  limit: '≤ 50',
});
add({
  name: 'memory while importing, page and worker together',
  value: first.memory,
  unit: 'MB',
  limit: '≤ 400',
});

note('Opening the popup …');
await page.close();
const popups: number[] = [];
const blanks: number[] = [];
for (let i = 0; i < 15; i++) {
  blanks.push(await firstPaint(app, 'blank.html'));
  popups.push(await firstPaint(app, 'popup.html'));
}
const popupKilobytes = await popupSize(app);
add({
  name: 'popup, first figure painted with 1,000,000 rows stored',
  value: median(popups),
  unit: 'ms',
  peer: `blank extension page: ${Math.round(median(blanks))} ms`,
  ratio: median(popups) / median(blanks),
  limit: '≤ 1.5',
});

note('Changing filters …');
const other = await launch({ build });
const otherPage = await begin(other);
await timeImport(other, otherPage, small);
await otherPage.close();
const largeBench = await filterBench(app);
const fewBench = await filterBench(other);
const large: number[] = [];
const few: number[] = [];
// Turn by turn, so that what else the machine does falls on both.
for (let i = 0; i < 4; i++) {
  large.push(...(await largeBench.round()));
  few.push(...(await fewBench.round()));
}
await largeBench.close();
await other.close();
note('Sections, rows and exports …');
await tellCountries(app, 20_000);
const sections: Record<string, number[]> = {};
for (const section of ['overview', 'referrals', 'income/commissions']) {
  const bench = await filterBench(app, section, COUNTRY_FILTERS);
  sections[section] = [...(await bench.round()), ...(await bench.round())];
  await bench.close();
}
const rowTimes = await firstRows(app);
const frames = await scrollFrames(app);
const exported = await exportTime(app);
note('Importing the same again …');
const again = await app.open('dashboard.html#/data');
await again.locator('[data-receipt="added"]').waitFor();
const second = await timeImport(app, again, million);
await app.close();

add({
  name: 'Overview filter change at 1,000,000 rows, median',
  value: median(large),
  unit: 'ms',
  peer: `at 10,000 rows: ${median(few).toFixed(1)} ms`,
  ratio: median(large) / median(few),
  limit: '≤ 16 ms and ≤ 1.5',
});
add({ name: 'Overview filter change at 1,000,000 rows, slowest', value: Math.max(...large), unit: 'ms' });
for (const [section, work] of Object.entries(sections)) {
  const limit = section === 'income/commissions' ? undefined : '≤ 16 ms';
  add({ name: `#/${section} filter change with countries, median`, value: median(work), unit: 'ms', limit });
  add({ name: `#/${section} filter change with countries, slowest`, value: Math.max(...work), unit: 'ms' });
}
for (const [name, took] of Object.entries(rowTimes)) {
  add({ name: `row table, first page: ${name}`, value: took, unit: 'ms', limit: '≤ 100' });
}
add({ name: 'longest frame while scrolling 1,000,000 rows', value: frames, unit: 'ms', limit: '≤ 50' });
add({
  name: 'CSV export of 1,000,000 rows',
  value: exported,
  unit: 'ms',
  peer: `their import: ${Math.round(first.took)} ms`,
  ratio: exported / first.took,
  limit: '≤ 1',
});
add({
  name: 'import of the same 1,000,000 rows again (all known)',
  value: second.took,
  unit: 'ms',
  peer: `uDSV, split into strings: ${Math.round(udsv.first)} ms`,
  ratio: second.took / udsv.first,
});
note('Visiting campaign pages …');
const cost = await pageCost(build);
add({
  name: 'content script on a page with 10,000 links, in total',
  value: cost.tenThousand,
  unit: 'ms',
  limit: '≤ 30',
});
add({ name: 'its longest turn there', value: cost.longest, unit: 'ms', limit: '≤ 16' });
add({
  name: 'content script on a page that is no campaign',
  value: cost.noCampaign,
  unit: 'ms',
  limit: '≤ 2',
});
add({
  name: 'content script, gzip',
  value: gzipped([join(BUILD, 'campaigns.js')]),
  unit: 'kB',
  limit: '≤ 25',
});
note('Drawing widgets …');
const paint = await widgetPaint(BUILD);
const still = `the same card as static HTML: ${paint.written.toFixed(1)} ms`;
for (const [name, value] of [
  ['widget with its snapshot in the page, painted', paint.inline],
  ['widget with its snapshot in a file, painted', paint.file],
] as const) {
  add({ name, value, unit: 'ms', peer: still, ratio: value / paint.written, limit: '≤ 1.5' });
}
add({ name: 'widget, gzip', value: gzipped([join(BUILD, 'widget.js')]), unit: 'kB', limit: '≤ 15' });
add({ name: 'popup script and style, gzip', value: popupKilobytes, unit: 'kB', limit: '≤ 35' });
const worker = readdirSync(join(BUILD, 'assets')).find(name => name.startsWith('ledger.worker'))!;
add({ name: 'ledger worker, gzip', value: gzipped([join(BUILD, 'assets', worker)]), unit: 'kB' });

rmSync(folder, { recursive: true, force: true });
if (!asJson) {
  console.log('');
  for (const { name, value, unit, peer, ratio, limit } of results) {
    console.log(
      `${name}\n    ${value} ${unit}${ratio === undefined ? '' : `, ${ratio} ×`}${peer ? ` (${peer})` : ''}${limit ? `   limit ${limit}` : ''}`,
    );
  }
}
