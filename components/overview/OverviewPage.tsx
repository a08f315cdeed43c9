import { formatHash } from '../../lib/domain/filter';
import { isDemo } from '../../lib/state/code';
import { leaveDemo, startDemo } from '../../lib/state/commands';
import { route, setFilter } from '../../lib/state/route';
import { ledger, overview } from '../../lib/state/session';
import { span } from '../../lib/text/format';
import { OVERVIEW } from '../../lib/text/overview';
import { DEMO } from '../../lib/text/product';
import { LinkCard } from '../link/LinkCard';
import { Codes } from './Codes';
import { Filters } from './Filters';
import { MetricCards } from './MetricCards';
import { Trend } from './Trend';

export function OverviewPage({ today }: { today: number }) {
  const data = overview.value;
  const source = ledger.value?.source;
  return (
    <>
      <header class="head">
        <h1>
          {OVERVIEW.title} {isDemo.value && <span class="demo-tag">{DEMO}</span>}
        </h1>
        {data && source && <Filters data={data} today={today} />}
      </header>
      {isDemo.value && (
        <div class="notice demo">
          {OVERVIEW.demoNote}
          <button type="button" class="btn" onClick={leaveDemo}>
            {OVERVIEW.demoLeave}
          </button>
        </div>
      )}
      {!source && ledger.value && <Empty />}
      {source && data && (
        <>
          {data.coveredDays === 0 && (
            <div class="notice">
              <b>{OVERVIEW.outsideTitle}.</b> {OVERVIEW.outside(span(source.known, today))}
              <button
                type="button"
                class="btn"
                onClick={() => setFilter({ period: 'all', interval: undefined })}
              >
                {OVERVIEW.showIt}
              </button>
            </div>
          )}
          <MetricCards data={data} today={today} />
          <Trend data={data} today={today} />
          {data.coveredDays > 0 && data.coveredDays < data.shown.to - data.shown.from + 1 && (
            <p class="note">{OVERVIEW.partly(data.coveredDays, data.shown.to - data.shown.from + 1)}</p>
          )}
          <div class="grid two">
            <Codes data={data} />
            <LinkCard />
          </div>
        </>
      )}
    </>
  );
}

function Empty() {
  return (
    <>
      <section class="panel empty">
        <h2>{OVERVIEW.emptyTitle}</h2>
        <p>{OVERVIEW.emptyText}</p>
        <div class="acts">
          <a class="btn primary" href={formatHash({ path: 'data', filter: route.value.filter })}>
            {OVERVIEW.emptyImport}
          </a>
          <button type="button" class="btn" onClick={startDemo}>
            {OVERVIEW.emptyDemo}
          </button>
        </div>
      </section>
      <div class="grid two">
        <LinkCard />
      </div>
    </>
  );
}
