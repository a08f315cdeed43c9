import { subpath } from '../../lib/state/route';
import { CAMPAIGNS } from '../../lib/text/campaigns';
import { Tabs } from '../controls/Tabs';
import { SectionPage } from '../shell/SectionPage';
import { CampaignList } from './CampaignList';
import { ExclusiveList } from './ExclusiveList';

const tabs = () =>
  [
    { path: 'campaigns/binance', name: CAMPAIGNS.binance },
    { path: 'campaigns/exclusive', name: CAMPAIGNS.exclusive },
  ] as const;

export function CampaignsPage({ today }: { today: number }) {
  const exclusive = subpath.value === 'exclusive';
  const at = exclusive ? 'campaigns/exclusive' : 'campaigns/binance';
  return (
    <SectionPage
      title={CAMPAIGNS.title}
      today={today}
      tabs={<Tabs label={CAMPAIGNS.tabs} items={tabs()} at={at} />}
    >
      {exclusive ? <ExclusiveList today={today} /> : <CampaignList today={today} />}
    </SectionPage>
  );
}
