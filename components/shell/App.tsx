import type { ComponentType } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { isFresh } from '../../lib/domain/coverage';
import { formatHash } from '../../lib/domain/filter';
import { keyOfSection, SECTIONS, type SectionId } from '../../lib/domain/section';
import { message } from '../../lib/state/commands';
import { route, section } from '../../lib/state/route';
import { ledger, stage, today } from '../../lib/state/session';
import { moment } from '../../lib/text/format';
import { NAV } from '../../lib/text/nav';
import { ABOUT, PRODUCT } from '../../lib/text/product';
import { CampaignsPage } from '../campaigns/CampaignsPage';
import { DataPage } from '../data/DataPage';
import { FirstRun } from '../first-run/FirstRun';
import { IncomePage } from '../income/IncomePage';
import { LinksPage } from '../links/LinksPage';
import { OverviewPage } from '../overview/OverviewPage';
import { PublishPage } from '../publish/PublishPage';
import { ReferralsPage } from '../referrals/ReferralsPage';
import { SettingsPage } from '../settings/SettingsPage';
import { KeySheet } from './KeySheet';
import { Trouble } from './Trouble';

const SECTION_PAGES: Record<SectionId, ComponentType<{ today: number }>> = {
  overview: OverviewPage,
  referrals: ReferralsPage,
  income: IncomePage,
  campaigns: CampaignsPage,
  links: LinksPage,
  data: DataPage,
  publish: PublishPage,
  settings: SettingsPage,
};

export function App() {
  switch (stage.value) {
    case 'loading':
      return <div class="app" />;
    case 'first-run':
      return <FirstRun />;
    case 'damaged':
      return <Trouble damaged />;
    case 'failed':
      return <Trouble />;
    case 'ready':
      return <Dashboard />;
  }
}

function Dashboard() {
  const day = today.value;
  const id = section.value;
  const Page = SECTION_PAGES[id];
  const main = useRef<HTMLElement>(null);
  const first = useRef(true);
  useEffect(() => {
    document.title = `${NAV[id]} · ${PRODUCT}`;
    // A new section begins at its top, and a screen reader follows; the first one is announced by the page itself.
    if (!first.current) main.current?.focus();
    first.current = false;
    message.value = undefined;
  }, [id]);
  return (
    <div class="app">
      <Rail active={id} today={day} />
      <KeySheet />
      <main ref={main} tabIndex={-1}>
        {message.value && (
          <div class={`notice ${message.value.tone === 'bad' ? 'bad' : ''}`} role="status">
            {message.value.text}
          </div>
        )}
        <Page today={day} />
      </main>
    </div>
  );
}

function Rail({ active, today }: { active: SectionId; today: number }) {
  const book = ledger.value?.book;
  const rail = useRef<HTMLElement>(null);
  // On narrow screens the sections are a strip: the open one is brought into sight.
  useEffect(() => {
    const open = rail.current?.querySelector('[aria-current]');
    open?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }, [active]);
  const link = (id: SectionId) => {
    const key = keyOfSection(id);
    return (
      <a
        key={id}
        href={formatHash({ path: id, filter: route.value.filter })}
        aria-current={id === active ? 'page' : undefined}
      >
        {NAV[id]}
        {key && (
          <span class="kbd" aria-hidden="true">
            G {key}
          </span>
        )}
      </a>
    );
  };
  const links = (of: 'read' | 'manage') =>
    SECTIONS.filter(({ group }) => group === of).map(({ id }) => link(id));
  return (
    <nav class="rail" ref={rail} aria-label={NAV.sections}>
      <div class="brand">
        <i class="mark" aria-hidden="true" />
        <span>
          {PRODUCT}
          <small>{ABOUT.unofficial}</small>
        </span>
      </div>
      {links('read')}
      <h2>{NAV.manage}</h2>
      {links('manage')}
      <div
        class="fresh"
        style={book && isFresh(book.upTo, Date.now()) ? { '--tone': 'var(--up)' } : undefined}
      >
        {book ? ABOUT.dataUpTo(moment(book.upTo, today)) : ABOUT.noDataYet}
      </div>
    </nav>
  );
}
