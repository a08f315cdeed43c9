import { FORM } from '../text/format';
import { LEADS } from '../text/popup';

/** Where the words of the popup's first figure are kept; nothing: they are English. */
export const FIRST_WORDS = 'first-words';

/** Keeps the words of the first figure as they are now. */
export function keepFirstWords(): void {
  const { group, point } = FORM;
  localStorage.setItem(FIRST_WORDS, JSON.stringify({ form: { group, point }, leads: LEADS }));
}

/** Takes the words that were kept. @returns whether there were any. */
export function takeFirstWords(): boolean {
  const kept = JSON.parse(localStorage.getItem(FIRST_WORDS) ?? 'null');
  Object.assign(FORM, kept?.form);
  Object.assign(LEADS, kept?.leads);
  return kept !== null;
}
