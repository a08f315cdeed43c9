import { useState } from 'preact/hooks';
import { FILTER_ACCOUNTS, type FilterAccount } from '../../lib/domain/account';
import { isoDay, parseDay } from '../../lib/domain/day';
import type { CodeNote, Terms } from '../../lib/domain/notebook';
import { countryList } from '../../lib/text/countries';
import { LINKS } from '../../lib/text/links';
import { asTyped } from '../../lib/text/typed';
import { FormEnd } from '../controls/FormEnd';
import { TermsFields, type TermsText } from './TermsFields';

interface Props {
  details: CodeNote;
  today: number;
  save: (details: CodeNote) => void;
  close: () => void;
}

const NOTHING: TermsText = { from: '', ratio: {}, kickback: {} };
const asText = (of: Partial<Record<FilterAccount, number>>) =>
  Object.fromEntries(Object.entries(of).map(([account, n]) => [account, asTyped(String(n / 100))]));

/** Percent × 100 of a text; undefined for none, NaN for what is no percentage. */
function hundredths(text: string | undefined): number | undefined {
  const plain = text?.trim().replace(',', '.') ?? '';
  if (plain === '') return undefined;
  const [, whole, part = ''] = /^(\d{1,3})(?:\.(\d{1,2}))?$/.exec(plain) ?? [];
  const value = whole === undefined ? Number.NaN : Number(whole) * 100 + Number(part.padEnd(2, '0'));
  return value <= 10_000 ? value : Number.NaN;
}

function percents(of: Partial<Record<FilterAccount, string>>): Partial<Record<FilterAccount, number>> {
  const entries = FILTER_ACCOUNTS.map(account => [account, hundredths(of[account])] as const);
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}

/** What the user knows of a code: where it is used, and what it pays from when on. */
export function CodeForm({ details, today, save, close }: Props) {
  const [label, setLabel] = useState(details.label ?? '');
  const [channel, setChannel] = useState(details.channel ?? '');
  const [colour, setColour] = useState(details.colour ?? '');
  const [country, setCountry] = useState(details.country ?? '');
  const [terms, setTerms] = useState<TermsText[]>(
    details.terms?.map(t => ({
      from: t.from === 0 ? '' : isoDay(t.from),
      ratio: asText(t.ratio),
      kickback: asText(t.kickback),
    })) ?? [NOTHING],
  );
  const [error, setError] = useState('');
  const submit = (event: Event) => {
    event.preventDefault();
    const kept: Terms[] = [];
    for (const [i, entry] of terms.entries()) {
      const [ratio, kickback] = [percents(entry.ratio), percents(entry.kickback)];
      const all = [...Object.values(ratio), ...Object.values(kickback)];
      if (all.some(Number.isNaN)) return setError(LINKS.badPercent);
      if (all.length === 0) continue;
      const from = entry.from === '' && i === 0 ? 0 : parseDay(entry.from);
      if (from === undefined) return setError(LINKS.badTermsDay);
      kept.push({ from, ratio, kickback });
    }
    kept.sort((a, b) => a.from - b.from);
    save({
      ...(label.trim() && { label: label.trim() }),
      ...(channel.trim() && { channel: channel.trim() }),
      ...(colour && { colour }),
      ...(country && { country }),
      ...(kept.length > 0 && { terms: kept }),
    });
  };
  return (
    <form class="stack code-form" onSubmit={submit}>
      <div class="fields">
        <label class="field grow">
          {LINKS.label}
          <input class="input" value={label} maxLength={60} onInput={e => setLabel(e.currentTarget.value)} />
        </label>
        <label class="field grow">
          {LINKS.channel}
          <input
            class="input"
            value={channel}
            maxLength={60}
            onInput={e => setChannel(e.currentTarget.value)}
          />
        </label>
        <label class="field">
          {LINKS.colour}
          <input
            class="input colour"
            type="color"
            value={colour || '#8b877d'}
            onInput={e => setColour(e.currentTarget.value)}
          />
        </label>
      </div>
      <label class="field">
        {LINKS.country}
        <select class="input" value={country} onChange={e => setCountry(e.currentTarget.value)}>
          <option value="">{LINKS.noCountry}</option>
          {countryList().map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </select>
        <small>{LINKS.countryHint}</small>
      </label>
      <TermsFields
        terms={terms}
        change={setTerms}
        add={() => setTerms([...terms, { ...(terms.at(-1) ?? NOTHING), from: isoDay(today) }])}
      />
      <FormEnd error={error} close={close} />
    </form>
  );
}
