import { readSettings } from '../../lib/platform/settings';
import { type Language, languageFor, type Said, speak } from '../../lib/text/language';
import { words as es } from '../../lib/text/languages/es/background';
import { words as pt } from '../../lib/text/languages/pt-BR/background';
import { words as ru } from '../../lib/text/languages/ru/background';
import { words as tr } from '../../lib/text/languages/tr/background';
import { words as zh } from '../../lib/text/languages/zh-CN/background';

/** What the background says itself, in each language; loading code later is not for a service worker. */
const WORDS: Record<Language, Said[]> = { en: [], es, 'pt-BR': pt, 'zh-CN': zh, ru, tr };

let spoken: Language = 'en';

/** Speaks the user's language from now on: before every text that is shown somewhere. */
export async function speakAsSet(): Promise<void> {
  const language = languageFor((await readSettings()).language, navigator.languages);
  if (language === spoken) return;
  spoken = language;
  speak(WORDS[language]);
}
