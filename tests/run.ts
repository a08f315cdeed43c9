/**
 * `npm test`: everything, in the order of what fails fastest, ending with one line that counts all tests. A step that
 * is no test runner (format, lint, types) counts as one test.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { ensureBrowser, ensureFirefox } from './browser/find-browser.ts';

const root = resolve(import.meta.dirname, '..');
const reports = join(root, 'test-results/reports');
rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });

let passed = 0;
let failed = 0;

function run(name: string, command: string, args: string[], env: Record<string, string> = {}): boolean {
  console.log(`\n— ${name}`);
  const { status } = spawnSync(command, args, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...env },
  });
  return status === 0;
}

function check(name: string, command: string, args: string[]): void {
  if (run(name, command, args)) passed++;
  else failed++;
}

/** Takes the numbers of a runner's own report; a runner that left none has failed. */
function count(ok: boolean, file: string, read: (report: never) => [number, number]): void {
  try {
    const [good, bad] = read(JSON.parse(readFileSync(join(reports, file), 'utf8')) as never);
    passed += good;
    failed += bad;
    if (!ok && bad === 0) failed++;
  } catch {
    failed++;
  }
}

check('format and lint', 'biome', ['check', '.']);
check('prepare types', 'wxt', ['prepare']);
check('types', 'tsc', ['--noEmit']);

count(
  run('unit, components, structure', 'vitest', [
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${join(reports, 'vitest.json')}`,
  ]),
  'vitest.json',
  (report: { numPassedTests: number; numFailedTests: number }) => [
    report.numPassedTests,
    report.numFailedTests,
  ],
);

check('build', 'wxt', ['build']);
check('build for tests of connections', 'node', ['tests/browser/build-e2e.ts']);
check('build for Firefox', 'wxt', ['build', '-b', 'firefox', '--mv3']);
ensureBrowser();
ensureFirefox();
count(
  run('in the browser', 'playwright', ['test'], { TEST_REPORT: join(reports, 'playwright.json') }),
  'playwright.json',
  (report: { stats: { expected: number; unexpected: number; flaky: number } }) => [
    report.stats.expected,
    report.stats.unexpected + report.stats.flaky,
  ],
);

console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
