/**
 * `npm test`: everything, ending with one line that counts all tests. A step that is no test runner (format, lint,
 * types) counts as one test. What needs one core runs beside the rest; the browsers have the machine to themselves.
 * What failed is said once more before that line: who reads only the end of the output learns why.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { ensureBrowser, ensureFirefox } from './browser/find-browser.ts';

const root = resolve(import.meta.dirname, '..');
const reports = join(root, 'test-results/reports');
rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });

let passed = 0;
let failed = 0;
/** What failed: its name, and what there is to say of it. */
const failures: [string, string][] = [];

interface Step {
  /** Its output is shown when it has ended, so that it does not mix with that of what runs beside it. */
  quiet?: boolean;
  env?: Record<string, string>;
}

/** Runs a command to its end. @returns whether it ended well, and its output if it was quiet. */
function run(
  name: string,
  command: string,
  args: string[],
  { quiet, env }: Step = {},
): Promise<{ ok: boolean; output: string }> {
  const begun = Date.now();
  if (!quiet) console.log(`\n— ${name}`);
  return new Promise(done => {
    const step = spawn(command, args, {
      cwd: root,
      stdio: quiet ? ['ignore', 'pipe', 'pipe'] : 'inherit',
      env: { ...process.env, ...env },
    });
    const parts: Buffer[] = [];
    for (const stream of [step.stdout, step.stderr]) stream?.on('data', part => parts.push(part));
    step.on('error', error => parts.push(Buffer.from(`${error}\n`)));
    step.on('close', status => {
      const output = Buffer.concat(parts).toString();
      if (quiet) {
        console.log(`\n— ${name} (${((Date.now() - begun) / 1000).toFixed(1)} s)`);
        process.stdout.write(output);
      }
      done({ ok: status === 0, output });
    });
  });
}

async function check(name: string, command: string, ...args: string[]): Promise<void> {
  const { ok, output } = await run(name, command, args, { quiet: true });
  if (ok) passed++;
  else {
    failed++;
    failures.push([name, output]);
  }
}

/** What a runner's own report says. */
interface Outcome {
  passed: number;
  failed: number;
  failures: [string, string][];
}

/** Takes the numbers of a runner's report; a runner that left none has failed. */
function count(name: string, ok: boolean, file: string, read: (report: never) => Outcome): void {
  try {
    const outcome = read(JSON.parse(readFileSync(join(reports, file), 'utf8')) as never);
    passed += outcome.passed;
    failed += outcome.failed;
    failures.push(...outcome.failures);
    if (ok || outcome.failed > 0) return;
    failures.push([name, 'It ended badly although no test failed.']);
  } catch (error) {
    failures.push([name, `Its report cannot be read: ${error}`]);
  }
  failed++;
}

interface VitestReport {
  numPassedTests: number;
  numFailedTests: number;
  testResults: {
    name: string;
    message: string;
    assertionResults: { status: string; fullName: string; failureMessages: string[] }[];
  }[];
}

const vitestOutcome = (report: VitestReport): Outcome => ({
  passed: report.numPassedTests,
  failed: report.numFailedTests,
  failures: report.testResults.flatMap(({ name, message, assertionResults }): [string, string][] => [
    ...(message ? ([[relative(root, name), message]] as [string, string][]) : []),
    ...assertionResults
      .filter(({ status }) => status === 'failed')
      .map(({ fullName, failureMessages }): [string, string] => [fullName, failureMessages.join('\n')]),
  ]),
});

interface PlaywrightSuite {
  file: string;
  suites?: PlaywrightSuite[];
  specs: {
    title: string;
    ok: boolean;
    tests: { results: { errors: { message?: string; stack?: string }[] }[] }[];
  }[];
}

interface PlaywrightReport {
  stats: { expected: number; unexpected: number; flaky: number };
  suites: PlaywrightSuite[];
}

function browserFailures({ file, suites = [], specs }: PlaywrightSuite): [string, string][] {
  return [
    ...suites.flatMap(browserFailures),
    ...specs
      .filter(({ ok }) => !ok)
      .map(({ title, tests }): [string, string] => [
        `${file} › ${title}`,
        tests
          .flatMap(({ results }) =>
            results.flatMap(({ errors }) => errors.map(({ stack, message }) => stack ?? message)),
          )
          .join('\n'),
      ]),
  ];
}

const browserOutcome = ({ stats, suites }: PlaywrightReport): Outcome => ({
  passed: stats.expected,
  failed: stats.unexpected + stats.flaky,
  failures: suites.flatMap(browserFailures),
});

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
  const name = 'unit, components, structure';
  const report = `--outputFile.json=${join(reports, 'vitest.json')}`;
  const { ok } = await run(name, 'vitest', ['run', '--reporter=default', '--reporter=json', report], {
    quiet: true,
    env: { THOROUGH: '1' },
  });
  count(name, ok, 'vitest.json', vitestOutcome);
}

await Promise.all([typesAndBuilds(), lintAndUnits()]);
ensureBrowser();
ensureFirefox();
const { ok } = await run('in the browser', 'playwright', ['test'], {
  env: { TEST_REPORT: join(reports, 'playwright.json') },
});
count('in the browser', ok, 'playwright.json', browserOutcome);

/** Lines of one failure that are repeated at the end. */
const SHOWN = 25;
for (const [name, text] of failures) {
  console.log(`\nFailed: ${name}`);
  console.log(stripVTControlCharacters(text).split('\n').slice(0, SHOWN).join('\n'));
}
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
