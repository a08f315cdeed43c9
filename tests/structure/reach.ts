/** What code reaches from an entrypoint, and what of the world it touches there: pure, on texts of files by path. */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { filesIn, ROOT } from './project-files';

/** Files by their path from the root, without comments: those may say what code may not. */
export type Texts = Map<string, string>;

const withoutComments = (text: string) => text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');

export function readTexts(...folders: string[]): Texts {
  const paths = folders.flatMap(folder => filesIn(folder, /\.tsx?$/));
  return new Map(paths.map(path => [path, withoutComments(readFileSync(join(ROOT, path), 'utf8'))]));
}

/** Imports that are there when the code runs: types are erased. */
const withoutTypes = (text: string) =>
  text.replace(/\b(?:import|export) type [^;]*;/g, '').replace(/\btype \w+(?: as \w+)?,?/g, '');

interface Import {
  names: string[];
  /** A project file, or a package's name. */
  to: string;
}

function importsOf(path: string, texts: Texts): Import[] {
  const found = withoutTypes(texts.get(path) ?? '').matchAll(
    /(?:(?:import|export)\s+([^;'"]*?)\s*from\s*|import\s*\(?\s*)'([^']+)'/g,
  );
  return [...found]
    .filter(([, names]) => names === undefined || !/^\{\s*\}$/.test(names))
    .map(([, names = '', to]) => {
      const file = join(dirname(path), to).replaceAll('\\', '/');
      return {
        names: [...names.matchAll(/(\w+)(?: as \w+)?/g)].map(([, name]) => name),
        to: to.startsWith('.') ? ([file, `${file}.ts`, `${file}.tsx`].find(p => texts.has(p)) ?? file) : to,
      };
    });
}

/** All files that run where `entry` runs. A worker is a place of its own: it is started by its address. */
export function reachedFrom(entry: string, texts: Texts): string[] {
  const reached = new Set<string>();
  const queue = [entry];
  for (let path = queue.pop(); path !== undefined; path = queue.pop()) {
    if (reached.has(path) || !texts.has(path)) continue;
    reached.add(path);
    queue.push(...importsOf(path, texts).map(i => i.to));
  }
  return [...reached];
}

const FUNCTION = /^(?:export )?(?:async )?function\*? (\w+)[\s\S]*?\n}\n/gm;
const WRITES = /'readwrite'|\.(?:put|delete|clear|add)\(/;

/** Functions of the store that write, also by calling another one that does. */
function writersOf(path: string, texts: Texts): Set<string> {
  const bodies = [...(texts.get(path) ?? '').matchAll(FUNCTION)].map(([body, name]) => ({ body, name }));
  const writers = new Set(bodies.filter(({ body }) => WRITES.test(body)).map(({ name }) => name));
  for (let before = -1; before !== writers.size; ) {
    before = writers.size;
    for (const { body, name } of bodies) {
      const calls = [...body.matchAll(/(\w+)\(/g)].map(([, called]) => called).filter(c => c !== name);
      if (calls.some(called => writers.has(called))) writers.add(name);
    }
  }
  return writers;
}

/** What code may touch, and by what it is known. */
export interface Touched {
  dom: string[];
  /** Files that know the browser's doors. */
  browser: string[];
  /** Files that know our database. */
  store: string[];
  /** Functions of the store that write, by who calls them. */
  writes: string[];
  network: string[];
}

const DOM = /\bdocument\b(?!s)|(?<!-)\bwindow\b|\blocalStorage\b|\bHTMLElement\b/;
const BROWSER = /from 'wxt\/browser'|import\('wxt\/browser'\)|\bchrome\.\w+\./;
const STORE = /from 'idb'|\bindexedDB\b/;
/** A file of our own, asked for by its address, is no network; neither is a `fetch` that was handed in. */
const NETWORK = /(?<![.#\w])fetch\((?!'\/)|\bXMLHttpRequest\b|\bWebSocket\b|\bEventSource\b|\bsendBeacon\b/;

export function touchedFrom(entry: string, texts: Texts): Touched {
  const reached = reachedFrom(entry, texts);
  const those = (pattern: RegExp) => reached.filter(path => pattern.test(texts.get(path) ?? ''));
  const writes = reached
    .filter(path => !path.startsWith('lib/store/'))
    .flatMap(path =>
      importsOf(path, texts)
        .filter(({ to }) => to.startsWith('lib/store/'))
        .flatMap(({ names, to }) =>
          names.filter(name => writersOf(to, texts).has(name)).map(name => `${path}: ${name}`),
        ),
    );
  return { dom: those(DOM), browser: those(BROWSER), store: those(STORE), writes, network: those(NETWORK) };
}
