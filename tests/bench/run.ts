/**
 * `npm run bench`: speed as ratios taken in one run on one machine. `-- --json` prints one object a line:
 * `{name, value, unit, peer?, ratio?, limit?}`.
 */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { BUILD, launch } from '../browser/launch.ts';
import { COUNTRY_FILTERS, filterBench, median } from './filter-bench.ts';
import { begin, timeImport, timeUdsv, writeExport } from './import-bench.ts';
import { pageCost } from './page-bench.ts';
import { firstPaint, popupSize } from './popup-bench.ts';
import { add, gzipped, note, printAll } from './report.ts';
import { exportTime, firstRows, scrollFrames, tellCountries } from './row-bench.ts';
import { widgetPaint } from './widget-bench.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'referral-bench-'));

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
  name: 'script time of a page that replaces 400 links 25 times a second, with ours',
  value: cost.flood.own + cost.flood.ours,
  unit: 'ms',
  peer: `the page’s own: ${Math.round(cost.flood.own)} ms`,
  ratio: (cost.flood.own + cost.flood.ours) / cost.flood.own,
  limit: '≤ 2',
});
add({
  name: 'content script, gzip',
  value: gzipped([join(BUILD, 'campaigns.js')]),
  unit: 'kB',
  limit: '≤ 12',
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
printAll();
