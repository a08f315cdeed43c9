import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { parseDecimal } from '../../../lib/domain/money';
import { BASE, money } from '../../../lib/text/format';
import { LANGUAGES, type Language, languageFor, type Said, speak } from '../../../lib/text/language';
import { POPUP } from '../../../lib/text/popup';
import { asTyped, typedNumber } from '../../../lib/text/typed';
import { EQUAL, EQUAL_EVERYWHERE } from './equal-words';

const TEXT = resolve(import.meta.dirname, '../../../lib/text');
/** Modules without words of their own, or whose words are not for the user: pages for the public have their languages. */
const WORDLESS = ['language', 'typed', 'calendar-file', 'copy-formats', 'widget-forms', 'widget-words'];
const OTHERS = Object.keys(LANGUAGES).filter(language => language !== 'en') as Exclude<Language, 'en'>[];

/** Exports that are no words: tables of names and of digits. */
const NO_WORDS = new Set(['DIGITS', 'LANGUAGES']);

/** Every object of words there is, by module and name. */
async function allWords(): Promise<Map<object, string>> {
  const found = new Map<object, string>();
  for (const file of readdirSync(TEXT).filter(name => name.endsWith('.ts'))) {
    const module = file.slice(0, -3);
    if (WORDLESS.includes(module)) continue;
    const exports: Record<string, unknown> = await import(join(TEXT, file));
    for (const [name, value] of Object.entries(exports)) {
      if (typeof value === 'object' && value && !NO_WORDS.has(name)) found.set(value, `${module}.${name}`);
    }
  }
  return found;
}

const packOf = async (language: string): Promise<Said[]> =>
  (await import(join(TEXT, 'languages', language, 'index.ts'))).words;
const backgroundOf = async (language: string): Promise<Said[]> =>
  (await import(join(TEXT, 'languages', language, 'background.ts'))).words;

type Leaf = string | ((...args: unknown[]) => unknown);

/** Every text and function inside words, by path; getters as what they give. */
function leaves(words: object, path: string): Map<string, Leaf> {
  const found = new Map<string, Leaf>();
  for (const [key, value] of Object.entries(words)) {
    const at = `${path}.${key}`;
    if (typeof value === 'object') for (const [name, leaf] of leaves(value, at)) found.set(name, leaf);
    else found.set(at, value);
  }
  return found;
}

/** Arguments for functions that cannot be called with marks. */
const PLAUSIBLE: Record<string, unknown[]> = {
  'settings.SETTINGS.currencyName': [BASE],
  'data.DATA.seam': [7101, '«a»', '«b»', '«c»'],
};

interface Marked {
  text: string;
  marks: string[];
}

/** What a function of words says with marks in place of what it gets: numbers where it counts, else texts. */
function marked(path: string, of: (...args: unknown[]) => unknown): Marked {
  const numbers = [7101, 7202, 7303].slice(0, of.length);
  const texts = ['«a»', '«b»', '«c»'].slice(0, of.length);
  const mixed = [
    [texts[0], ...numbers.slice(1)],
    [numbers[0], ...texts.slice(1)],
  ];
  for (const args of PLAUSIBLE[path] ? [PLAUSIBLE[path]] : [numbers, texts, ...mixed]) {
    try {
      const text = String(of(...args));
      if (!/undefined|NaN|object/.test(text)) return { text, marks: args.map(String) };
    } catch {
      // It wants other arguments.
    }
  }
  throw new Error(`${path} has no arguments it can be called with: give it some`);
}

const digits = (text: string) => text.replace(/(?<=\d)[\s.,\u202f](?=\d)/g, '');

/** Whether there is a word in what stands around the values. */
const hasWords = (text: string, marks: string[] = []) =>
  /\p{L}{2}/u.test(marks.reduce((rest, mark) => rest.replaceAll(mark, ''), text));

/**
 * Compares words with those of another language, object by object.
 * @returns paths of texts that are the same in both, and of those that have lost a value.
 */
