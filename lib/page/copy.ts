import { COPIED_FOR } from '../domain/copied-for';
import { CAMPAIGN_PAGE } from '../text/campaign-pages';
import type { Guest } from './guest';
import { element } from './overlay';

/** Who is told that a link with a code was copied, and how. */
interface Copying {
  guest: Guest;
  say: (text: string) => void;
  /** Puts the field with the text where it can be copied by hand. */
  refused: (field: HTMLElement) => void;
  /** Shows on the button itself that it has copied, or no longer. */
  show: (copied: boolean) => void;
}

/** Copies a text that carries a code, says so for a while and remembers the code. */
export async function copyWithCode(text: string, code: string, to: Copying): Promise<void> {
  if (!(await copyText(text, to.refused))) return;
  to.guest.use(code);
  to.say(CAMPAIGN_PAGE.copied);
  to.show(true);
  setTimeout(to.show, COPIED_FOR, false);
}

/** Writes to the clipboard; where it refuses, the text is shown selected, to be copied by hand. */
async function copyText(text: string, refused: (field: HTMLElement) => void): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // The page itself shows what to do; no log is in reach of it.
    const box = element('div', 'hand');
    box.append(element('span', '', CAMPAIGN_PAGE.refused));
    const field = element('input');
    field.readOnly = true;
    field.value = text;
    field.setAttribute('aria-label', CAMPAIGN_PAGE.refused);
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
