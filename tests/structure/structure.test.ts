import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';

const ROOT = resolve(import.meta.dirname, '../..');

/** The law: a layer may import itself and the layers named here, nothing else. Arrows point down only. */
const LAYERS: Record<string, string[]> = {
  'lib/domain': [],
  'lib/text': ['lib/domain'],
  'lib/sources': ['lib/domain'],
  'lib/store': ['lib/domain'],
  'lib/platform': ['lib/domain'],
  'lib/messages': ['lib/domain'],
  'lib/page': ['lib/domain', 'lib/text'],
  'lib/widget': ['lib/domain'],
  'lib/ledger': ['lib/domain', 'lib/store'],
  'lib/sync': ['lib/domain', 'lib/store', 'lib/sources'],
  'lib/state': [
    'lib/domain',
    'lib/text',
    'lib/ledger',
    'lib/sync',
    'lib/sources',
    'lib/store',
    'lib/messages',
    'lib/platform',
  ],
  components: ['lib/domain', 'lib/text', 'lib/state', 'lib/ledger', 'lib/sync'],
  entrypoints: [
    'components',
    'lib/domain',
    'lib/text',
    'lib/state',
    'lib/ledger',
    'lib/sync',
    'lib/store',
    'lib/messages',
    'lib/page',
    'lib/platform',
    'lib/widget',
  ],
};

/** Libraries that only one place may know. */
const OWNERS: Record<string, string> = {
  idb: 'lib/store',
  uplot: 'components/chart',
  qrcode: 'lib/domain',
  comlink: 'entrypoints/dashboard',
  fflate: 'lib/state',
  'hucre/xlsx': 'lib/ledger',
  'wxt/browser': 'lib/platform',
};

/** Words that code of a place must not contain. */
const FORBIDDEN: Record<string, RegExp[]> = {
  'lib/domain': [
    /Date\.now\(/,
    /Math\.random\(/,
    /\bdocument\b/,
    /\bwindow\b/,
    /toLocale/,
    /\bIntl\b/,
    /fetch\(/,
  ],
  'lib/text': [/Date\.now\(/, /toLocale/, /\bdocument\b/],
  components: [/\bbrowser\./, /\bchrome\./, /indexedDB/, /\bfetch\(/, /#imports/, /innerHTML/],
  lib: [/innerHTML/, /\beval\(/],
  entrypoints: [/innerHTML/],
};

const SOURCE = /\.tsx?$/;
function filesOf(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && SOURCE.test(entry.name))
    .map(entry => relative(ROOT, join(entry.parentPath, entry.name)).replaceAll('\\', '/'));
}

const FILES = ['lib', 'components', 'entrypoints'].flatMap(filesOf);
const TEXT = new Map(FILES.map(file => [file, readFileSync(join(ROOT, file), 'utf8')]));
const layerOf = (file: string) => Object.keys(LAYERS).find(layer => file.startsWith(`${layer}/`));

/** Comments may say what code may not. */
function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');
}

interface Import {
  from: string;
  /** A project file, or a package's name. */
  to: string;
}

function importsOf(file: string): Import[] {
  const found = withoutComments(TEXT.get(file)!).matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g);
  return [...found].map(([, to]) => {
    if (!to.startsWith('.')) return { from: file, to };
    const path = relative(ROOT, resolve(ROOT, dirname(file), to)).replaceAll('\\', '/');
    return { from: file, to: [path, `${path}.ts`, `${path}.tsx`].find(p => TEXT.has(p)) ?? path };
  });
}

/** What breaks the law of layers. */
function strays(imports: Import[]): string[] {
  return imports.flatMap(({ from, to }) => {
    const layer = layerOf(from);
    const target = layerOf(to);
    if (!layer) return [`${from} is in no layer`];
    if (!target || target === layer || LAYERS[layer].includes(target)) return [];
    return [`${from} imports ${to}`];
  });
}

describe('layers', () => {
  const imports = FILES.flatMap(importsOf);

  test('imports point down only', () => {
    expect(strays(imports)).toEqual([]);
  });

  test('the check sees an arrow that points up', () => {
    expect(strays([{ from: 'lib/domain/money.ts', to: 'lib/store/read.ts' }])).toHaveLength(1);
    expect(strays([{ from: 'lib/store/read.ts', to: 'lib/sources/csv.ts' }])).toHaveLength(1);
  });

  test.each(Object.entries(OWNERS))('only one place knows %s', (library, owner) => {
    const users = imports.filter(i => i.to === library && !i.from.startsWith(`${owner}/`)).map(i => i.from);
    expect(users).toEqual([]);
  });

  test('places do not touch what they do not have', () => {
    const found = [...TEXT].flatMap(([file, text]) =>
      Object.entries(FORBIDDEN)
        .filter(([place]) => file.startsWith(`${place}/`))
        .flatMap(([, words]) => words)
        .filter(word => word.test(withoutComments(text)))
        .map(word => `${file}: ${word}`),
    );
    expect(found).toEqual([]);
  });
});

test('nothing reachable from the background knows the DOM or loads code later', () => {
  const reached = new Set<string>();
  const queue = ['entrypoints/background/index.ts'];
  for (let file = queue.pop(); file; file = queue.pop()) {
    if (reached.has(file) || !TEXT.has(file)) continue;
    reached.add(file);
    queue.push(...importsOf(file).map(i => i.to));
  }
  expect(reached.size).toBeGreaterThan(1);
  const found = [...reached].filter(file =>
    /\bdocument\b|(?<!-)\bwindow\b|\blocalStorage\b|\bimport\(|new Worker/.test(
      withoutComments(TEXT.get(file)!),
    ),
  );
  expect(found).toEqual([]);
});

test('what users read comes from lib/text', () => {
  const wordsInMarkup = />\s*[^<>{}()=;]*[A-Za-z]{3,}[^<>{}()=;]*<\//;
  const wordsInAttributes = /\b(?:aria-label|title|placeholder|alt)="[^"]*[A-Za-z]/;
  const found = [...TEXT]
    .filter(([file]) => file.startsWith('components/') && file.endsWith('.tsx'))
    .filter(([, text]) => wordsInMarkup.test(withoutComments(text)) || wordsInAttributes.test(text))
    .map(([file]) => file);
  expect(found).toEqual([]);
  expect(wordsInMarkup.test('<b>Hello there</b>')).toBe(true);
});

describe('the tree', () => {
  test('top-level folders are those of ARCHITECTURE.md', () => {
    const folders = readdirSync(ROOT, { withFileTypes: true })
      .filter(entry => entry.isDirectory() && !entry.name.startsWith('.'))
      .map(entry => entry.name)
      .filter(name => !['node_modules', 'test-results', 'coverage', 'playwright-report'].includes(name));
    expect(folders.sort()).toEqual(['components', 'docs', 'entrypoints', 'lib', 'public', 'tests']);
  });

  test('no file is a bag', () => {
    expect(FILES.filter(file => /\/(utils?|helpers?|common|misc)\.tsx?$/.test(file))).toEqual([]);
  });

  test('a file is one idea', () => {
    const long = [...TEXT].filter(([, text]) => text.split('\n').length > 301).map(([file]) => file);
    expect(long).toEqual([]);
  });

  test('versions are pinned exactly, and the lock names no host', () => {
    const manifest = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
    const versions = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies });
    expect(versions.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(String(version)))).toEqual([]);
    expect(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')).not.toMatch(/"resolved":/);
  });
});
