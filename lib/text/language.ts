/** The languages our pages speak, by their own names. English is what the modules of this folder say themselves. */
export const LANGUAGES = {
  en: 'English',
  es: 'Español',
  'pt-BR': 'Português (Brasil)',
  'zh-CN': '简体中文',
  ru: 'Русский',
  tr: 'Türkçe',
} as const;

export type Language = keyof typeof LANGUAGES;

export const isLanguage = (text: unknown): text is Language =>
  typeof text === 'string' && Object.hasOwn(LANGUAGES, text);

/**
 * The language to speak.
 * @param chosen by the user, if they have.
 * @param wanted what the browser asks pages for, the best first: BCP 47 tags.
 */
export function languageFor(chosen: string | undefined, wanted: readonly string[]): Language {
  if (isLanguage(chosen)) return chosen;
  const all = Object.keys(LANGUAGES) as Language[];
  for (const tag of wanted) {
    // Another country's form of a language is nearer than another language.
    const near = all.find(own => own === tag) ?? all.find(own => baseOf(own) === baseOf(tag));
    if (near) return near;
  }
  return 'en';
}

const baseOf = (tag: string) => tag.split('-')[0].toLowerCase();

/** Words of a module, and what stands there in another language. */
export type Said = [words: object, here: object];

/** Pairs the words of a module with all of them in another language. */
export const said = <T extends object>(words: T, here: NoInfer<T>): Said => [words, here];

const english = new Map<object, PropertyDescriptorMap>();

/** Puts a language's words in place of those that were there; none: English. Whoever reads them later reads these. */
export function speak(language: Said[]): void {
  for (const [words, own] of english) Object.defineProperties(words, own);
  for (const [words, here] of language) {
    if (!english.has(words)) english.set(words, Object.getOwnPropertyDescriptors(words));
    Object.defineProperties(words, Object.getOwnPropertyDescriptors(here));
  }
}
