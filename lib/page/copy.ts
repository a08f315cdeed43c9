import { COPIED_FOR } from '../domain/copied-for';
import { CAMPAIGN_PAGE } from '../text/campaign-pages';
import type { Guest } from './guest';
import type { Voice } from './voice';

/** Who is told that a link with a code was copied, and how. */
interface Copying {
  guest: Guest;
  voice: Voice;
  /** The button that stands for the copy. */
  button: HTMLElement;
  /** Shows on the button itself that it has copied, or no longer. */
  show: (copied: boolean) => void;
}

/** Copies a text that carries a code, says so for a while and remembers the code. Where it cannot, it stands there to be copied by hand. */
export async function copyWithCode(
  text: string,
  code: string,
  { guest, voice, button, show }: Copying,
): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    // The page itself shows what to do; no log is in reach of it.
    voice.say(CAMPAIGN_PAGE.refused, button, text);
    return;
  }
  guest.use(code);
  voice.say(CAMPAIGN_PAGE.copied);
  show(true);
  setTimeout(show, COPIED_FOR, false);
}
