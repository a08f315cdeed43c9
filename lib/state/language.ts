import { changeSettings } from '../platform/settings';
import { type Language, languageFor, type Said, speak } from '../text/language';
import { FIRST_WORDS, keepFirstWords } from './first-words';

interface Pack {
  words: Said[];
}

/** The words of each language: what the popup says, the same with what it says of a campaign page, and what the dashboard says. English is there already. */
const PACKS: Record<Exclude<Language, 'en'>, Record<'popup' | 'page' | 'dashboard', () => Promise<Pack>>> = {
  es: {
    popup: () => import('../text/languages/es/glance'),
    page: () => import('../text/languages/es/this-page'),
    dashboard: () => import('../text/languages/es/index'),
  },
  'pt-BR': {
    popup: () => import('../text/languages/pt-BR/glance'),
    page: () => import('../text/languages/pt-BR/this-page'),
    dashboard: () => import('../text/languages/pt-BR/index'),
  },
  'zh-CN': {
    popup: () => import('../text/languages/zh-CN/glance'),
    page: () => import('../text/languages/zh-CN/this-page'),
    dashboard: () => import('../text/languages/zh-CN/index'),
  },
  ru: {
    popup: () => import('../text/languages/ru/glance'),
    page: () => import('../text/languages/ru/this-page'),
    dashboard: () => import('../text/languages/ru/index'),
  },
  tr: {
    popup: () => import('../text/languages/tr/glance'),
    page: () => import('../text/languages/tr/this-page'),
    dashboard: () => import('../text/languages/tr/index'),
  },
};

/** Where pages keep the user's choice, so that they know it before anything is drawn. */
const CHOSEN = 'language';

/** The language the user has chosen here; none: the browser's. */
export const chosenLanguage = (): string | undefined => localStorage.getItem(CHOSEN) ?? undefined;

/** The language of this browser. */
export const browserLanguage = (): Language => languageFor(undefined, navigator.languages);

let spoken: Language = 'en';

/** What this page speaks. */
export const spokenLanguage = (): Language => spoken;

/** Speaks the user's language on this page from now on. Before anything is drawn. */
export async function speakHere(page: 'popup' | 'page' | 'dashboard'): Promise<void> {
  const language = languageFor(chosenLanguage(), navigator.languages);
  spoken = language;
  document.documentElement.lang = language;
  if (language === 'en') {
    localStorage.removeItem(FIRST_WORDS);
    return;
  }
  const { words } = await PACKS[language][page]();
  speak(words);
  keepFirstWords();
}

/** Chooses a language, or the browser's. This page speaks it once it is loaded again. */
export async function chooseLanguage(language: Language | undefined): Promise<void> {
  // The background's notifications and menus go by the settings.
  await changeSettings(settings => ({ ...settings, language }));
  keepLanguage(language);
  location.reload();
}

/** Keeps a choice for this page and the others: each speaks it once it is loaded again. */
export function keepLanguage(language: string | undefined): void {
  if (language) localStorage.setItem(CHOSEN, language);
  else localStorage.removeItem(CHOSEN);
}

/** Forgets what was kept here. */
export function forgetLanguage(): void {
  for (const item of [CHOSEN, FIRST_WORDS]) localStorage.removeItem(item);
}
