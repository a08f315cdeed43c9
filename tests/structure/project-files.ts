import { existsSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';

export const ROOT = join(import.meta.dirname, '../..');

/** Folders at the top that people write in. */
export const TOP_FOLDERS = ['lib', 'components', 'entrypoints', 'tests', 'docs', 'public', '.github', '.ci'];

/**
 * Files below a folder of the project and, for '.', those that lie in its root. Paths start at the root, with `/`.
 * A folder that is not there has none.
 */
export function filesIn(folder: string, name: RegExp): string[] {
  const start = join(ROOT, folder);
  if (!existsSync(start)) return [];
  return readdirSync(start, { recursive: folder !== '.', withFileTypes: true })
    .filter(entry => entry.isFile() && name.test(entry.name))
    .map(entry => relative(ROOT, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort();
}
