import { browser } from 'wxt/browser';

/**
 * Sends a message to the background. @returns its answer; undefined where it gave none.
 * @throws where there is no background any more: the extension was updated or turned off.
 */
export async function sendMessage<Reply>(message: object): Promise<Reply | undefined> {
  return browser.runtime.sendMessage(message);
}

/** Answers what the background tells this content script, until the signal aborts. */
export function hearBackground(heard: (raw: unknown) => void, ends: AbortSignal): void {
  const listener = (raw: unknown, from: { id?: string; tab?: unknown }) => {
    if (from.id === browser.runtime.id && from.tab === undefined) heard(raw);
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