function compared(all: Map<object, string>, here: (words: object) => object) {
  const same: string[] = [];
  const lost: string[] = [];
  for (const [words, name] of all) {
    const before = leaves(words, name);
    const after = leaves(here(words), name);
    expect([...after.keys()].sort(), name).toEqual([...before.keys()].sort());
    for (const [path, english] of before) {
      const own = after.get(path)!;
      if (typeof english === 'string') {
        if (own === english && hasWords(english)) same.push(path);
        continue;
      }
      const model = marked(path, english);
      const { text } = typeof own === 'string' ? { text: own } : marked(path, own);
      if (text === model.text && hasWords(text, model.marks)) same.push(path);
      const values = model.marks.filter(mark => digits(model.text).includes(mark));
      if (!values.every(mark => digits(text).includes(mark))) lost.push(`${path}: ${text}`);
    }
  }
  return { same: same.sort(), lost };
}

afterEach(() => speak([]));

test('a text that was forgotten, a value that was lost and a function nobody can call are caught', () => {
  const WORDS = { open: 'Open', rows: (n: number) => `${n} rows`, of: (name: string) => `of ${name}` };
  const all = new Map([[WORDS, 'some.WORDS']]);
  expect(compared(all, () => ({ open: 'Open', rows: () => 'filas', of: WORDS.of }))).toEqual({
    same: ['some.WORDS.of', 'some.WORDS.open'],
    lost: ['some.WORDS.rows: filas'],
  });
  const picky = (name: 'a' | 'b') => ({ a: 'A', b: 'B' })[name];
  expect(() => marked('some.WORDS.picky', picky as never)).toThrow('give it some');
});

describe.each(OTHERS)('%s', language => {
  test('says everything there is to say', async () => {
    const said = new Set(
      [...(await packOf(language)), ...(await backgroundOf(language))].map(([words]) => words),
    );
    const missing = [...(await allWords())].filter(([words]) => !said.has(words)).map(([, name]) => name);
    expect(missing).toEqual([]);
  });

  test('and says it in other words than English, with the same values in them', async () => {
    const pack = [...(await packOf(language)), ...(await backgroundOf(language))];
    const { same, lost } = compared(await allWords(), words => pack.find(([of]) => of === words)?.[1] ?? {});
    expect(lost).toEqual([]);
    // One that is allowed and no longer the same leaves the list.
    expect(same).toEqual([...EQUAL_EVERYWHERE, ...EQUAL[language]].sort());
  });

  test('is left again without a trace', async () => {
    const before = [...(await allWords()).keys()].map(words => [...leaves(words, '').values()]);
    speak(await packOf(language));
    expect(POPUP.open).not.toBe('Open dashboard');
    speak([]);
    expect([...(await allWords()).keys()].map(words => [...leaves(words, '').values()])).toEqual(before);
  });

  test('numbers that are typed as they are shown are read as they were meant', async () => {
    speak(await packOf(language));
    for (const units of [0n, 5n, 123_450_000_000n, 100_000_000n, 12_345_678_901_234_567n]) {
      expect(parseDecimal(typedNumber(money(units, 8))!)).toBe(units);
    }
    expect(typedNumber(asTyped('15000.5'))).toBe('15000.5');
  });
});

test('a language is chosen, or found among those the browser asks for', () => {
  expect(languageFor('es', ['en-US'])).toBe('es');
  expect(languageFor('xx', ['es-MX', 'en'])).toBe('es');
  expect(languageFor(undefined, ['en-GB', 'es'])).toBe('en');
  expect(languageFor(undefined, ['xx', 'ES-419'])).toBe('es');
  expect(languageFor(undefined, [])).toBe('en');
  expect(languageFor('constructor', [])).toBe('en');
});

describe('what the browser and the stores show', () => {
  const LOCALES = resolve(TEXT, '../../public/_locales');
  const messagesOf = (locale: string): Record<string, { message: string }> =>
    JSON.parse(readFileSync(join(LOCALES, locale, 'messages.json'), 'utf8'));

  test('is there in every language', () => {
    const wanted = Object.keys(LANGUAGES).map(tag => tag.replace('-', '_'));
    expect(readdirSync(LOCALES).sort()).toEqual(wanted.sort());
  });

  // https://developer.chrome.com/docs/extensions/reference/manifest/description, …/name
  test.each(Object.keys(LANGUAGES))('is whole and not longer than the stores allow: %s', tag => {
    const messages = messagesOf(tag.replace('-', '_'));
    expect(Object.keys(messages)).toEqual(Object.keys(messagesOf('en')));
    expect(messages.name.message.length).toBeLessThanOrEqual(75);
    expect(messages.shortName.message.length).toBeLessThanOrEqual(12);
    expect(messages.description.message.length).toBeLessThanOrEqual(132);
  });
});
