import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Plugin } from 'vite';

const MUTANT = '?mutant=';

/**
 * Loads a source file with one text in it replaced: the control of a robustness test. A test that passes with the guard
 * taken out proves nothing.
 */
export function mutants(): Plugin {
  return {
    name: 'mutants',
    enforce: 'pre',
    async load(id) {
      const [file, change] = id.split(MUTANT);
      if (change === undefined) return undefined;
      const [from, to] = JSON.parse(Buffer.from(change, 'hex').toString()) as [string, string];
      const text = await readFile(file, 'utf8');
      if (text.split(from).length !== 2) throw new Error(`${file} must hold this once: ${from}`);
      return text.replace(from, () => to);
    },
  };
}

/** The name under which a mutated file is imported. @param file as an import in another mutant names it, with its ending */
export function mutantName(file: string, from: string, to: string): string {
  return `${file}${MUTANT}${Buffer.from(JSON.stringify([from, to])).toString('hex')}`;
}

/**
 * @param file from the root of the repository
 * @param from stands in it exactly once
 * @returns the module as it would be with `to` in place of `from`; its type is that of the module itself.
 */
export async function mutant<T>(file: string, from: string, to: string): Promise<T> {
  return import(/* @vite-ignore */ mutantName(resolve(import.meta.dirname, '..', file), from, to));
}
