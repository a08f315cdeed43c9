import { Filters } from '../../../components/filters/Filters';
import { LinkCard } from '../../../components/link/LinkCard';
import { Codes } from '../../../components/overview/Codes';
import { CountryPanel } from '../../../components/overview/CountryPanel';
import { Freshness } from '../../../components/overview/Freshness';
import { MetricCards } from '../../../components/overview/MetricCards';
import { MetricTrend } from '../../../components/overview/MetricTrend';
import { OverviewPage } from '../../../components/overview/OverviewPage';
import { Ratios } from '../../../components/overview/Ratios';
import { Remarks } from '../../../components/overview/Remarks';
import type { Overview } from '../../../lib/ledger/overview';
import { note } from '../../../lib/state/commands';
import { overview } from '../../../lib/state/sections';
import { today } from '../../../lib/state/session';
import { OVERVIEW } from '../../../lib/text/overview';
import { LONG, Once, press } from '../act';
import type { Shown, State } from '../catalogue';

/** A part that is drawn from the overview's answer. */
const of = (view: (data: Overview) => preact.ComponentChild, more: Partial<State> = {}): State => ({
  view: () => <Once of={overview}>{view}</Once>,
  book: 'own',
  route: '/overview',
  ...more,
});

const cards = (data: Overview) => <MetricCards data={data} today={today.value} />;
const filters = (data: Overview) => <Filters data={data} today={today.value} />;
const remarks = (data: Overview) => <Remarks scope={data} today={today.value} />;
/** Three million dollars, in Colombian pesos. */
const big = 12_345_678_901_234_567n * 100n;
const shares = (names: string[]) => names.map(code => ({ code, newReferrals: 12_345, commission: big }));

export default {
  OverviewPage: {
    own: { view: () => <OverviewPage today={today.value} />, book: 'own', route: '/overview' },
    'outside of what is known': {
      view: () => <OverviewPage today={today.value} />,
      book: 'own',
      route: '/overview?period=custom&from=2019-01-01&to=2019-01-31',
    },
  },
  MetricCards: {
    own: of(cards),
    empty: of(cards, { route: '/overview?period=custom&from=2019-01-01&to=2019-01-31' }),
    stale: of(cards, {
      after: () => {
        overview.stale.value = true;
      },
    }),
    long: of(data =>
      cards({
        ...data,
        cards: data.cards.map(card => ({
          ...card,
          value: card.metric === 'commission' ? big : 1_234_567n,
          unpriced: 12_345,
        })),
      }),
    ),
  },
  MetricTrend: { own: of(data => <MetricTrend data={data} today={today.value} />) },
  Filters: {
    plain: of(filters),
    narrowed: of(filters, { route: '/overview?account=futures&code=TG2024&country=BR' }),
    'period open': of(filters, { after: () => press('[data-menu="period"]') }),
  },
  Remarks: {
    none: of(remarks),
    adding: of(remarks, { after: () => press('.link-button', OVERVIEW.addNote) }),
    long: of(remarks, {
      before: () =>
        note('remarks', {
          a: { day: today.value - 1, text: 'Video about futures fees' },
          b: { day: today.value - 2, text: `${LONG} ${LONG}` },
        }),
    }),
  },
  Freshness: { own: of(() => <Freshness today={today.value}>{OVERVIEW.partly(3, 30)}</Freshness>) },
  Codes: {
    own: of(data => <Codes data={data} />),
    empty: of(data => <Codes data={{ ...data, codes: [] }} />),
    long: of(data => <Codes data={{ ...data, codes: shares(['', LONG.repeat(2), 'bpcode']) }} />),
  },
  CountryPanel: {
    nobody: { view: () => <CountryPanel />, book: 'own', route: '/overview' },
    known: {
      view: () => <CountryPanel />,
      book: 'own',
      route: '/overview',
      before: () => note('codes', { bpcode: { country: 'BR' }, TG2024: { country: 'BA' } }),
    },
  },
  Ratios: {
    none: () => <Ratios today={today.value} />,
    set: {
      view: () => <Ratios today={today.value} />,
      before: () => {
        const terms = [{ from: 0, ratio: { spot: 4_100, futures: 3_000 }, kickback: { spot: 1_025 } }];
        return note('codes', { bpcode: { terms } });
      },
    },
  },
  LinkCard: {
    own: () => <LinkCard />,
    none: { view: () => <LinkCard />, settings: { codes: [], defaultCode: undefined } },
    demo: { view: () => <LinkCard />, book: 'demo', settings: { codes: [], defaultCode: undefined } },
  },
} satisfies Shown;
