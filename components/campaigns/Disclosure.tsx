import { note } from '../../lib/state/commands';
import { notebook } from '../../lib/state/notebook';
import { CAMPAIGNS } from '../../lib/text/campaigns';
import { DISCLOSURE } from '../../lib/text/disclosure';

/** The line that goes with every copied campaign; the user's own words, or ours. */
export function Disclosure() {
  const own = notebook.value.preferences.disclosure;
  return (
    <section class="panel box stack">
      <label class="field">
        {CAMPAIGNS.disclosure}
        <input
          key={own ?? ''}
          class="input"
          defaultValue={own ?? DISCLOSURE.line}
          maxLength={300}
          onChange={event => {
            const text = event.currentTarget.value.trim();
            void note('preferences', { disclosure: text === '' || text === DISCLOSURE.line ? null : text });
          }}
        />
        <small>{CAMPAIGNS.disclosureHint}</small>
      </label>
      {own !== undefined && (
        <button type="button" class="link-button" onClick={() => note('preferences', { disclosure: null })}>
          {CAMPAIGNS.reset}
        </button>
      )}
      <p class="note">{CAMPAIGNS.noteOnCredit}</p>
    </section>
  );
}
