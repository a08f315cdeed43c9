import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { filesIn, ROOT } from './project-files';

/** A wait for time to pass: too long on a quiet machine, too short on a busy one. */
const SLEEPS = [
  /\.waitForTimeout\(/,
  /\bnew Promise(?:<[^>]*>)?\(\s*\(?\w+\)?\s*=>\s*\{?\s*setTimeout\(/,
  /['"](?:node:)?timers\/promises['"]/,
  /\bAtomics\.wait\(/,
];

/** Where a span of time is what is meant, and how often. The list only becomes shorter. */
const MEANT: Record<string, { times: number; why: string }> = {
  'tests/e2e/kill.spec.ts': { times: 1, why: 'the moment of a death, other each time' },
  'tests/e2e/connections-kill.spec.ts': { times: 1, why: 'the moment of a death, other each time' },
  'tests/e2e/kill/dying-worker.ts': { times: 1, why: 'death: nothing ever wakes it' },
  'tests/e2e/kill/broken-commit.ts': { times: 1, why: 'the gap of a writer that is wrong on purpose' },
  'tests/bench/filter-bench.ts': { times: 1, why: 'the span whose work is measured' },
  'tests/bench/page-bench.ts': { times: 1, why: 'the span whose work is measured' },
  'tests/bench/row-bench.ts': {
    times: 2,
    why: 'rest between measurements, so that none pays for the one before',
  },
  'tests/bench/import-bench.ts': { times: 1, why: 'late tasks of the page still count' },
  'tests/bench/popup-bench.ts': { times: 1, why: 'files that are asked for late still count' },
};

const sleepsIn = (text: string) =>
  SLEEPS.reduce((n, sleep) => n + [...text.matchAll(new RegExp(sleep, 'g'))].length, 0);

const FILES = filesIn('tests', /\.tsx?$/).filter(file => file !== 'tests/structure/no-sleeps.test.ts');

test('no test waits for time to pass, but for what it needs', () => {
  const found = FILES.map(file => ({ file, times: sleepsIn(readFileSync(join(ROOT, file), 'utf8')) })).filter(
    ({ times }) => times > 0,
  );
  const meant = Object.entries(MEANT).map(([file, { times }]) => [file, times]);
  expect(Object.fromEntries(found.map(({ file, times }) => [file, times]))).toEqual(
    Object.fromEntries(meant),
  );
});

test('the check sees a wait however it is written, and no timer that is part of a page', () => {
  for (const text of [
    'await page.waitForTimeout(300);',
    'await new Promise(done => setTimeout(done, 500));',
    'await new Promise<void>((done) => {\n  setTimeout(done, 5);\n});',
    "import { setTimeout } from 'node:timers/promises';",
    'Atomics.wait(cells, 0, 0, 100);',
  ]) {
    expect(sleepsIn(text), text).toBe(1);
  }
  expect(sleepsIn('test.setTimeout(90_000); setTimeout(() => render(), 700);')).toBe(0);
});
