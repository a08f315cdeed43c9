import { Popup } from '../../../components/popup/Popup';
import { ThisPage } from '../../../components/popup/ThisPage';
import type { Campaign } from '../../../lib/domain/campaign';
import { parseCampaignPage } from '../../../lib/domain/page-link';
import { writeSentinel } from '../../../lib/platform/sentinel';
import { glanceSettings } from '../../../lib/state/glance';
import type { PageInFront } from '../../../lib/state/this-page';
import { DISCLOSURE } from '../../../lib/text/disclosure';
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

const CUP = 'https://www.binance.com/en/activity/trading-competition/cup';
const HOUR = 3_600_000;

/** The part of popup and side panel about a campaign page in front. */
const inFront = (campaign?: Partial<Campaign>, more: Partial<PageInFront> = {}): State => ({
  view: () => {
    const here: PageInFront = {
      page: parseCampaignPage(CUP)!,
      title: campaign?.title ?? 'Spring Cup | Binance',
      campaign: campaign && { title: 'Spring Cup', kind: 'competition', url: CUP, ...campaign },
      form: 'page',
      disclosure: DISCLOSURE.line,
      window: 1,
      ...more,
    };
    return <ThisPage here={here} code="bpcode" panel={more.window === undefined && 'window' in more} />;
  },
  frame: 'popup',
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
  ThisPage: {
    unknown: inFront(),
    ongoing: inFront({
      title:
        'Trade the Spring Cup and Share 500,000 USDT: an unusually long headline of Binance’s own making',
      prize: '500,000 USDT',
      from: Date.now() - 40 * HOUR,
      to: Date.now() + 100 * HOUR,
    }),
    upcoming: inFront({ from: Date.now() + 40 * HOUR, to: Date.now() + 100 * HOUR }, { form: 'join' }),
    ended: inFront({ to: Date.now() - 40 * HOUR }, { form: 'text' }),
    'in the panel': inFront({}, { window: undefined }),
    'copied by hand': {
      ...inFront({ prize: '500,000 USDT' }),
      before: () => clipboard('closed'),
      after: async () => {
        await press('.forms .btn:nth-child(2)');
        await seen('.refused');
      },
    },
  },
} satisfies Shown;
