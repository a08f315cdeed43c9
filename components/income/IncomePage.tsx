import { place } from '../../lib/state/route';
import { income } from '../../lib/state/sections';
import { ledger } from '../../lib/state/session';
import { INCOME } from '../../lib/text/income';
import { Tabs } from '../controls/Tabs';
import { SectionPage } from '../shell/SectionPage';
import { CommissionTable } from './CommissionTable';
import { IncomeTotals } from './IncomeTotals';

const TABS = [{ path: 'income/commissions', name: INCOME.commissions }];

export function IncomePage({ today }: { today: number }) {
  const data = income.value.value;
  const at = place.value === 'bonus' ? 'income/bonus' : 'income/commissions';
  return (
    <SectionPage
      title={INCOME.title}
      data={data}
      today={today}
      needsLedger
      tabs={<Tabs label={INCOME.tabs} items={TABS} at={at} />}
    >
      {ledger.value?.source && data && (
        <>
          <IncomeTotals data={data} today={today} />
          <CommissionTable />
        </>
      )}
    </SectionPage>
  );
}
