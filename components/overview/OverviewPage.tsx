import { useMemo } from 'preact/hooks';
import { overview } from '../../lib/state/sections';
import { ledger } from '../../lib/state/session';
import { OVERVIEW } from '../../lib/text/overview';
import { HowCounted } from '../controls/HowCounted';
import { LinkCard } from '../link/LinkCard';
import { SectionPage } from '../shell/SectionPage';
import { Codes } from './Codes';
import { CountryPanel } from './CountryPanel';
import { Freshness } from './Freshness';
import { MetricCards } from './MetricCards';
import { MetricTrend } from './MetricTrend';
import { Ratios } from './Ratios';

export function OverviewPage({ today }: { today: number }) {
  const data = overview.value.value;
  // They do not depend on the filter: the same elements are not drawn again.
  const link = useMemo(() => <LinkCard />, []);
  const counting = useMemo(() => <HowCounted />, []);
  const countries = useMemo(() => <CountryPanel />, []);
  const ratios = useMemo(() => <Ratios today={today} />, [today]);
  const days = data ? data.shown.to - data.shown.from + 1 : 0;
  return (
    <SectionPage title={OVERVIEW.title} data={data} today={today} needsLedger>
      {ledger.value?.book && data && (
        <>
          <MetricCards data={data} today={today} />
          <MetricTrend data={data} today={today} />
          <Freshness today={today}>
            {data.coveredDays > 0 && data.coveredDays < days && OVERVIEW.partly(data.coveredDays, days)}{' '}
            {data.namelessDays > 0 && OVERVIEW.nameless(data.namelessDays)}{' '}
            {data.exceededDays > 0 && (
              <>
                {OVERVIEW.exceeded(data.exceededDays)} <a href="#/data">{OVERVIEW.exceededWhere}</a>
              </>
            )}
          </Freshness>
          {counting}
          <div class="grid two later">
            <Codes data={data} />
            {link}
          </div>
          <div class="grid two later">
            {countries}
            {ratios}
          </div>
        </>
      )}
    </SectionPage>
  );
}
