import { FirstRun } from '../../../components/first-run/FirstRun';
import { App } from '../../../components/shell/App';
import { KeySheet } from '../../../components/shell/KeySheet';
import { SectionPage } from '../../../components/shell/SectionPage';
import { Trouble } from '../../../components/shell/Trouble';
import { SECTIONS } from '../../../lib/domain/section';
import { message } from '../../../lib/state/commands';
import { failure, stage, today } from '../../../lib/state/session';
import { LONG, painted, seen } from '../act';
import type { Shown, State } from '../catalogue';

/** Every section, and the tabs that some have beside the first. */
const PATHS = [...SECTIONS.map(section => section.id), 'income/bonus', 'campaigns/exclusive'];

const app = (more: Partial<State>): State => ({ view: () => <App />, frame: 'page', ...more });

export default {
  App: {
    ...Object.fromEntries(
      PATHS.map(path => [`${path.replace('/', ', ')}, empty`, app({ route: `/${path}` })]),
    ),
    ...Object.fromEntries(
      PATHS.map(path => [path.replace('/', ', '), app({ route: `/${path}`, book: 'own' })]),
    ),
    demo: app({ route: '/overview', book: 'demo' }),
    loading: app({
      before: () => {
        stage.value = 'loading';
      },
    }),
    'first run': app({ settings: { consentAt: undefined } }),
    'bad news': app({
      route: '/settings',
      after: async () => {
        // A section that opens takes older news away.
        await painted();
        message.value = { tone: 'bad', text: `${LONG} could not be written.` };
        await seen('.notice.bad');
      },
    }),
    'figures hidden': app({ route: '/overview', book: 'own', settings: { privacy: true } }),
  },
  FirstRun: { first: { view: () => <FirstRun />, frame: 'page' } },
  KeySheet: {
    open: {
      view: () => <KeySheet />,
      frame: 'page',
      after: async () => {
        await painted();
        document.dispatchEvent(new KeyboardEvent('keydown', { key: '?' }));
        await seen('dialog[open]');
      },
    },
  },
  SectionPage: {
    empty: () => (
      <SectionPage title="Section" today={today.value} needsLedger>
        nothing
      </SectionPage>
    ),
    demo: {
      view: () => (
        <SectionPage title="Section" today={today.value} needsLedger>
          <section class="panel box">What it shows</section>
        </SectionPage>
      ),
      book: 'demo',
    },
  },
  Trouble: {
    damaged: { view: () => <Trouble damaged />, frame: 'page' },
    failed: {
      view: () => <Trouble />,
      frame: 'page',
      before: () => {
        failure.value = `${LONG} is not readable`;
      },
    },
  },
} satisfies Shown;
