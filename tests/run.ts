/**
 * `npm test`: everything, ending with one line that counts all tests. A step that is no test runner (format, lint,
 * types) counts as one test. What needs one core runs beside the rest; the browsers have the machine to themselves.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { ensureBrowser, ensureFirefox } from './browser/find-browser.ts';

const root = resolve(import.meta.dirname, '..');
const reports = join(root, 'test-results/reports');
rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });

let passed = 0;
let failed = 0;

interface Step {
  /** Its output is shown when it has ended, so that it does not mix with that of what runs beside it. */
  quiet?: boolean;
  env?: Record<string, string>;
}

/** Runs a command to its end. @returns whether it ended well. */
function run(name: string, command: string, args: string[], { quiet, env }: Step = {}): Promise<boolean> {
  const begun = Date.now();
  if (!quiet) console.log(`\n— ${name}`);
  return new Promise(done => {
    const step = spawn(command, args, {
      cwd: root,
      stdio: quiet ? ['ignore', 'pipe', 'pipe'] : 'inherit',
      env: { ...process.env, ...env },
    });
    const output: Buffer[] = [];
    for (const stream of [step.stdout, step.stderr]) stream?.on('data', part => output.push(part));
    step.on('error', error => output.push(Buffer.from(`${error}\n`)));
    step.on('close', status => {
      if (quiet) {
        console.log(`\n— ${name} (${((Date.now() - begun) / 1000).toFixed(1)} s)`);
        process.stdout.write(Buffer.concat(output));
      }
      done(status === 0);
    });
  });
}

async function check(name: string, command: string, ...args: string[]): Promise<void> {
  if (await run(name, command, args, { quiet: true })) passed++;
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

/** One after the other: a build and the preparation of types write the same folder. */
async function typesAndBuilds(): Promise<void> {
  await check('prepare types', 'wxt', 'prepare');
  await check('types', 'tsc', '--noEmit');
  await check('build', 'wxt', 'build');
  await check('build for tests of connections', 'node', 'tests/browser/build-e2e.ts');
  await check('build for Firefox', 'wxt', 'build', '-b', 'firefox', '--mv3');
}

async function lintAndUnits(): Promise<void> {
  await check('format and lint', 'biome', 'check', '.');
  const report = `--outputFile.json=${join(reports, 'vitest.json')}`;
  count(
    await run(
      'unit, components, structure',
      'vitest',
      ['run', '--reporter=default', '--reporter=json', report],
      { quiet: true, env: { THOROUGH: '1' } },
    ),
    'vitest.json',
    (found: { numPassedTests: number; numFailedTests: number }) => [
      found.numPassedTests,
      found.numFailedTests,
    ],
  );
}

await Promise.all([typesAndBuilds(), lintAndUnits()]);
ensureBrowser();
ensureFirefox();
count(
  await run('in the browser', 'playwright', ['test'], {
    env: { TEST_REPORT: join(reports, 'playwright.json') },
  }),
  'playwright.json',
  (found: { stats: { expected: number; unexpected: number; flaky: number } }) => [
    found.stats.expected,
    found.stats.unexpected + found.stats.flaky,
  ],
);

console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
