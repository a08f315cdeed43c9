import { Overlay } from './overlay';
import { Voice } from './voice';

/** What is to be copied, and what to say when it is, or has to be copied by hand; without the first only that. */
interface Told {
  text: string;
  copied?: string;
  refused: string;
}

/**
 * Copies what was pressed in a menu of the browser or by its key, and shows that it has; where the page may not write to
 * the clipboard, or does not have the focus, the text stands there to be copied by hand.
 */
export async function copyTold({ text, copied, refused }: Told): Promise<void> {
  const page = new AbortController();
  const overlay = new Overlay(page.signal);
  const voice = new Voice(overlay.root);
  const close = () => page.abort();
  if (copied === undefined) return voice.show(refused, { text, close });
  try {
    await navigator.clipboard.writeText(text);
    voice.show(copied, { close });
  } catch {
    // The page itself shows what to do; no log is in reach of it.
    voice.show(refused, { text, close });
  }
}
