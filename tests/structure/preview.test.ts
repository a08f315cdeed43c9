import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { expect, test } from 'vitest';

const ROOT = resolve(import.meta.dirname, '../..');

/** The texts of all `.tsx` files of a folder, by path. */
function textsOf(folder: string): Map<string, string> {
  const files = readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && entry.name.endsWith('.tsx'))
    .map(entry => relative(ROOT, join(entry.parentPath, entry.name)).replaceAll('\\', '/'));
  return new Map(files.map(file => [file, readFileSync(join(ROOT, file), 'utf8')]));
}

/** Files that export a component and that no file of states imports by its name. */
function unseen(components: Map<string, string>, states: Map<string, string>): string[] {
  const all = [...states.values()].join('\n');
  return [...components]
    .filter(([file, text]) => {
      const names = [...text.matchAll(/^export function ([A-Z]\w*)/gm)].map(([, name]) => name);
      const path = file.replace(/\.tsx$/, '').replaceAll('/', '\\/');
      const imported = new RegExp(`import \\{([^}]*)\\} from '[./]+\\/${path}'`).exec(all)?.[1] ?? '';
      return names.some(name => !new RegExp(`\\b${name}\\b`).test(imported));
    })
    .map(([file]) => file);
}

const components = textsOf('components');
const states = textsOf('tests/preview/states');

test('every component can be looked at in the preview', () => {
  expect(components.size).toBeGreaterThan(50);
  expect(unseen(components, states)).toEqual([]);
});

test('the check sees a component without states', () => {
  const without = new Map([...states].filter(([file]) => !file.endsWith('/table.tsx')));
  expect(unseen(components, without)).toEqual(['components/controls/VirtualTable.tsx']);
});
