import { browser } from 'wxt/browser';

/**
 * Sends a message to the background. @returns its answer; undefined where it gave none.
 * @throws where there is no background any more: the extension was updated or turned off.
 */
export async function sendMessage<Reply>(message: object): Promise<Reply | undefined> {
  return browser.runtime.sendMessage(message);
}

/** Hears what the background tells this content script, until the signal aborts. @param heard returns whether it was for it. */
export function hearBackground(heard: (raw: unknown) => boolean, ends: AbortSignal): void {
  type Answer = (isHeard: boolean) => void;
  const listener = (raw: unknown, from: { id?: string; tab?: unknown }, answer: Answer) => {
    if (from.id === browser.runtime.id && from.tab === undefined && heard(raw)) answer(true);
  };
  browser.runtime.onMessage.addListener(listener);
  ends.addEventListener('abort', () => {
    // After an update the door is gone already.
    try {
      browser.runtime.onMessage.removeListener(listener);
    } catch {
      // So is the log.
    }
  });
}

/** Whether this script is left over: the extension was updated or turned off, and no door of the browser's opens. */
export const isOrphan = () => browser.runtime?.id === undefined;
