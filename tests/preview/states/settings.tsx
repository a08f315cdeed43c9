import { Diagnostics } from '../../../components/settings/Diagnostics';
import { SettingsPage } from '../../../components/settings/SettingsPage';
import { bringingInto, currencyTrouble } from '../../../lib/state/currency';
import { today } from '../../../lib/state/session';
import { SETTINGS } from '../../../lib/text/settings';
import { clipboard, press, seen } from '../act';
import type { Shown, State } from '../catalogue';

const page = (more: Partial<State> = {}): State => ({
  view: () => <SettingsPage today={today.value} />,
  route: '/settings',
  ...more,
});

const diagnostics = (before: () => void): State => ({
  view: () => <Diagnostics />,
  book: 'own',
  before,
  after: async () => {
    await press('.btn');
    await seen('textarea');
  },
});

export default {
  Diagnostics: {
    idle: () => <Diagnostics />,
    copied: diagnostics(() => clipboard('open')),
    refused: diagnostics(() => clipboard('closed')),
  },
  SettingsPage: {
    fresh: page(),
    'everything on': page({
      book: 'own',
      settings: {
        privacy: true,
        autoAppend: true,
        notify: true,
        badge: 'referrals',
        feed: true,
        lockHours: 24,
      },
    }),
    'bringing figures into euros': page({
      before: () => {
        bringingInto.value = 'EUR';
      },
    }),
    failed: page({
      before: () => {
        currencyTrouble.value = SETTINGS.noPriceHost;
      },
    }),
  },
} satisfies Shown;
