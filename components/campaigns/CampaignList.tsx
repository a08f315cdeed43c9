import { useEffect, useState } from 'preact/hooks';
import {
  CAMPAIGN_KINDS,
  type Campaign,
  type CampaignKind,
  orderCampaigns,
  stateOf,
} from '../../lib/domain/campaign';
import { campaigns } from '../../lib/state/campaigns';
import { note } from '../../lib/state/commands';
import { notebook } from '../../lib/state/notebook';
import { CAMPAIGN_KIND_NAMES, CAMPAIGNS } from '../../lib/text/campaigns';
import { Menu } from '../controls/Menu';
import { CampaignCard } from './CampaignCard';
import { CampaignForm } from './CampaignForm';
import { Disclosure } from './Disclosure';
import { FeedPanel } from './FeedPanel';

type Show = 'open' | 'ongoing' | 'upcoming' | 'ended' | 'hidden';
const SHOWS: Show[] = ['open', 'ongoing', 'upcoming', 'ended', 'hidden'];

/** The moment, again every half minute: countdowns go on by themselves. */
function useNow(): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const clock = setInterval(() => setNow(Date.now()), 30_000);
    return () => clearInterval(clock);
  }, []);
  return now;
}

/** Public campaigns with the default code in their links. */
export function CampaignList({ today }: { today: number }) {
  const now = useNow();
  const [show, setShow] = useState<Show>('open');
  const [kind, setKind] = useState<CampaignKind | 'all'>('all');
  const [search, setSearch] = useState('');
  const [editing, setEditing] = useState<string>();
  const { hidden, campaigns: own } = notebook.value;
  const all = Object.entries(campaigns.value).map(([id, campaign]) => ({ ...campaign, id }));
  const needle = search.trim().toLowerCase();
  const fits = (campaign: Campaign & { id: string }) => {
    const state = stateOf(campaign, now);
    if ((show === 'hidden') !== Boolean(hidden[campaign.id])) return false;
    if (show === 'open' ? state === 'ended' : show !== 'hidden' && state !== show) return false;
    if (kind !== 'all' && campaign.kind !== kind) return false;
    return `${campaign.title} ${campaign.prize ?? ''} ${CAMPAIGN_KIND_NAMES[campaign.kind]}`
      .toLowerCase()
      .includes(needle);
  };
  const shown = orderCampaigns(all.filter(fits), now);
  const close = () => setEditing(undefined);
  return (
    <>
      <FeedPanel today={today} />
      <div class="table-head">
        <span class="note" role="status">
          {CAMPAIGNS.count(shown.length, all.length)}
        </span>
        <input
          class="input search"
          type="search"
          data-search
          placeholder={CAMPAIGNS.search}
          aria-label={CAMPAIGNS.search}
          value={search}
          onInput={event => setSearch(event.currentTarget.value)}
        />
        <Menu
          label={CAMPAIGNS.kind}
          name="kind"
          value={kind}
          items={[
            { value: 'all', label: CAMPAIGNS.allKinds },
            ...CAMPAIGN_KINDS.map(value => ({ value, label: CAMPAIGN_KIND_NAMES[value] })),
          ]}
          onPick={setKind}
        >
          {kind === 'all' ? CAMPAIGNS.allKinds : CAMPAIGN_KIND_NAMES[kind]}
        </Menu>
        <Menu
          label={CAMPAIGNS.show}
          name="show"
          value={show}
          items={SHOWS.map(value => ({ value, label: CAMPAIGNS.shows[value] }))}
          onPick={setShow}
        >
          {CAMPAIGNS.shows[show]}
        </Menu>
        <button type="button" class="btn" onClick={() => setEditing('new')}>
          {CAMPAIGNS.add}
        </button>
      </div>
      {editing === 'new' && (
        <CampaignForm
          save={campaign => note('campaigns', { [crypto.randomUUID()]: campaign })}
          close={close}
        />
      )}
      {shown.length === 0 && editing !== 'new' && (
        <section class="panel empty">
          <p>{all.length === 0 ? CAMPAIGNS.noneYet : CAMPAIGNS.none}</p>
        </section>
      )}
      <ul class="grid cards-2">
        {shown.map(campaign => (
          <li key={campaign.id}>
            {editing === campaign.id ? (
              <CampaignForm
                campaign={campaign}
                save={next => note('campaigns', { [campaign.id]: next })}
                close={close}
              />
            ) : (
              <CampaignCard
                id={campaign.id}
                campaign={campaign}
                now={now}
                hidden={Boolean(hidden[campaign.id])}
                own={campaign.id in own}
                edit={() => setEditing(campaign.id)}
              />
            )}
          </li>
        ))}
      </ul>
      <Disclosure />
    </>
  );
}
