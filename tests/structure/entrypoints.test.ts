import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ROOT } from './project-files';
import { reachedFrom, readTexts, type Texts, touchedFrom } from './reach';

/** Where code starts, by the row of the first table in ARCHITECTURE.md that says what it may touch. */
const PLACES: Record<string, string[]> = {
  background: ['entrypoints/background/index.ts'],
  'popup, side panel, dashboard': [
    'entrypoints/popup/main.ts',
    'entrypoints/popup-first/index.ts',
    'entrypoints/sidepanel/main.ts',
    'entrypoints/dashboard/main.ts',
  ],
  'ledger worker': ['entrypoints/dashboard/ledger.worker.ts'],
  'rows worker': ['entrypoints/dashboard/rows.worker.ts'],
  'content script': ['entrypoints/campaigns/index.ts', 'entrypoints/watcher/index.ts'],
  widget: ['entrypoints/widget/index.ts'],
};

/** The doors of a content script: messages, and the address of the script that is brought. */
const MESSAGES = ['lib/platform/messages.ts', 'lib/platform/load-script.ts'];

interface Powers {
  dom: string;
  browser: string;
  store: string;
  network: string;
}

const plain = (cell: string) => cell.replaceAll(/[*`]/g, '').trim();

/** The first table of ARCHITECTURE.md. */
function powersIn(text: string): Map<string, Powers> {
  const lines = text.slice(text.indexOf('| place ')).split('\n\n')[0].split('\n').slice(2);
  return new Map(
    lines.map(line => {
      const [place, dom, browser, store, network] = line.split('|').slice(1).map(plain);
      return [place.replace(/ \(.*/, ''), { dom, browser, store, network }];
    }),
  );
}

/** What an entrypoint touches that its place does not have. */
function trespasses(entry: string, may: Powers, texts: Texts): string[] {
  const touched = touchedFrom(entry, texts);
  const doors = touched.browser.filter(path => may.browser !== 'messages only' || !MESSAGES.includes(path));
  return [
    ...(may.dom === 'no' ? touched.dom.map(path => `DOM: ${path}`) : []),
    ...(['none', 'messages only'].includes(may.browser) ? doors.map(path => `browser: ${path}`) : []),
    ...(may.store === 'no' ? touched.store.map(path => `IndexedDB: ${path}`) : []),
    ...(may.store.includes('write') ? [] : touched.writes.map(call => `writes: ${call}`)),
    ...(may.network === 'none' ? touched.network.map(path => `network: ${path}`) : []),
  ];
}

const TEXTS = readTexts('lib', 'components', 'entrypoints');
const POWERS = powersIn(readFileSync(join(ROOT, 'ARCHITECTURE.md'), 'utf8'));

describe('every place keeps to its powers in ARCHITECTURE.md', () => {
  test('the table has a row for every place, in words the check knows', () => {
    expect([...POWERS.keys()].sort()).toEqual(Object.keys(PLACES).sort());
    for (const { dom, browser, store } of POWERS.values()) {
      expect(['yes', 'no', 'the host page’s', "the host page's"]).toContain(dom);
      expect(['all', 'all, through lib/platform', 'messages only', 'none']).toContain(browser);
      expect(['read, write', 'read', 'no']).toContain(store);
    }
  });

  test('every entrypoint and every worker is in a place', () => {
    const doors = readdirSync(join(ROOT, 'entrypoints'), { withFileTypes: true })
      .filter(entry => entry.isDirectory())
      .map(({ name }) => `entrypoints/${name}/`);
    const workers = [...TEXTS.keys()].filter(path => path.endsWith('.worker.ts'));
    const entries = Object.values(PLACES).flat();
    expect(doors.filter(door => !entries.some(entry => entry.startsWith(door)))).toEqual([]);
    expect(workers.filter(worker => !entries.includes(worker))).toEqual([]);
  });

  for (const [place, entries] of Object.entries(PLACES)) {
    test.each(entries)(`${place}: %s`, entry => {
      expect(reachedFrom(entry, TEXTS).length).toBeGreaterThan(2);
      expect(trespasses(entry, POWERS.get(place)!, TEXTS)).toEqual([]);
    });
  }
});

describe('the check sees', () => {
  const nothing: Powers = { dom: 'no', browser: 'none', store: 'no', network: 'none' };
  const found = (files: Record<string, string>, may = nothing) =>
    trespasses('entrypoints/a/index.ts', may, new Map(Object.entries(files)));
  const through = (text: string) => ({
    'entrypoints/a/index.ts': "import { b } from '../../lib/b';",
    'lib/b.ts': text,
  });

  test.each([
    ['DOM', 'document.title'],
    ['browser', "import { browser } from 'wxt/browser';"],
    ['IndexedDB', 'indexedDB.open("x")'],
    ['network', 'await fetch(address)'],
  ])('a place that has no %s and reaches it over another file', (power, text) => {
    expect(found(through(text))).toEqual([`${power}: lib/b.ts`]);
  });

  test('what is loaded later, and what an export hands on', () => {
    expect(found({ ...through('document'), 'entrypoints/a/index.ts': "import('../../lib/b')" })).toHaveLength(
      1,
    );
    expect(
      found({ ...through('document'), 'entrypoints/a/index.ts': "export { b } from '../../lib/b';" }),
    ).toHaveLength(1);
  });

  test('a type is not reached, and a file of one’s own is no network', () => {
    const typed = "import type { b } from '../../lib/b';\nimport { type c } from '../../lib/b';";
    expect(found({ ...through('document'), 'entrypoints/a/index.ts': typed })).toEqual([]);
    expect(found(through("fetch('/widget.js'); place.fetch(address)"))).toEqual([]);
  });

  test('a reader that writes, also by a function that calls the one which does', () => {
    const store = [
      'export async function keep(db) {\n  await db.put(1);\n}',
      'export async function keepAll(db) {\n  await keep(db);\n}',
      'export async function look(db) {\n  return db.get(1);\n}\n',
    ].join('\n');
    const of = (name: string) => ({
      'entrypoints/a/index.ts': `import { ${name} } from '../../lib/store/s';`,
      'lib/store/s.ts': store,
    });
    const reads = { ...nothing, store: 'read' };
    expect(found(of('keep'), reads)).toEqual(['writes: entrypoints/a/index.ts: keep']);
    expect(found(of('keepAll'), reads)).toEqual(['writes: entrypoints/a/index.ts: keepAll']);
    expect(found(of('look'), reads)).toEqual([]);
    expect(found(of('keep'), { ...nothing, store: 'read, write' })).toEqual([]);
  });

  test('a content script with more than messages', () => {
    const may = { ...nothing, browser: 'messages only' };
    const door = (name: string) => ({
      'entrypoints/a/index.ts': `import { x } from '../../lib/platform/${name}';`,
      [`lib/platform/${name}.ts`]: "import { browser } from 'wxt/browser';",
    });
    expect(found(door('messages'), may)).toEqual([]);
    expect(found(door('settings'), may)).toEqual(['browser: lib/platform/settings.ts']);
  });
});
