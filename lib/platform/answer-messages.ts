import { browser } from 'wxt/browser';
import { failed } from '../domain/result';
import { reportFault } from './fault-log';

/** Who sent a message: one of our own pages, our content script on a page of Binance (with that page's address and tab). */
export type Sender = { is: 'page' } | { is: 'guest'; address: string; tab: number | undefined };

function senderOf(sender: {
  id?: string;
  url?: string;
  frameId?: number;
  tab?: { id?: number };
}): Sender | undefined {
  if (sender.id !== browser.runtime.id || !sender.url || !URL.canParse(sender.url)) return undefined;
  // A content script has our id too: what tells the two is the origin.
  const { origin } = new URL(sender.url);
  if (origin === new URL(browser.runtime.getURL('/dashboard.html' as '/dashboard.html')).origin)
    return { is: 'page' };
  if (origin === 'https://www.binance.com' && sender.frameId === 0)
    return { is: 'guest', address: sender.url, tab: sender.tab?.id };
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
