import { BatchCheck } from '../../../components/referrals/BatchCheck';
import { CountryImport } from '../../../components/referrals/CountryImport';
import { CountryTable } from '../../../components/referrals/CountryTable';
import { ReferralNotes } from '../../../components/referrals/ReferralNotes';
import { ReferralPage } from '../../../components/referrals/ReferralPage';
import { ReferralsPage } from '../../../components/referrals/ReferralsPage';
import { ReferralTable } from '../../../components/referrals/ReferralTable';
import type { ReferralsView } from '../../../lib/ledger/referrals';
import { note } from '../../../lib/state/commands';
import { referrals } from '../../../lib/state/sections';
import { today } from '../../../lib/state/session';
import { putStatistics } from '../../../lib/store/referral-statistics';
import { openDatabase } from '../../../lib/store/schema';
import { LONG, Once, type } from '../act';
import type { Shown, State } from '../catalogue';
import { NOW } from '../stand-ins/moment';

/** A friend of the invented export. */
const FRIEND = '42000007';

const of = (view: (data: ReferralsView) => preact.ComponentChild, more: Partial<State> = {}): State => ({
  view: () => <Once of={referrals}>{data => data && view(data)}</Once>,
  book: 'own',
  route: '/referrals',
  ...more,
});

const page = (id: string) => (data: ReferralsView) => (
  <ReferralPage id={id} data={data} today={today.value} />
);
const SHARES = ['BR', 'BA', 'GB', 'unknown', 'NG', 'VN', 'TR', 'ID'].map((country, i) => ({
  country,
  referrals: 900 - i * 100,
  newReferrals: 90 - i * 10,
  commission: BigInt(8 - i) * 123_456_789_012n,
}));

export default {
  ReferralsPage: {
    own: { view: () => <ReferralsPage today={today.value} />, book: 'own', route: '/referrals' },
  },
  ReferralTable: {
    own: of(data => <ReferralTable data={data} />),
    'nothing found': of(data => <ReferralTable data={data} />, {
      after: () => type('[data-search]', LONG),
    }),
    long: of(data => <ReferralTable data={data} />, {
      before: () => note('referrals', { [FRIEND]: { note: LONG, tags: [LONG], country: 'BA' } }),
      after: () => type('[data-search]', FRIEND),
    }),
  },
  ReferralPage: {
    own: of(page(FRIEND), { route: `/referrals/${FRIEND}` }),
    'told by Binance': of(page(FRIEND), {
      route: `/referrals/${FRIEND}`,
      before: async () => {
        const referral = { verified: NOW - 9e9, firstDeposit: NOW - 8e9, vip: 3, note: LONG };
        await putStatistics(await openDatabase(), `referral ${FRIEND}`, { at: NOW, referral });
      },
    }),
    unknown: of(page(LONG), { route: `/referrals/${LONG}` }),
  },
  ReferralNotes: {
    empty: () => <ReferralNotes id={FRIEND} />,
    long: {
      view: () => <ReferralNotes id={FRIEND} />,
      before: () =>
        note('referrals', {
          [FRIEND]: { note: `${LONG} ${LONG}`, tags: ['met in Oslo', LONG], country: 'BA' },
        }),
    },
  },
  CountryTable: {
    few: () => (
      <section class="panel box">
        <CountryTable shares={SHARES.slice(0, 3)} most={6} />
      </section>
    ),
    many: () => (
      <section class="panel box">
        <CountryTable shares={SHARES} most={6} />
      </section>
    ),
  },
  CountryImport: { idle: () => <CountryImport /> },
  BatchCheck: {
    empty: of(data => <BatchCheck data={data} />),
    checked: of(data => <BatchCheck data={data} />, {
      after: () => type('textarea', `${FRIEND} 42000014 99999999 ${LONG}`),
    }),
  },
} satisfies Shown;
