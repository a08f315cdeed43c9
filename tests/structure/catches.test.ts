import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { expect, test } from 'vitest';

const ROOT = resolve(import.meta.dirname, '../..');
const FILES = ['lib', 'components', 'entrypoints'].flatMap(folder =>
  readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map(entry => join(entry.parentPath, entry.name)),
);

/** A catch that looks at nothing of what it caught, or does nothing about it. */
const SWALLOWS = /\bcatch \{|\.catch\(\(\) =>|\(\) => \{\},?$/;
/** What makes that right: it throws on, or it says why. */
const SAID = /\bthrow\b|(^|\s)\/\/|\*\//;
const LINES_BEFORE = 2;
const LINES_BEHIND = 2;

/** Catches that swallow without a word, as file and line. */
function silent(name: string, text: string): string[] {
  const lines = text.split('\n');
  return lines.flatMap((line, i) => {
    if (!SWALLOWS.test(line)) return [];
    const around = lines.slice(Math.max(0, i - LINES_BEFORE), i + 1 + LINES_BEHIND);
    return around.some(near => SAID.test(near)) ? [] : [`${name}:${i + 1}`];
  });
}

test('a catch that swallows says why', () => {
  const found = FILES.flatMap(file =>
    silent(relative(ROOT, file).replaceAll('\\', '/'), readFileSync(file, 'utf8')),
  );
  expect(found).toEqual([]);
});

test('the check sees one that does not', () => {
  expect(silent('a.ts', 'a;\nb;\nc.catch(() => {});\nd;')).toEqual(['a.ts:3']);
  expect(silent('a.ts', 'try {\n  a();\n} catch {\n  return undefined;\n}')).toEqual(['a.ts:3']);
  expect(silent('a.ts', '// Nobody minds.\nc.catch(() => {});')).toEqual([]);
  expect(silent('a.ts', 'try {\n} catch {\n  throw new Error();\n}')).toEqual([]);
});
