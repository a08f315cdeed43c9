import { useMemo, useState } from 'preact/hooks';
import type { ReferralsView } from '../../lib/ledger/referrals';
import { subpath } from '../../lib/state/route';
import { referrals } from '../../lib/state/sections';
import { ledger } from '../../lib/state/session';
import { OVERVIEW } from '../../lib/text/overview';
import { REFERRALS } from '../../lib/text/referrals';
import { TrendPanel } from '../chart/TrendPanel';
import { SectionPage } from '../shell/SectionPage';
import { BatchCheck } from './BatchCheck';
import { CountryImport } from './CountryImport';
import { CountryTable } from './CountryTable';
import { ReferralPage } from './ReferralPage';
import { ReferralTable } from './ReferralTable';

export function ReferralsPage({ today }: { today: number }) {
  const data = referrals.value.value;
  const id = subpath.value;
  if (id !== '' && data) return <ReferralPage id={id} data={data} today={today} />;
  return (
    <SectionPage title={REFERRALS.title} data={data} today={today} needsLedger>
      {ledger.value?.book && data && (
        <>
          <div class="grid two even">
            <Growth data={data} today={today} />
            <CountriesSection data={data} />
          </div>
          <ReferralTable data={data} />
          <BatchCheck data={data} />
        </>
      )}
    </SectionPage>
  );
}

function Growth({ data, today }: { data: ReferralsView; today: number }) {
  const [shape, setShape] = useState<'bars' | 'line'>('bars');
  const bars = shape === 'bars';
  const lines = useMemo(
    () => [
      {
        name: bars ? REFERRALS.fresh : REFERRALS.cumulative,
        tone: '--people',
        values: bars ? data.fresh : data.cumulative,
      },
    ],
    [data, bars],
  );
  const choice = (value: 'bars' | 'line', name: string) => (
    <button type="button" class="link-button" aria-pressed={shape === value} onClick={() => setShape(value)}>
      {name}
    </button>
  );
  return (
    <TrendPanel
      title={bars ? REFERRALS.freshTitle[data.interval] : REFERRALS.cumulativeTitle}
      scope={data}
      lines={lines}
      unit="count"
      shape={shape}
      today={today}
      note={OVERVIEW.daysNote}
      controls={
        <span class="switch">
          {choice('bars', REFERRALS.fresh)}
          {choice('line', REFERRALS.cumulative)}
        </span>
      }
    />
  );
}

function CountriesSection({ data }: { data: ReferralsView }) {
  return (
    <section class="panel box" aria-labelledby="countries-title">
      <h2 id="countries-title">{REFERRALS.countries}</h2>
      {data.hasCountries ? (
        <CountryTable shares={data.countries} most={7} />
      ) : (
        <p class="note">
          <b>{REFERRALS.noCountriesHere}</b> {REFERRALS.noCountries}
        </p>
      )}
      <CountryImport />
    </section>
  );
}
