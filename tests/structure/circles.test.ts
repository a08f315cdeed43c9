import { readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { filesIn, ROOT } from './project-files';

/** File → the project files it imports; imports of types count, because they too say who knows whom. */
type Imports = ReadonlyMap<string, readonly string[]>;

function readImports(): Imports {
  const files = ['lib', 'components', 'entrypoints'].flatMap(folder => filesIn(folder, /\.tsx?$/));
  const known = new Set(files);
  const resolved = (from: string, to: string) => {
    const path = relative(ROOT, resolve(ROOT, dirname(from), to)).replaceAll('\\', '/');
    return [path, `${path}.ts`, `${path}.tsx`, `${path}/index.ts`].find(candidate => known.has(candidate));
  };
  return new Map(
    files.map(file => {
      const text = readFileSync(join(ROOT, file), 'utf8');
      const named = [...text.matchAll(/(?:from|import)\s*\(?\s*'(\.[^']+)'/g)];
      return [file, named.flatMap(([, to]) => resolved(file, to) ?? [])];
    }),
  );
}

/** Every way that leads from a file back to itself, once per way that the search meets. */
function circlesIn(imports: Imports): string[] {
  const circles: string[] = [];
  const done = new Set<string>();
  const way: string[] = [];
  const walk = (file: string) => {
    const met = way.indexOf(file);
    if (met >= 0) circles.push([...way.slice(met), file].join(' → '));
    if (met >= 0 || done.has(file)) return;
    way.push(file);
    for (const next of imports.get(file) ?? []) walk(next);
    way.pop();
    done.add(file);
  };
  for (const file of imports.keys()) walk(file);
  return circles;
}

test('no import leads back to its own file', () => {
  const imports = readImports();
  expect([...imports.values()].flat().length).toBeGreaterThan(imports.size);
  expect(circlesIn(imports)).toEqual([]);
});

test('the check sees a circle of two, a longer one and a file that imports itself', () => {
  const circle = (...pairs: [string, string[]][]) => circlesIn(new Map(pairs));
  expect(circle(['a', ['b']], ['b', ['a']])).toEqual(['a → b → a']);
  expect(circle(['a', ['b']], ['b', ['c']], ['c', ['d', 'b']], ['d', []])).toEqual(['b → c → b']);
  expect(circle(['a', ['a']])).toEqual(['a → a']);
  // Two ways to one file are no circle.
  expect(circle(['a', ['b', 'c']], ['b', ['d']], ['c', ['d']], ['d', []])).toEqual([]);
});
