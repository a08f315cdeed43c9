import { useState } from 'preact/hooks';
import type { ReferralNote } from '../../lib/domain/notebook';
import { note } from '../../lib/state/commands';
import { notebook } from '../../lib/state/notebook';
import { countryList } from '../../lib/text/countries';
import { REFERRALS } from '../../lib/text/referrals';

/** What the user writes about a referral: kept apart from the files, so no import touches it. */
export function ReferralNotes({ id }: { id: string }) {
  const known: ReferralNote = notebook.value.referrals[id] ?? {};
  const [text, setText] = useState(known.note ?? '');
  const [tags, setTags] = useState(known.tags?.join(', ') ?? '');
  const [country, setCountry] = useState(known.country ?? '');
  const [saved, setSaved] = useState(false);
  const save = async (event: Event) => {
    event.preventDefault();
    const list = tags
      .split(',')
      .map(tag => tag.trim().replace(/^#/, ''))
      .filter(Boolean);
    const entry: ReferralNote = {
      ...(text.trim() && { note: text.trim() }),
      ...(list.length > 0 && { tags: [...new Set(list)] }),
      ...(country && { country }),
    };
    await note('referrals', { [id]: Object.keys(entry).length > 0 ? entry : null });
    setSaved(true);
  };
  const edit =
    (set: (value: string) => void) =>
    (event: preact.TargetedEvent<HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement>) => {
      set(event.currentTarget.value);
      setSaved(false);
    };
  return (
    <form class="panel box stack" onSubmit={save}>
      <label class="field">
        {REFERRALS.note}
        <textarea class="input area" rows={3} maxLength={2000} value={text} onInput={edit(setText)} />
      </label>
      <label class="field">
        {REFERRALS.tags}
        <input
          class="input"
          value={tags}
          maxLength={300}
          placeholder={REFERRALS.tagsHint}
          onInput={edit(setTags)}
        />
      </label>
      <label class="field">
        {REFERRALS.country}
        <select class="input" value={country} onChange={edit(setCountry)}>
          <option value="">{REFERRALS.unset}</option>
          {countryList().map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <div class="acts">
        <button type="submit" class="btn primary">
          {REFERRALS.save}
        </button>
        <span class="note" role="status">
          {saved && REFERRALS.saved}
        </span>
      </div>
    </form>
  );
}
