import type { Page } from '@playwright/test';

/**
 * Waits until a page of ours has drawn all it has to say: nothing of it has changed for ten frames, and no part says
 * that it is busy. What is worked out in a worker comes within a few.
 */
export const drawn = (page: Page) =>
  page.evaluate(async () => {
    let still = 0;
    const changes = new MutationObserver(() => {
      still = 0;
    });
    const all = { subtree: true, childList: true, characterData: true, attributes: true };
    changes.observe(document.documentElement, all);
    while (still++ < 10 || document.querySelector('[aria-busy="true"]')) {
      await new Promise(requestAnimationFrame);
    }
    changes.disconnect();
  });
