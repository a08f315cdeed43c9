import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, test } from 'vitest';
import { filesIn, ROOT, TOP_FOLDERS } from './project-files.ts';

const DOCUMENTS = [
  ...filesIn('.', /\.md$/),
  ...filesIn('docs', /\.md$/),
  ...filesIn('.github', /\.(md|yml)$/),
];
const SCRIPTS = Object.keys(JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')).scripts);

/** A word that names something of ours: below a folder at the top, or a file in the root as such files are called. */
const OURS = new RegExp(
  [
    `^(?:${TOP_FOLDERS.join('|').replaceAll('.', '\\.')})(?:/|$)`,
    '^[A-Z]+\\.md$',
    '^[\\w-]+\\.config\\.ts$',
    '^(?:package|biome|tsconfig)\\.json$',
  ].join('|'),
);

/** Whether there is such a path; `<name>` in it stands for any. */
function isThere(path: string): boolean {
  const pattern = path.replace(/<[^>]+>/g, '*').replace(/\/$/, '');
  return pattern.includes('*')
    ? globSync(pattern, { cwd: ROOT }).length > 0
    : existsSync(join(ROOT, pattern));
}

/** Paths a document names: in its links, from where it lies, and as code, from the root. */
function pathsOf(file: string, text: string): string[] {
  const prose = text.replace(/```[\s\S]*?```/g, '');
  const links = [...prose.matchAll(/\]\(([^)\s#]+)[^)]*\)|(?:src|href)="([^"#]+)/g)]
    .map(([, link, source]) => link ?? source)
    .filter(link => !/^[a-z]+:/.test(link))
    .map(link => normalize(join(dirname(file), link)));
  const code = [...prose.matchAll(/`([^`\n]+)`/g)]
    .flatMap(([, words]) => words.split(/[\s,]+/))
    .filter(word => OURS.test(word));
  return [...links, ...code];
}

const missingIn = (file: string, text: string) =>
  pathsOf(file, text)
    .filter(path => !isThere(path))
    .map(path => `${file}: ${path}`);

const unknownScripts = (file: string, text: string) =>
  [...text.matchAll(/npm run ([\w:]+)/g)]
    .filter(([, script]) => !SCRIPTS.includes(script))
    .map(([, script]) => `${file}: npm run ${script}`);

describe('what people read about the project', () => {
  const texts = DOCUMENTS.map(file => [file, readFileSync(join(ROOT, file), 'utf8')] as const);

  test('names only paths that are there', () => {
    expect(texts.flatMap(([file, text]) => missingIn(file, text))).toEqual([]);
  });

  test('names only commands that are there', () => {
    expect(texts.flatMap(([file, text]) => unknownScripts(file, text))).toEqual([]);
  });

  test.each(['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md', 'docs/decisions/README.md'])(
    '%s is read',
    file => {
      const text = texts.find(([name]) => name === file)?.[1] ?? '';
      expect(pathsOf(file, text).length).toBeGreaterThan(0);
    },
  );

  test.each([
    ['`lib/domain/no-such-file.ts`', 'CONTRIBUTING.md: lib/domain/no-such-file.ts'],
    ['run `npx playwright test tests/e2e/none.spec.ts`', 'CONTRIBUTING.md: tests/e2e/none.spec.ts'],
    ['`nowhere.config.ts`', 'CONTRIBUTING.md: nowhere.config.ts'],
    ['`components/<section>/NoSuchPage.tsx`', 'CONTRIBUTING.md: components/<section>/NoSuchPage.tsx'],
    ['[facts](docs/nothing.md)', 'CONTRIBUTING.md: docs/nothing.md'],
    ['![picture](docs/nothing.png)', 'CONTRIBUTING.md: docs/nothing.png'],
  ])('the check sees %s', (text, fault) => {
    expect(missingIn('CONTRIBUTING.md', text)).toEqual([fault]);
  });

  test('a link is followed from where the document lies', () => {
    expect(missingIn('docs/decisions/x.md', '[up](../../ARCHITECTURE.md#decisions)')).toEqual([]);
    expect(missingIn('docs/decisions/x.md', '[up](ARCHITECTURE.md)')).toEqual([
      'docs/decisions/x.md: docs/decisions/ARCHITECTURE.md',
    ]);
  });

  test('the check sees a command that is not there', () => {
    expect(unknownScripts('README.md', '`npm run nothing`')).toHaveLength(1);
  });
});

test('the index of decisions is whole', () => {
  const index = readFileSync(join(ROOT, 'ARCHITECTURE.md'), 'utf8');
  const records = filesIn('docs/decisions', /^\d{4}-.*\.md$/);
  expect(records.length).toBeGreaterThan(0);
  for (const [place, file] of records.entries()) {
    const [title] = readFileSync(join(ROOT, file), 'utf8').split('\n');
    expect(title).toMatch(new RegExp(`^# ${place + 1} · `));
    expect(index).toContain(`${place + 1}. [${title.split(' · ')[1]}](${file})`);
  }
});
