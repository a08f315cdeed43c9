import { useState } from 'preact/hooks';
import { joinLink } from '../../lib/domain/link';
import { percentOf } from '../../lib/domain/percent';
import { note } from '../../lib/state/commands';
import { notebook } from '../../lib/state/notebook';
import { codeStatistics } from '../../lib/state/referral-statistics';
import { codeStats } from '../../lib/state/sections';
import { settings } from '../../lib/state/session';
import { chooseSettings, removeCode } from '../../lib/state/settings';
import { count, exactMoney, money, percent } from '../../lib/text/format';
import { LINKS } from '../../lib/text/links';
import { CopyButton } from '../controls/CopyButton';
import { CodeForm } from './CodeForm';

interface Props {
  code: string;
  /** A code of the demo is shown, not owned. */
  own: boolean;
  today: number;
}

/** A code with what it has brought, and everything that can be done with it. */
export function CodeRow({ code, own, today }: Props) {
  const [editing, setEditing] = useState(false);
  const details = notebook.value.codes[code] ?? {};
  const stats = codeStats.value.value?.get(code);
  const clicks = codeStatistics.value.get(code)?.code?.clicks;
  const isDefault = code === settings.value.defaultCode;
  return (
    <li class="code-row">
      <div class="spread">
        <span class="grow">
          <i class="dot" style={{ background: details.colour ?? 'var(--line-2)' }} aria-hidden="true" />
          <b>{code}</b> {isDefault && <span class="demo-tag">{LINKS.isDefault}</span>}
          <span class="muted"> {[details.label, details.channel].filter(Boolean).join(' · ')}</span>
          <div class="url">{joinLink(code).replace('https://www.', '')}</div>
        </span>
        <span class="acts tight">
          {own && !isDefault && (
            <button
              type="button"
              class="btn plain small"
              aria-label={LINKS.makeDefault(code)}
              onClick={() => chooseSettings({ defaultCode: code, lastCode: undefined })}
            >
              {LINKS.defaultShort}
            </button>
          )}
          <button
            type="button"
            class="btn plain small"
            aria-label={LINKS.edit(code)}
            aria-expanded={editing}
            onClick={() => setEditing(!editing)}
          >
            {LINKS.editShort}
          </button>
          {own && (
            <button
              type="button"
              class="btn plain small"
              aria-label={LINKS.remove(code)}
              onClick={() => removeCode(code)}
            >
              {LINKS.removeShort}
            </button>
          )}
          <CopyButton text={joinLink(code)} />
        </span>
      </div>
      {stats && (
        <dl data-figures class="stats">
          <div>
            <dt>{LINKS.earned}</dt>
            <dd title={exactMoney(stats.commission)}>{money(stats.commission)}</dd>
          </div>
          <div>
            <dt>{LINKS.referrals}</dt>
            <dd>{count(stats.referrals)}</dd>
          </div>
          <div>
            <dt>{LINKS.traders}</dt>
            <dd>{count(stats.traders)}</dd>
          </div>
          <div>
            <dt title={LINKS.conversionWhy}>{LINKS.conversion}</dt>
            <dd>
              {stats.referrals > 0 ? percent(percentOf(BigInt(stats.traders), BigInt(stats.referrals))) : '–'}
            </dd>
          </div>
          {clicks !== undefined && (
            <div>
              <dt title={LINKS.clicksWhy}>{LINKS.clicks}</dt>
              <dd>{count(clicks)}</dd>
            </div>
          )}
        </dl>
      )}
      {editing && (
        <CodeForm
          details={details}
          today={today}
          save={next => {
            void note('codes', { [code]: Object.keys(next).length > 0 ? next : null });
            setEditing(false);
          }}
          close={() => setEditing(false)}
        />
      )}
    </li>
  );
}
