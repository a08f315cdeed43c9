import type { ComponentChildren } from 'preact';
import { isBackupDue } from '../../lib/domain/backup-age';
import { formatHash } from '../../lib/domain/filter';
import type { Scope } from '../../lib/ledger/scope';
import { isDemo } from '../../lib/state/code';
import { leaveDemo, startDemo } from '../../lib/state/commands';
import { route, setFilter } from '../../lib/state/route';
import { ledger, settings } from '../../lib/state/session';
import { BACKUP } from '../../lib/text/backup';
import { OVERVIEW } from '../../lib/text/overview';
import { ABOUT } from '../../lib/text/product';
import { span } from '../../lib/text/spans';
import { Filters } from '../filters/Filters';
import { LinkCard } from '../link/LinkCard';

interface Props {
  title: string;
  /** The filter as resolved; without it the page has no filters. */
  data?: Scope;
  today: number;
  tabs?: ComponentChildren;
  /** The page says nothing without a ledger. */
  needsLedger?: boolean;
  children: ComponentChildren;
}

/** The frame of a section: its title, its filters, and what to do when there is nothing to show. */
export function SectionPage({ title, data, today, tabs, needsLedger, children }: Props) {
  const book = ledger.value?.book;
  const missing = needsLedger && !book && ledger.value;
  return (
    <>
      <header class="head">
        <h1>
          {title} {isDemo.value && <span class="demo-tag">{ABOUT.demo}</span>}
        </h1>
        {data && book && <Filters data={data} today={today} />}
      </header>
      {isDemo.value && (
        <div class="notice demo">
          {OVERVIEW.demoNote}
          <button type="button" class="btn" onClick={leaveDemo}>
            {OVERVIEW.demoLeave}
          </button>
        </div>
      )}
      {isBackupDue(settings.value, today) && (
        <div class="notice">
          {BACKUP.backupDue}
          <a class="btn" href="#/data">
            {BACKUP.backup}
          </a>
        </div>
      )}
      {tabs}
      {missing && <Empty />}
      {data?.coveredDays === 0 && book && (
        <div class="notice">
          <b>{OVERVIEW.outsideTitle}.</b> {OVERVIEW.outside(span(book.known, today))}
          <button type="button" class="btn" onClick={() => setFilter({ period: 'all', interval: undefined })}>
            {OVERVIEW.showIt}
          </button>
        </div>
      )}
      {!missing && children}
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
