import { SettingsPage } from '../../../components/settings/SettingsPage';
import { bringingInto, currencyTrouble } from '../../../lib/state/currency';
import { today } from '../../../lib/state/session';
import { SETTINGS } from '../../../lib/text/settings';
import type { Shown, State } from '../catalogue';

const page = (more: Partial<State> = {}): State => ({
  view: () => <SettingsPage today={today.value} />,
  route: '/settings',
  ...more,
});

export default {
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
