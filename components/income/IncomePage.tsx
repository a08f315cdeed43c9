import { subpath } from '../../lib/state/route';
import { income } from '../../lib/state/sections';
import { ledger } from '../../lib/state/session';
import { INCOME } from '../../lib/text/income';
import { BonusPage } from '../bonus/BonusPage';
import { Tabs } from '../controls/Tabs';
import { SectionPage } from '../shell/SectionPage';
import { CommissionTable } from './CommissionTable';
import { IncomeTotals } from './IncomeTotals';

const tabs = () =>
  [
    { path: 'income/commissions', name: INCOME.commissions },
    { path: 'income/bonus', name: INCOME.bonus },
  ] as const;

export function IncomePage({ today }: { today: number }) {
  const data = income.value.value;
  const at = subpath.value === 'bonus' ? 'income/bonus' : 'income/commissions';
  return (
    <SectionPage
      title={INCOME.title}
      data={at === 'income/bonus' ? undefined : data}
      today={today}
      needsLedger={at !== 'income/bonus'}
      tabs={<Tabs label={INCOME.tabs} items={tabs()} at={at} />}
    >
      {at === 'income/bonus' && <BonusPage today={today} />}
      {at !== 'income/bonus' && ledger.value?.book && data && (
        <>
          <IncomeTotals data={data} today={today} />
          <CommissionTable />
        </>
      )}
    </SectionPage>
  );
}
