import type { ComponentType } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { isFresh } from '../../lib/domain/coverage';
import { formatHash } from '../../lib/domain/filter';
import { SECTION_KEYS } from '../../lib/domain/keys';
import { message } from '../../lib/state/commands';
import { section as current, route } from '../../lib/state/route';
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

interface Section {
  path: string;
  name: string;
  page: ComponentType<{ today: number }>;
}

const SECTIONS: Section[] = [
  { path: 'overview', name: NAV.overview, page: OverviewPage },
  { path: 'referrals', name: NAV.referrals, page: ReferralsPage },
  { path: 'income', name: NAV.income, page: IncomePage },
  { path: 'campaigns', name: NAV.campaigns, page: CampaignsPage },
  { path: 'links', name: NAV.links, page: LinksPage },
];
const MANAGE: Section[] = [
  { path: 'data', name: NAV.data, page: DataPage },
  { path: 'publish', name: NAV.publish, page: PublishPage },
  { path: 'settings', name: NAV.settings, page: SettingsPage },
];

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
  const section = [...SECTIONS, ...MANAGE].find(s => s.path === current.value) ?? SECTIONS[0];
  const main = useRef<HTMLElement>(null);
  const first = useRef(true);
  useEffect(() => {
    document.title = `${section.name} · ${PRODUCT}`;
    // A new section begins at its top, and a screen reader follows; the first one is announced by the page itself.
    if (!first.current) main.current?.focus();
    first.current = false;
    message.value = undefined;
  }, [section]);
  return (
    <div class="app">
      <Rail active={section.path} today={day} />
      <KeySheet />
      <main ref={main} tabIndex={-1}>
        {message.value && (
          <div class={`notice ${message.value.tone === 'bad' ? 'bad' : ''}`} role="status">
            {message.value.text}
          </div>
        )}
        <section.page today={day} />
      </main>
    </div>
  );
}

/** `G O`: the keys that go to a section. */
function keyOf(path: string): string | undefined {
  const letter = Object.keys(SECTION_KEYS).find(key => SECTION_KEYS[key] === path);
  return letter && `G ${letter}`;
}

function Rail({ active, today }: { active: string; today: number }) {
  const source = ledger.value?.source;
  const rail = useRef<HTMLElement>(null);
  // On narrow screens the sections are a strip: the open one is brought into sight.
  useEffect(() => {
    const open = rail.current?.querySelector('[aria-current]');
    open?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }, [active]);
  const link = ({ path, name }: Section) => (
    <a
      key={path}
      href={formatHash({ path, filter: route.value.filter })}
      aria-current={path === active ? 'page' : undefined}
    >
      {name}
      {keyOf(path) && (
        <span class="kbd" aria-hidden="true">
          {keyOf(path)}
        </span>
      )}
    </a>
  );
  return (
    <nav class="rail" ref={rail} aria-label={NAV.sections}>
      <div class="brand">
        <i class="mark" aria-hidden="true" />
        <span>
          {PRODUCT}
          <small>{ABOUT.unofficial}</small>
        </span>
      </div>
      {SECTIONS.map(link)}
      <h2>{NAV.manage}</h2>
      {MANAGE.map(link)}
      <div
        class="fresh"
        style={source && isFresh(source.upTo, Date.now()) ? { '--tone': 'var(--up)' } : undefined}
      >
        {source ? ABOUT.dataUpTo(moment(source.upTo, today)) : ABOUT.noDataYet}
      </div>
    </nav>
  );
}
