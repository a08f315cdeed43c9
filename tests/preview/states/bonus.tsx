import { BonusHistory } from '../../../components/bonus/BonusHistory';
import { BonusPage } from '../../../components/bonus/BonusPage';
import { ProgrammeCard } from '../../../components/bonus/ProgrammeCard';
import { ProgrammeForm } from '../../../components/bonus/ProgrammeForm';
import { ProgrammeGrid } from '../../../components/bonus/ProgrammeGrid';
import { TierFields } from '../../../components/bonus/TierFields';
import { type Programme, progressOf } from '../../../lib/domain/bonus';
import { note } from '../../../lib/state/commands';
import { bonus } from '../../../lib/state/sections';
import { today } from '../../../lib/state/session';
import { BONUS } from '../../../lib/text/bonus';
import { LONG, nothing, Once, press, send } from '../act';
import type { Shown } from '../catalogue';

const TIERS = [
  { name: 'Tier 1', threshold: '15000', reward: '1,500 USDT' },
  { name: 'Tier 2', threshold: '40000', reward: '4,000 USDT' },
];

const programme = (more: Partial<Programme> = {}): Programme => ({
  name: 'Monthly futures bonus',
  metric: 'fees-futures',
  when: { is: 'month' },
  versions: [{ from: 0, tiers: TIERS }],
  ...more,
});

/** A programme that has reached so much. @param reached whole units of the currency */
function view(reached: number, more: Partial<Programme> = {}, withoutRatio: string[] = []) {
  const of = programme(more);
  const progress = progressOf(of, today.value, () => BigInt(reached) * 100_000_000n);
  return { id: 'p', programme: of, progress, withoutRatio };
}

const card = (...of: Parameters<typeof view>) => <ProgrammeCard view={view(...of)} today={today.value} />;
const LONG_TIERS = [
  { name: LONG, threshold: '1', reward: LONG },
  { name: 'B', threshold: '987654321', reward: '42 %' },
];

export default {
  BonusPage: {
    empty: { view: () => <BonusPage today={today.value} />, route: '/income/bonus' },
    demo: { view: () => <BonusPage today={today.value} />, route: '/income/bonus', book: 'demo' },
    'presets open': {
      view: () => <BonusPage today={today.value} />,
      route: '/income/bonus',
      after: () => press('.pill'),
    },
  },
  ProgrammeCard: {
    begun: () => card(0),
    'a tier reached': () => card(21_000),
    'all reached': () => card(90_000),
    upcoming: () => card(0, { when: { is: 'fixed', from: today.value + 3, to: today.value + 9 } }),
    over: () => card(21_000, { when: { is: 'fixed', from: today.value - 30, to: today.value - 9 } }),
    'with a condition': () =>
      card(21_000, { needs: { metric: 'new-traders-futures', threshold: '3', when: { is: 'month' } } }),
    long: () =>
      card(21_000, { name: LONG, note: `${LONG} ${LONG}`, versions: [{ from: 0, tiers: LONG_TIERS }] }, [
        '',
        LONG,
      ]),
  },
  ProgrammeGrid: {
    loading: () => (
      <ProgrammeGrid
        views={undefined}
        section="programmes"
        today={today.value}
        add="Add"
        none="None."
        head={<h2>Head</h2>}
      />
    ),
    empty: () => (
      <ProgrammeGrid
        views={[]}
        section="programmes"
        today={today.value}
        add="Add"
        none="None."
        head={<h2>Head</h2>}
      />
    ),
    two: () => (
      <ProgrammeGrid
        views={[view(1), { ...view(21_000), id: 'q' }]}
        section="programmes"
        today={today.value}
        add="Add"
        none="None."
        head={<h2>Head</h2>}
      />
    ),
  },
  ProgrammeForm: {
    new: () => <ProgrammeForm today={today.value} save={nothing} close={nothing} />,
    exclusive: () => <ProgrammeForm exclusive today={today.value} save={nothing} close={nothing} />,
    filled: () => (
      <ProgrammeForm
        programme={programme({
          needs: { metric: 'new-referrals', threshold: '3', when: { is: 'month' } },
          note: LONG,
        })}
        today={today.value}
        save={nothing}
        close={nothing}
      />
    ),
    failed: {
      view: () => <ProgrammeForm today={today.value} save={nothing} close={nothing} />,
      after: () => send(),
    },
  },
  TierFields: {
    one: () => <TierFields tiers={TIERS.slice(0, 1)} change={nothing} />,
    long: () => <TierFields tiers={LONG_TIERS} change={nothing} />,
  },
  BonusHistory: {
    empty: () => <BonusHistory paid={[]} today={today.value} />,
    paid: {
      view: () => <Once of={bonus}>{({ paid }) => <BonusHistory paid={paid} today={today.value} />}</Once>,
      book: 'demo',
      route: '/income/bonus',
      before: () => note('payouts', { a: { day: today.value - 3, value: '1500', text: LONG } }),
    },
    adding: {
      view: () => <BonusHistory paid={[]} today={today.value} />,
      after: () => press('button', BONUS.addPayout),
    },
  },
} satisfies Shown;
