import { type Campaign, type FeedCampaign, stateOf } from '../../lib/domain/campaign';
import { joinLink } from '../../lib/domain/link';
import { pageLink, parseCampaignPage } from '../../lib/domain/page-link';
import { isDemo, shownCode } from '../../lib/state/code';
import { note } from '../../lib/state/commands';
import { notebook } from '../../lib/state/notebook';
import { calendarFile } from '../../lib/text/calendar-file';
import {
  CAMPAIGN_KIND_NAMES,
  CAMPAIGNS,
  campaignDates,
  countdown,
  STATE_NAMES,
} from '../../lib/text/campaigns';
import { COPY_FORMATS, type CopyFormat, copyAs } from '../../lib/text/copy-formats';
import { DISCLOSURE } from '../../lib/text/disclosure';
import { LINK } from '../../lib/text/product';
import { CopyButton } from '../controls/CopyButton';
import { Menu } from '../controls/Menu';
import { saveFile } from '../controls/save-file';
import { useCopy } from '../controls/use-copy';

interface Props {
  id: string;
  campaign: Campaign & Partial<FeedCampaign>;
  now: number;
  hidden: boolean;
  /** Entered by hand: only that can be taken out. */
  own: boolean;
  edit: () => void;
}

/** A campaign with its dates, and every way to give it away with one's own code. */
export function CampaignCard(props: Props) {
  const { campaign, now } = props;
  const state = stateOf(campaign, now);
  const tone = state === 'ongoing' ? 'up' : 'muted';
  return (
    <article class="panel box campaign" aria-label={campaign.title}>
      <div class="spread">
        <span class={`state ${tone}`}>
          {STATE_NAMES[state]}
          {state !== 'undated' && ` · ${countdown(campaign, state, now)}`}
        </span>
        <span class="muted small">
          {[campaign.region, CAMPAIGN_KIND_NAMES[campaign.kind]].filter(Boolean).join(' · ')}
        </span>
      </div>
      <h2 class="name">{campaign.title}</h2>
      {state !== 'undated' && <p class="muted">{campaignDates(campaign, now)}</p>}
      {campaign.prize && (
        <p>
          <span class="muted">{CAMPAIGNS.prize} </span>
          <b>{campaign.prize}</b>
        </p>
      )}
      {campaign.affiliate && (
        <p>
          <span class="demo-tag">{CAMPAIGNS.forAffiliates}</span>
        </p>
      )}
      {campaign.gone && <p class="note">{CAMPAIGNS.gone}</p>}
      {campaign.note && <p class="note">{campaign.note}</p>}
      <Actions {...props} />
    </article>
  );
}

function Actions({ id, campaign, now, hidden, own, edit }: Props) {
  const [state, copy] = useCopy();
  const told = { idle: CAMPAIGNS.copyAs, copied: LINK.copied, refused: LINK.copyFailed }[state];
  const code = shownCode.value;
  const page = parseCampaignPage(campaign.url);
  const link = page && code ? pageLink(page, code) : undefined;
  const copyIn = async (format: CopyFormat | 'join') => {
    const text =
      format === 'join'
        ? joinLink(code!)
        : copyAs(format, {
            title: campaign.title,
            link: link!,
            detail: [campaign.prize, campaignDates(campaign, now)].filter(Boolean).join(' · '),
            disclosure: notebook.peek().preferences.disclosure ?? DISCLOSURE.line,
          });
    await copy(text);
  };
  const calendar = () => {
    const at = campaign.to!;
    const deadline = {
      uid: id,
      title: campaign.title,
      at,
      url: link ?? campaign.url,
      text: campaign.prize ?? '',
    };
    saveFile(
      `${campaign.title.replace(/[^\w -]+/g, '').slice(0, 60) || 'campaign'}.ics`,
      new Blob([calendarFile([deadline], now)], { type: 'text/calendar' }),
    );
  };
  const dated = campaign.to !== undefined && campaign.to > now;
  const more = [
    ...(dated ? [{ value: 'calendar' as const, label: CAMPAIGNS.calendar }] : []),
    { value: 'hide' as const, label: hidden ? CAMPAIGNS.unhide : CAMPAIGNS.hide },
    { value: 'edit' as const, label: CAMPAIGNS.edit },
    ...(own ? [{ value: 'remove' as const, label: CAMPAIGNS.remove }] : []),
  ];
  const act = (what: (typeof more)[number]['value']) => {
    if (what === 'calendar') calendar();
    else if (what === 'edit') edit();
    else if (what === 'hide') void note('hidden', { [id]: hidden ? null : true });
    else void note('campaigns', { [id]: null });
  };
  return (
    <div class="acts">
      {link ? (
        <>
          <CopyButton text={link} />
          <Menu<CopyFormat | 'join'>
            label={CAMPAIGNS.copyAs}
            name="copy"
            spoken
            items={[...COPY_FORMATS, 'join' as const].map(value => ({
              value,
              label: CAMPAIGNS.formats[value],
              detail: CAMPAIGNS.formatDetail[value],
            }))}
            onPick={copyIn}
          >
            {told}
          </Menu>
        </>
      ) : (
        <span class="note">{CAMPAIGNS.noCode}</span>
      )}
      <Menu label={CAMPAIGNS.more} name="more" spoken items={more} onPick={act}>
        {CAMPAIGNS.more}
      </Menu>
      {isDemo.value && id.startsWith('demo-') && <span class="note full">{CAMPAIGNS.demo}</span>}
    </div>
  );
}
