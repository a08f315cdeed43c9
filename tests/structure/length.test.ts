import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { filesIn, ROOT } from './project-files';

/** Files that are too long today. One that is mended leaves the list; none comes onto it. */
const TOO_LONG: string[] = [];

/** Lines a file may have without a reason at its head. */
const limitOf = (file: string) => (file.startsWith('tests/') ? 300 : 250);

/** A comment that opens the file and says why it is one: “Long because …”. */
const saysWhy = (text: string) => /^\/\*\*(?:(?!\*\/)[\s\S])*\bLong because\b/.test(text);

const isTooLong = (file: string, text: string) =>
  text.trimEnd().split('\n').length > limitOf(file) && !saysWhy(text);

const FILES = ['lib', 'components', 'entrypoints', 'tests'].flatMap(folder => filesIn(folder, /\.tsx?$/));

describe('a file is one idea', () => {
  const texts = FILES.map(file => [file, readFileSync(join(ROOT, file), 'utf8')] as const);

  test('none is longer than 250 lines, a test 300, without a reason at its head', () => {
    const long = texts.filter(([file, text]) => isTooLong(file, text)).map(([file]) => file);
    expect(long.sort()).toEqual([...TOO_LONG].sort());
  });

  test('half of them are under 80 lines', () => {
    const lengths = texts
      .filter(([file]) => !file.startsWith('tests/'))
      .map(([, text]) => text.trimEnd().split('\n').length)
      .sort((a, b) => a - b);
    expect(lengths[lengths.length >> 1]).toBeLessThan(80);
  });

  test('the check sees a long file, and takes a reason', () => {
    const lines = (n: number) => 'x;\n'.repeat(n);
    expect(isTooLong('lib/a.ts', lines(250))).toBe(false);
    expect(isTooLong('lib/a.ts', lines(251))).toBe(true);
    expect(isTooLong('tests/a.ts', lines(300))).toBe(false);
    expect(isTooLong('tests/a.ts', lines(301))).toBe(true);
    expect(isTooLong('lib/a.ts', `/** Long because it is one table. */\n${lines(300)}`)).toBe(false);
    expect(isTooLong('lib/a.ts', `${lines(300)}/** Long because. */`)).toBe(true);
  });
});
