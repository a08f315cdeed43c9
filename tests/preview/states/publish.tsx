import { CardPreview } from '../../../components/publish/CardPreview';
import { loadWidget } from '../../../components/publish/load-widget';
import { PublishForm } from '../../../components/publish/PublishForm';
import { PublishPage } from '../../../components/publish/PublishPage';
import { TakeAway } from '../../../components/publish/TakeAway';
import { LAYOUTS, parseSnapshot, type Snapshot } from '../../../lib/domain/snapshot';
import { NO_CHOICE, type WidgetChoice } from '../../../lib/domain/widget-choice';
import { note } from '../../../lib/state/commands';
import { today } from '../../../lib/state/session';
import { AUDIENCES } from '../../../lib/text/widget-words';
import { LONG } from '../act';
import type { Shown, State } from '../catalogue';
import { NOW } from '../stand-ins/moment';

const URL = 'https://www.binance.com/en/support/announcement/preview-';
const CAMPAIGNS = [
  { title: 'Autumn Trading Tournament', url: `${URL}a`, to: NOW + 4e8 },
  { title: `New User Gift ${LONG}`, url: `${URL}b` },
];
const FIGURES = { referrals: 12_345, years: 4, index: [40, 55, 62, 48, 71, 80, 77, 92, 85, 60, 88, 100] };

const snapshot = (more: Partial<Snapshot> = {}): Snapshot =>
  parseSnapshot({ code: 'bpcode', layout: 'card', theme: 'auto', name: 'Ana’s trading notes', ...more })!;

const FULL = { campaigns: CAMPAIGNS, figures: FIGURES };
const audience = (lang: string) => ({
  lang,
  rtl: AUDIENCES[lang].rtl === true,
  words: AUDIENCES[lang].words,
});

/** The real widget, beside a text, in it, and across a page; on light and on dark sites. */
const widget = (more?: Partial<Snapshot>): State => ({
  view: () => (
    <section class="panel box previews">
      {[280, 760].flatMap(width =>
        (['light', 'dark'] as const).map(scheme => (
          <CardPreview key={`${width} ${scheme}`} snapshot={snapshot(more)} width={width} scheme={scheme} />
        )),
      )}
    </section>
  ),
  before: loadWidget,
  after: () => customElements.whenDefined('referral-card'),
});

const choosing = (choice: Partial<WidgetChoice>) => () =>
  note('preferences', { widget: { ...NO_CHOICE, ...choice } });

export default {
  Widget: Object.fromEntries(
    LAYOUTS.flatMap(layout => [
      [layout, widget({ layout })],
      [`${layout}, full`, widget({ layout, ...FULL })],
      [`${layout}, long`, widget({ layout, name: LONG, ...FULL, words: AUDIENCES.de.words })],
      [`${layout}, right to left`, widget({ layout, ...FULL, ...audience('ar') })],
    ]),
  ),
  CardPreview: { card: widget() },
  PublishPage: {
    own: { view: () => <PublishPage today={today.value} />, book: 'own', route: '/publish' },
    'without a code': {
      view: () => <PublishPage today={today.value} />,
      settings: { codes: [], defaultCode: undefined },
      route: '/publish',
    },
  },
  PublishForm: {
    plain: () => <PublishForm />,
    long: {
      view: () => <PublishForm />,
      before: async () => {
        await note('campaigns', {
          c: { title: `${LONG} ${LONG}`, kind: 'other', url: `${URL}c` },
          d: { title: 'Autumn Trading Tournament', kind: 'competition', url: `${URL}d` },
        });
        await choosing({ name: LONG.slice(0, 60), disclosure: LONG, campaigns: ['c'] })();
      },
    },
  },
  TakeAway: {
    own: { view: () => <TakeAway snapshot={snapshot(FULL)} reserve="280:300 360:280" />, before: loadWidget },
    'a code of somebody else': () => <TakeAway snapshot={snapshot({ code: 'OTHER1' })} reserve="" />,
    'published before': {
      view: () => <TakeAway snapshot={snapshot()} reserve="" />,
      before: () => note('preferences', { published: snapshot({ code: 'OTHER1', name: LONG, ...FULL }) }),
    },
  },
} satisfies Shown;
