import { browser } from 'wxt/browser';
import { failed } from '../domain/result';
import { reportFault } from './fault-log';

/**
 * Sends a message to the background. @returns its answer; undefined where it gave none.
 * @throws where there is no background any more: the extension was updated or turned off.
 */
export async function sendMessage<Reply>(message: object): Promise<Reply | undefined> {
  return browser.runtime.sendMessage(message);
}

/** Who sent a message: one of our own pages, our content script on a page of Binance (with that page's address). */
export type Sender = { is: 'page' } | { is: 'guest'; address: string };

function senderOf(sender: { id?: string; url?: string; frameId?: number }): Sender | undefined {
  if (sender.id !== browser.runtime.id || !sender.url || !URL.canParse(sender.url)) return undefined;
  // A content script has our id too: what tells the two is the origin.
  const { origin } = new URL(sender.url);
  if (origin === new URL(browser.runtime.getURL('/dashboard.html' as '/dashboard.html')).origin)
    return { is: 'page' };
  if (origin === 'https://www.binance.com' && sender.frameId === 0)
    return { is: 'guest', address: sender.url };
  return undefined;
}

/**
 * Answers messages. Never an async listener: the browser would take the promise for the answer in some versions and
 * drop it in others (docs/facts/platform.md §3).
 * @param answer undefined leaves a message unanswered.
 */
export function answerMessages(answer: (raw: unknown, sender: Sender) => Promise<unknown> | undefined): void {
  browser.runtime.onMessage.addListener((raw, from, respond) => {
    const sender = senderOf(from);
    const answered = sender && answer(raw, sender);
    if (!answered) return undefined;
    answered.then(respond, error => {
      reportFault('message', error);
      respond(failed({ is: 'failed' }));
    });
    return true;
  });
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
