import { useState } from 'preact/hooks';
import { CAMPAIGN_KINDS, type Campaign, type CampaignKind } from '../../lib/domain/campaign';
import { parseCampaignPage } from '../../lib/domain/page-link';
import { CAMPAIGN_KIND_NAMES, CAMPAIGNS } from '../../lib/text/campaigns';
import { FormEnd } from '../controls/FormEnd';

interface Props {
  campaign?: Campaign;
  save: (campaign: Campaign) => void;
  close: () => void;
}

/** A moment as the field of a form has it, in UTC. */
const local = (moment: number | undefined) =>
  moment === undefined ? '' : new Date(moment).toISOString().slice(0, 16);
const parse = (text: string): number | undefined => {
  const moment = Date.parse(`${text}Z`);
  return text === '' || Number.isNaN(moment) ? undefined : moment;
};

/** A campaign entered by hand. Its page is what its links are built from. */
export function CampaignForm({ campaign, save, close }: Props) {
  const [title, setTitle] = useState(campaign?.title ?? '');
  const [url, setUrl] = useState(campaign?.url ?? '');
  const [kind, setKind] = useState<CampaignKind>(campaign?.kind ?? 'competition');
  const [from, setFrom] = useState(local(campaign?.from));
  const [to, setTo] = useState(local(campaign?.to));
  const [prize, setPrize] = useState(campaign?.prize ?? '');
  const [text, setText] = useState(campaign?.note ?? '');
  const [error, setError] = useState('');
  const submit = (event: Event) => {
    event.preventDefault();
    const [begin, end] = [parse(from), parse(to)];
    if (title.trim() === '') return setError(CAMPAIGNS.noTitle);
    if (!parseCampaignPage(url.trim())) return setError(CAMPAIGNS.badUrl);
    if (begin !== undefined && end !== undefined && end < begin) return setError(CAMPAIGNS.badDates);
    save({
      title: title.trim(),
      kind,
      url: url.trim(),
      ...(begin !== undefined && { from: begin }),
      ...(end !== undefined && { to: end }),
      ...(prize.trim() && { prize: prize.trim() }),
      ...(text.trim() && { note: text.trim() }),
    });
    close();
  };
  const field = (
    name: string,
    value: string,
    set: (text: string) => void,
    type: 'text' | 'url' | 'datetime-local' = 'text',
  ) => (
    <label class="field grow">
      {name}
      <input
        class="input"
        type={type as 'text'}
        value={value}
        maxLength={500}
        onInput={event => set(event.currentTarget.value)}
      />
    </label>
  );
  return (
    <form class="panel box stack" aria-label={CAMPAIGNS.addTitle} onSubmit={submit}>
      {field(CAMPAIGNS.fieldTitle, title, setTitle)}
      {field(CAMPAIGNS.fieldUrl, url, setUrl, 'url')}
      <div class="fields">
        <label class="field">
          {CAMPAIGNS.kind}
          <select class="input" value={kind} onChange={e => setKind(e.currentTarget.value as CampaignKind)}>
            {CAMPAIGN_KINDS.map(value => (
              <option key={value} value={value}>
                {CAMPAIGN_KIND_NAMES[value]}
              </option>
            ))}
          </select>
        </label>
        {field(CAMPAIGNS.fieldPrize, prize, setPrize)}
      </div>
      <div class="fields">
        {field(CAMPAIGNS.fieldFrom, from, setFrom, 'datetime-local')}
        {field(CAMPAIGNS.fieldTo, to, setTo, 'datetime-local')}
      </div>
      {field(CAMPAIGNS.fieldNote, text, setText)}
      <FormEnd error={error} close={close} />
    </form>
  );
}
