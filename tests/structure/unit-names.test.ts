import { readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { filesIn, ROOT } from './project-files';

/**
 * `tests/unit/<layer>/<name>[.<aspect>].test.ts` tests `lib/<layer>/<name>.ts`, else `entrypoints/<layer>/<name>.ts`.
 * What stands right in `tests/unit` tests the help that lies beside it.
 */
function testedBy(file: string): string[] {
  const [, layer, name] = /^tests\/unit\/(?:(.+)\/)?([^/.]+)(?:\.[^/.]+)?\.test\.ts$/.exec(file) ?? [];
  if (!name) return [];
  if (!layer) return [`tests/unit/${name}.ts`];
  return [`lib/${layer}/${name}.ts`, `entrypoints/${layer}/${name}.ts`];
}

const textOf = (file: string) => readFileSync(join(ROOT, file), 'utf8');

/** Project files a file names: what it imports, and what `mutant` loads. */
function namedIn(file: string, text: string): string[] {
  const relatives = [...text.matchAll(/'(\.\.?\/[^']+)'/g)].map(([, path]) =>
    relative(ROOT, resolve(ROOT, dirname(file), path)).replaceAll('\\', '/'),
  );
  return relatives.map(path => (/\.tsx?$/.test(path) ? path : `${path}.ts`));
}

/** Whether a test reaches a file, itself or by the help it has in `tests/unit`. */
function reaches(
  file: string,
  wanted: string,
  read: (file: string) => string,
  seen = new Set<string>(),
): boolean {
  if (seen.has(file)) return false;
  seen.add(file);
  return namedIn(file, read(file)).some(
    named =>
      named === wanted ||
      (named.startsWith('tests/unit/') && FILES.has(named) && reaches(named, wanted, read, seen)),
  );
}

const FILES = new Set(['lib', 'entrypoints', 'tests/unit'].flatMap(folder => filesIn(folder, /\.tsx?$/)));
const TESTS = [...FILES].filter(file => file.startsWith('tests/unit/') && file.endsWith('.test.ts'));

/** What is wrong with a test's name; undefined when nothing is. */
function wrongWith(file: string, read = textOf): string | undefined {
  const tested = testedBy(file).find(path => FILES.has(path));
  if (!tested) return `${file}: there is no ${testedBy(file).join(' and no ') || 'file of that name'}`;
  return reaches(file, tested, read) ? undefined : `${file} does not reach ${tested}`;
}

describe('unit tests', () => {
  test('are named after a file that they test', () => {
    expect(TESTS.length).toBeGreaterThan(30);
    expect(TESTS.map(file => wrongWith(file)).filter(Boolean)).toEqual([]);
  });

  test('with the name of no file, or of one they do not test, are caught', () => {
    expect(wrongWith('tests/unit/ledger/sections.test.ts')).toContain('no lib/ledger/sections.ts');
    expect(wrongWith('tests/unit/text/a.b.c.test.ts')).toContain('no file of that name');
    const wrong = () => "import { money } from '../../../lib/text/format';";
    expect(wrongWith('tests/unit/domain/money.test.ts', wrong)).toContain(
      'does not reach lib/domain/money.ts',
    );
    const right = () => "await import('../../../lib/domain/money')";
    expect(wrongWith('tests/unit/domain/money.amounts.test.ts', right)).toBeUndefined();
  });
});
