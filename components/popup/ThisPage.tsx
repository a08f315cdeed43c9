import '../this-page.css';
import { useState } from 'preact/hooks';
import { stateOf } from '../../lib/domain/campaign';
import { PRESS_FORMS } from '../../lib/domain/press-choices';
import { openBeside, type PageInFront } from '../../lib/state/this-page';
import { CAMPAIGN_PAGE } from '../../lib/text/campaign-pages';
import { CAMPAIGNS, campaignDates, countdown, STATE_NAMES } from '../../lib/text/campaigns';
import { COPY_FORMATS, copyAs } from '../../lib/text/copy-formats';
import { POPUP } from '../../lib/text/popup';
import { pressedParts, pressedText } from '../../lib/text/pressed-text';
import { LINK } from '../../lib/text/product';
import { CopyButton } from '../controls/CopyButton';
import { useCopy } from '../controls/use-copy';

interface Props {
  here: PageInFront;
  code: string;
  /** It stands in the side panel already. */
  panel: boolean;
}

/** The campaign page in front: what is known of it, and its link in every form. */
export function ThisPage({ here, code, panel }: Props) {
  const { page, title, form, disclosure, window } = here;
  const [refused, setRefused] = useState<string>();
  const pressed = { page, code, title, disclosure };
  const main = pressedText(form, pressed);
  const others: [name: string, text: string][] = [
    ...PRESS_FORMS.filter(other => other !== form && other !== 'text').map((other): [string, string] => [
      CAMPAIGN_PAGE[other],
      pressedText(other, pressed),
    ]),
    ...COPY_FORMATS.map((format): [string, string] => [
      CAMPAIGNS.formats[format],
      copyAs(format, pressedParts(pressed)),
    ]),
  ];
  return (
    <section class="here" aria-label={title}>
      <About here={here} />
      <CopyButton
        text={main}
        label={form === 'page' ? POPUP.thisPage : CAMPAIGN_PAGE.copy}
        onRefused={() => setRefused(main)}
      />
      <div class="forms">
        {others.map(([name, text]) => (
          <Form key={name} name={name} text={text} refused={() => setRefused(text)} />
        ))}
      </div>
      {refused !== undefined && (
        <textarea
          class="refused"
          rows={3}
          readOnly
          value={refused}
          aria-label={LINK.copyFailed}
          ref={field => field?.select()}
        />
      )}
      {!panel && window !== undefined && (
        <button type="button" class="btn plain" onClick={() => void openBeside(window)}>
          {CAMPAIGN_PAGE.beside}
        </button>
      )}
    </section>
  );
}

function About({ here: { title, campaign } }: { here: PageInFront }) {
  const now = Date.now();
  const state = campaign && stateOf(campaign, now);
  return (
    <div>
      {campaign && state && (
        <span class={state === 'ongoing' ? 'up' : 'muted'}>
          {STATE_NAMES[state]}
          {state !== 'undated' && ` · ${countdown(campaign, state, now)}`}
        </span>
      )}
      <b>{title}</b>
      {campaign && state !== 'undated' && <small>{campaignDates(campaign, now)}</small>}
      {campaign?.prize && (
        <small>
          {CAMPAIGNS.prize} <b>{campaign.prize}</b>
        </small>
      )}
    </div>
  );
}

/** Another form of the same link. */
function Form({ name, text, refused }: { name: string; text: string; refused: () => void }) {
  const [state, copy] = useCopy();
  return (
    <button type="button" class="btn" title={text} onClick={async () => (await copy(text)) || refused()}>
      {{ idle: name, copied: LINK.copied, refused: LINK.copyFailed }[state]}
    </button>
  );
}
