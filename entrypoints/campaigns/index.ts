import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import type { GuestMessage, Result } from '../../lib/messages/messages';
import type { GuestData } from '../../lib/page/guest';
import { Visit } from '../../lib/page/visit';
import { ask, hearBackground } from '../../lib/platform/messages';
import { PAGE } from '../../lib/text/campaign-pages';

/**
 * The content script of pages that may be campaigns; on others the lookout brings it once they become one. It looks
 * after its tab until the extension is updated or turned off.
 */
export default defineUnlistedScript(() => {
  const life = new AbortController();
  const tell = (message: GuestMessage) => void ask(message).catch(() => life.abort());
  const want = async <T>(message: GuestMessage): Promise<T | undefined> => {
    const result = await ask<GuestMessage, Result<T> | undefined>(message);
    return result?.ok ? result.value : undefined;
  };
  new Visit(
    {
      data: async () => {
        const data = await want<GuestData>({ is: 'guest-data' });
        Object.assign(PAGE, data?.words);
        return data;
      },
      openDashboard: hash => tell({ is: 'open-dashboard', hash: hash === '#/links' ? hash : '' }),
      hide: where => tell({ is: 'hide', where }),
      use: code => tell({ is: 'use-code', code }),
      qr: code => want<{ path: string; size: number }>({ is: 'qr', code }).catch(() => undefined),
    },
    life.signal,
  );
  // Pressed in a menu of the browser: the text is made by the background, from parts.
  hearBackground(raw => {
    const { is, text } = (raw ?? {}) as { is?: unknown; text?: unknown };
    if (is === 'copy' && typeof text === 'string') void navigator.clipboard.writeText(text).catch(() => {});
  }, life.signal);
});
