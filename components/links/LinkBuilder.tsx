import { useState } from 'preact/hooks';
import { joinLink } from '../../lib/domain/link';
import { pageLink, parseCampaignPage, type Utm } from '../../lib/domain/page-link';
import { shownCode } from '../../lib/state/code';
import { subpath } from '../../lib/state/route';
import { LINKS } from '../../lib/text/links';
import { LINK } from '../../lib/text/product';
import { CopyButton } from '../controls/CopyButton';
import { QrCode } from '../qr/QrCode';

const FIELDS = [
  ['utm_source', LINKS.source],
  ['utm_medium', LINKS.medium],
  ['utm_campaign', LINKS.campaign],
] as const;

/** A page link with one of the user's codes, rebuilt from its parts. It begins with the page that stands in the address. */
export function LinkBuilder({ codes }: { codes: string[] }) {
  const [page, setPage] = useState(subpath.value);
  const [chosen, setChosen] = useState<string>();
  const [utm, setUtm] = useState<Utm>({});
  const code = chosen ?? shownCode.value;
  const parsed = parseCampaignPage(page.trim());
  const wrong = page.trim() !== '' && !parsed;
  const link = !code || wrong ? undefined : parsed ? pageLink(parsed, code, utm) : joinLink(code);
  return (
    <section class="panel box stack" aria-labelledby="builder-title">
      <div>
        <h2 id="builder-title">{LINKS.builder}</h2>
        <p class="note">{LINKS.builderLead}</p>
      </div>
      <label class="field">
        {LINKS.page}
        <input
          class="input"
          type="url"
          value={page}
          spellcheck={false}
          aria-invalid={wrong}
          onInput={e => setPage(e.currentTarget.value)}
        />
        <small class={wrong ? 'error' : ''}>{wrong ? LINKS.noPage : LINKS.pageHint}</small>
      </label>
      <div class="fields">
        <label class="field">
          {LINKS.code}
          <select class="input" value={code ?? ''} onChange={e => setChosen(e.currentTarget.value)}>
            {codes.map(value => (
              <option key={value} value={value}>
                {value}
              </option>
            ))}
          </select>
        </label>
        {parsed &&
          FIELDS.map(([key, name]) => (
            <label class="field grow" key={key}>
              {name}
              <input
                class="input"
                value={utm[key] ?? ''}
                maxLength={100}
                onInput={e => setUtm({ ...utm, [key]: e.currentTarget.value })}
              />
            </label>
          ))}
      </div>
      {link && (
        <div class="built">
          <QrCode text={link} title={LINK.qrTitle(code!)} side={96} />
          <div>
            <output class="url" aria-label={LINKS.built}>
              {link}
            </output>
            <div class="acts">
              <CopyButton text={link} />
            </div>
            {parsed && <p class="note">{LINKS.credit}</p>}
          </div>
        </div>
      )}
    </section>
  );
}
