import { CampaignCard } from '../../../components/campaigns/CampaignCard';
import { CampaignForm } from '../../../components/campaigns/CampaignForm';
import { CampaignList } from '../../../components/campaigns/CampaignList';
import { CampaignsPage } from '../../../components/campaigns/CampaignsPage';
import { Disclosure } from '../../../components/campaigns/Disclosure';
import { ExclusiveList } from '../../../components/campaigns/ExclusiveList';
import { FeedPanel } from '../../../components/campaigns/FeedPanel';
import type { Campaign, FeedCampaign } from '../../../lib/domain/campaign';
import { DAY_MS } from '../../../lib/domain/day';
import { feed, refreshing } from '../../../lib/state/campaigns';
import { note } from '../../../lib/state/commands';
import { today } from '../../../lib/state/session';
import { LONG, nothing, press, send, type } from '../act';
import type { Shown } from '../catalogue';
import { NOW } from '../stand-ins/moment';

const campaign = (more: Partial<FeedCampaign> = {}): Campaign & Partial<FeedCampaign> => ({
  title: 'Autumn Trading Tournament',
  kind: 'competition',
  url: 'https://www.binance.com/en/support/announcement/preview-autumn',
  from: NOW - 12 * DAY_MS,
  to: NOW + 4 * DAY_MS,
  prize: '1,000,000 USDT',
  ...more,
});

const card = (more?: Partial<FeedCampaign>, own = false) => (
  <div class="grid cards-2">
    <CampaignCard id="c" campaign={campaign(more)} now={NOW} hidden={false} own={own} edit={nothing} />
  </div>
);
const form = (of?: Campaign) => <CampaignForm campaign={of} save={nothing} close={nothing} />;
const panel = () => <FeedPanel today={today.value} />;

export default {
  CampaignsPage: {
    demo: { view: () => <CampaignsPage today={today.value} />, route: '/campaigns', book: 'demo' },
  },
  CampaignList: {
    empty: () => <CampaignList today={today.value} />,
    'nothing found': {
      view: () => <CampaignList today={today.value} />,
      before: () => note('campaigns', { c: campaign() }),
      after: () => type('[data-search]', LONG),
    },
    few: {
      view: () => <CampaignList today={today.value} />,
      before: () => note('campaigns', { c: campaign(), d: campaign({ title: LONG, prize: LONG }) }),
    },
  },
  CampaignCard: {
    ongoing: () => card(),
    upcoming: () => card({ from: NOW + DAY_MS }),
    ended: () => card({ to: NOW - DAY_MS }),
    undated: () => card({ from: undefined, to: undefined, prize: undefined }),
    'own, for affiliates': () => card({ affiliate: true, region: 'Brazil' }, true),
    gone: () => card({ gone: true }),
    long: () => card({ title: `${LONG} ${LONG}`, prize: LONG, note: `${LONG} ${LONG}`, region: LONG }),
    'menu open': { view: () => card(), after: () => press('.pill') },
    'without a code': { view: () => card(), settings: { codes: [], defaultCode: undefined } },
  },
  CampaignForm: {
    new: () => form(),
    filled: () => form(campaign({ note: LONG })),
    failed: { view: () => form(), after: () => send() },
  },
  FeedPanel: {
    off: panel,
    never: { view: panel, settings: { feed: true } },
    busy: {
      view: panel,
      settings: { feed: true },
      before: () => {
        refreshing.value = true;
      },
    },
    failed: {
      view: panel,
      settings: { feed: true },
      before: () => {
        const trouble = { at: NOW, why: 'limited' as const, until: NOW + 3_600_000 };
        feed.value = { campaigns: {}, listedAt: NOW - DAY_MS, trouble };
      },
    },
  },
  Disclosure: {
    ours: () => <Disclosure />,
    own: { view: () => <Disclosure />, before: () => note('preferences', { disclosure: `${LONG} ${LONG}` }) },
  },
  ExclusiveList: {
    empty: { view: () => <ExclusiveList today={today.value} />, route: '/campaigns/exclusive' },
    demo: { view: () => <ExclusiveList today={today.value} />, route: '/campaigns/exclusive', book: 'demo' },
  },
} satisfies Shown;
