import { browser } from 'wxt/browser';

/** Sends a message to the background and waits for its answer. */
export async function ask<M, R>(message: M): Promise<R> {
  return (await browser.runtime.sendMessage(message)) as R;
}

/**
 * Answers messages. Never an async listener: the browser would take the promise for the answer in some versions and
 * drop it in others (facts/platform.md).
 * @param answer gets the message and whether one of our own pages sent it; undefined leaves it unanswered.
 */
export function answerMessages(
  answer: (raw: unknown, fromPage: boolean) => Promise<unknown> | undefined,
): void {
  const own = new URL(browser.runtime.getURL('/dashboard.html' as '/dashboard.html')).origin;
  browser.runtime.onMessage.addListener((raw, sender, respond) => {
    // A content script of ours has our id too: what tells pages is their origin.
    const fromPage =
      sender.id === browser.runtime.id && sender.url !== undefined && URL.canParse(sender.url)
        ? new URL(sender.url).origin === own
        : false;
    const answered = answer(raw, fromPage);
    if (!answered) return undefined;
    answered.then(respond, error => respond({ ok: false, fault: String(error) }));
    return true;
  });
}
