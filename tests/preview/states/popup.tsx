import { LazyQr } from '../../../components/popup/LazyQr';
import { Popup } from '../../../components/popup/Popup';
import { joinLink } from '../../../lib/domain/link';
import { writeSentinel } from '../../../lib/platform/sentinel';
import { glanceSettings } from '../../../lib/state/glance';
import { LINK } from '../../../lib/text/product';
import { clipboard, nothing, press, seen, until } from '../act';
import type { Shown, State } from '../catalogue';
import { front } from '../stand-ins/browser';

/** What comes after the first figure has come. */
const settled = () => until('the settings', () => glanceSettings.value);

const popup = (more: Partial<State> = {}): State => ({
  view: () => <Popup open={nothing} />,
  frame: 'popup',
  book: 'own',
  after: settled,
  ...more,
});

export default {
  Popup: {
    own: popup(),
    demo: popup({ book: 'demo' }),
    'first run': popup({ book: undefined, settings: { consentAt: undefined } }),
    empty: popup({ book: undefined }),
    damaged: popup({
      before: () => writeSentinel({ generation: 99, rows: 1, checksum: 1 }),
      after: () => seen('[role="alert"]'),
    }),
    'without a code': popup({ settings: { codes: [], defaultCode: undefined } }),
    'on a campaign page': popup({
      before: () => {
        front.address = 'https://www.binance.com/en/support/announcement/preview-autumn';
      },
      after: () => seen('.here'),
    }),
    'with the QR code': popup({
      after: async () => {
        await press('button', LINK.qr);
        await seen('.qr');
      },
    }),
    refused: popup({
      before: () => clipboard('closed'),
      after: async () => {
        await press('.copy');
        await seen('.refused');
      },
    }),
    'figures hidden': popup({
      settings: { privacy: true },
      after: () => seen('[data-privacy]'),
    }),
  },
  LazyQr: {
    link: {
      view: () => <LazyQr text={joinLink('bpcode')} title="bpcode" />,
      frame: 'popup',
      after: () => seen('.qr'),
    },
  },
} satisfies Shown;
