import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { asking } from '../../lib/messages/contract';
import type { GuestContract } from '../../lib/messages/guest-messages';
import { parseToGuest } from '../../lib/messages/to-guest';
import { copyTold } from '../../lib/page/copy-told';
import { Visit } from '../../lib/page/visit';
import { hearBackground, isOrphan, sendMessage } from '../../lib/platform/messages';
import { CAMPAIGN_PAGE } from '../../lib/text/campaign-pages';

/**
 * The content script of pages that may be campaigns; on others the watcher brings it once they become one. It looks
 * after its tab until the extension is updated or turned off.
 */
export default defineUnlistedScript(() => {
  const life = new AbortController();
  // Where an earlier one runs, this one takes over: the background brings it to tabs in which nobody answers.
  const world = globalThis as { referralCopyLife?: AbortController };
  world.referralCopyLife?.abort();
  world.referralCopyLife = life;
  const ask = asking<GuestContract>(sendMessage);
  // A background that is gone cannot be told anything, faults least of all: this script is over then.
  const over = () => life.abort();
  new Visit(
    {
      isOver: isOrphan,
      data: async () => {
        const asked = await ask('guest-data');
        if (!asked.ok) return undefined;
        Object.assign(CAMPAIGN_PAGE, asked.value.words);
        return asked.value;
      },
      openDashboard: hash => void ask('open-dashboard', { hash }).catch(over),
      hide: where => void ask('hide', { where }).catch(over),
      use: code => void ask('use-code', { code }).catch(over),
      put: corner => void ask('put-pill', { corner }).catch(over),
      qr: code =>
        ask('qr', { code }).then(
          asked => (asked.ok ? asked.value : undefined),
          () => undefined,
        ),
    },
    life.signal,
  );
  // Pressed in a menu of the browser: the text is made by the background, from parts.
  hearBackground(raw => {
    const told = parseToGuest(raw);
    if (told) void copyTold(told);
    return told !== undefined;
  }, life.signal);
});
