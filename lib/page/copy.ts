import { PAGE } from '../text/campaign-pages';
import { element } from './overlay';

/** Writes to the clipboard; where it refuses, the text is shown selected, to be copied by hand. */
export async function copyText(text: string, refused: (field: HTMLElement) => void): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // The page itself shows what to do; no log is in reach of it.
    const box = element('div', 'hand');
    box.append(element('span', '', PAGE.refused));
    const field = element('input');
    field.readOnly = true;
    field.value = text;
    field.setAttribute('aria-label', PAGE.refused);
    box.append(field);
    refused(box);
    field.select();
    field.focus();
    return false;
  }
}

/** Says something politely to those who listen, without moving anything. */
export function announcer(root: HTMLElement): (text: string) => void {
  const live = element('div', 'sr');
  live.setAttribute('role', 'status');
  root.append(live);
  return text => {
    live.textContent = text;
  };
}
