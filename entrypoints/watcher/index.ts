import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { isLikely } from '../../lib/domain/campaign-pages';

/**
 * The content script of all pages that are no campaign: one look at the address, again when the page becomes another
 * without loading. The real script is brought once there is something for it to do; a page that never needs it does
 * not pay for it (measured: 1 ms instead of 6).
 */
export default defineUnlistedScript(() => {
  const over = new AbortController();
  const bring = () => {
    over.abort();
    // `wxt/browser` looks at the browser's doors as soon as it is there: that too waits.
    const loading = import('../../lib/platform/load-script').then(({ loadScript }) =>
      loadScript('/campaigns.js'),
    );
    // An extension that was updated meanwhile cannot be brought, and there is no log in reach to say so.
    loading.catch(() => {});
  };
  const once = { signal: over.signal, capture: true, once: true };
  const look = () => isLikely(location.pathname) && bring();
  const { navigation } = window as { navigation?: EventTarget };
  if (navigation) navigation.addEventListener('currententrychange', look, { signal: over.signal });
  else {
    // Without that door nobody tells of a pushed address: it is looked at after what may have pushed one.
    for (const type of ['popstate', 'hashchange', 'pageshow', 'visibilitychange', 'click', 'keyup']) {
      addEventListener(type, () => setTimeout(look, 300), { signal: over.signal, capture: true });
    }
  }
  // An item of the browser's menu is answered by the real script: it must be there before the menu is open.
  for (const type of ['mousedown', 'contextmenu']) addEventListener(type, bring, once);
  // A press in a frame is not told here; that the frame has the focus now is.
  addEventListener('blur', () => document.activeElement instanceof HTMLIFrameElement && bring(), {
    signal: over.signal,
  });
  look();
});
