import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { filesIn, ROOT } from './project-files';

/** A name at the top of a file. Languages say the same names as English on purpose. */
const TOP =
  /^(export )?(?:default )?(?:async )?(?:function\*?|const|let|class|interface|type|enum) ([A-Za-z_$][\w$]*)/gm;

/**
 * Exported names that some other file has at its top too: a reader who searches for one finds the wrong one.
 * @param texts by file
 */
function collisions(texts: Map<string, string>): string[] {
  const found = new Map<string, { files: Set<string>; exported: boolean }>();
  for (const [file, text] of texts) {
    for (const [, exported, name] of text.matchAll(TOP)) {
      const known = found.get(name) ?? { files: new Set<string>(), exported: false };
      known.files.add(file);
      known.exported ||= exported !== undefined;
      found.set(name, known);
    }
  }
  return [...found].filter(([, { files, exported }]) => exported && files.size > 1).map(([name]) => name);
}

const FILES = ['lib', 'components', 'entrypoints']
  .flatMap(folder => filesIn(folder, /\.tsx?$/))
  .filter(file => !file.includes('/languages/'));

describe('a name means one thing', () => {
  test('no exported name stands at the top of another file', () => {
    const texts = new Map(FILES.map(file => [file, readFileSync(join(ROOT, file), 'utf8')]));
    expect(texts.size).toBeGreaterThan(200);
    expect(collisions(texts)).toEqual([]);
  });

  test('the check sees one that does, and lets private ones be', () => {
    const texts = new Map([
      ['a.ts', 'export const place = 1;\nconst own = 2;'],
      ['b.ts', 'const place = 3;\nconst own = 4;'],
    ]);
    expect(collisions(texts)).toEqual(['place']);
  });
});
