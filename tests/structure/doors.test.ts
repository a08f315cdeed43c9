import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { expect, test } from 'vitest';

const ROOT = resolve(import.meta.dirname, '../..');
/** Lines a door may have: it registers, wires and leaves. What decides lies in lib, where a unit test reaches it. */
const MOST = 60;

const doors = readdirSync(join(ROOT, 'entrypoints'), { recursive: true, withFileTypes: true })
  .filter(entry => entry.isFile() && /\.tsx?$/.test(entry.name))
  .map(entry => join(entry.parentPath, entry.name));

const lines = (text: string) => text.trimEnd().split('\n').length;
const tooLong = (files: [name: string, text: string][]) =>
  files.filter(([, text]) => lines(text) > MOST).map(([name, text]) => `${name}: ${lines(text)}`);

test('doors are thin', () => {
  expect(doors.length).toBeGreaterThan(10);
  expect(
    tooLong(doors.map(file => [relative(ROOT, file).replaceAll('\\', '/'), readFileSync(file, 'utf8')])),
  ).toEqual([]);
});

test('the check sees a door that is not', () => {
  expect(tooLong([['entrypoints/x.ts', 'line\n'.repeat(MOST + 1)]])).toEqual(['entrypoints/x.ts: 61']);
  expect(tooLong([['entrypoints/x.ts', 'line\n'.repeat(MOST)]])).toEqual([]);
});
