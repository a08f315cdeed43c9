import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { paintFirst } from '../../components/popup/paint-first';
import { readFirst } from '../../lib/state/first-glance';

/**
 * The popup's first figure, before the rest of it: a small script of its own that asks the ledger and writes the one
 * number into the page. The popup's other code waits until that is on the screen.
 */
export default defineUnlistedScript(() => {
  const painted = readFirst(Date.now()).then(
    view => {
      if (!view) return;
      paintFirst(view, document);
      return new Promise<void>(done => {
        requestAnimationFrame(() => setTimeout(done));
      });
    },
    // What is wrong with the ledger is for the popup to say.
    () => {},
  );
  Object.assign(globalThis, { popupPainted: painted });
});
