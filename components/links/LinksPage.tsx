import { useEffect, useState } from 'preact/hooks';
import { isCode } from '../../lib/domain/link';
import { isDemo } from '../../lib/state/code';
import { note } from '../../lib/state/commands';
import { notebook } from '../../lib/state/notebook';
import { readCodeStatistics } from '../../lib/state/referral-statistics';
import { ledger, settings } from '../../lib/state/session';
import { addCode } from '../../lib/state/settings';
import { LINKS } from '../../lib/text/links';
import { LinkCard } from '../link/LinkCard';
import { SectionPage } from '../shell/SectionPage';
import { CodeRow } from './CodeRow';
import { LinkBuilder } from './LinkBuilder';
import { LinkCheck } from './LinkCheck';

/** Public articles say 20 (docs/facts/binance.md §2.4). */
const BUDGET = 20;

export function LinksPage({ today }: { today: number }) {
  const { codes } = settings.value;
  const inLedger = (ledger.value?.book?.state.codes ?? []).filter(isCode);
  const found = isDemo.value ? [] : inLedger.filter(code => !codes.includes(code));
  // The demo's codes are looked at, never owned.
  const shown = isDemo.value ? [...codes, ...inLedger.filter(code => !codes.includes(code))] : codes;
  useEffect(() => void readCodeStatistics(codes), [codes]);
  return (
    <SectionPage title={LINKS.title} today={today}>
      <div class="grid two">
        <section class="panel box" aria-labelledby="codes-title">
          <div class="spread">
            <h2 id="codes-title">{LINKS.yours}</h2>
            <Budget used={codes.length} />
          </div>
          <p class="note">{LINKS.lead}</p>
          <AddCode />
          <ul class="list" style={{ marginTop: '14px' }}>
            {shown.length === 0 && <li class="muted">{LINKS.none}</li>}
            {shown.map(code => (
              <CodeRow key={code} code={code} own={codes.includes(code)} today={today} />
            ))}
          </ul>
          {found.length > 0 && (
            <>
              <h2 style={{ marginTop: '18px' }}>{LINKS.found}</h2>
              <p class="note">{LINKS.foundWhy}</p>
              <ul class="list" style={{ marginTop: '8px' }}>
                {found.slice(0, 50).map(code => (
                  <li key={code}>
                    <span class="grow">{code}</span>
                    <button
                      type="button"
                      class="btn"
                      aria-label={LINKS.use(code)}
                      onClick={() => addCode(code)}
                    >
                      {LINKS.useShort}
                    </button>
                  </li>
                ))}
              </ul>
            </>
          )}
        </section>
        <div class="stack wide">
          <LinkCard />
          <LinkBuilder codes={shown} />
          <LinkCheck codes={codes} />
        </div>
      </div>
    </SectionPage>
  );
}

/** How many codes are taken of those Binance allows; pressing it changes that number. */
function Budget({ used }: { used: number }) {
  const [open, setOpen] = useState(false);
  const budget = notebook.value.preferences.codeBudget ?? BUDGET;
  if (!open) {
    return (
      <button type="button" class="link-button" onClick={() => setOpen(true)}>
        {LINKS.budget(used, budget)}
      </button>
    );
  }
  return (
    <input
      class="input budget"
      type="number"
      min={1}
      max={1000}
      aria-label={LINKS.budgetField}
      title={LINKS.budgetHint}
      defaultValue={String(budget)}
      ref={field => field?.focus()}
      onBlur={event => {
        const next = Math.floor(Number(event.currentTarget.value));
        if (next >= 1 && next <= 1000 && next !== budget) void note('preferences', { codeBudget: next });
        setOpen(false);
      }}
    />
  );
}

function AddCode() {
  const [text, setText] = useState('');
  const [error, setError] = useState<string>();
  const add = async (event: Event) => {
    event.preventDefault();
    const problem = await addCode(text);
    setError(problem);
    if (!problem) setText('');
  };
  return (
    <form class="add-code" onSubmit={add}>
      <label class="field">
        {LINKS.field}
        <input
          class="input"
          value={text}
          autoComplete="off"
          spellcheck={false}
          aria-invalid={error !== undefined}
          aria-describedby="code-hint"
          onInput={event => setText(event.currentTarget.value)}
        />
      </label>
      <button type="submit" class="btn primary">
        {LINKS.add}
      </button>
      <div
        id="code-hint"
        class={error ? 'error' : 'note'}
        style={{ flexBasis: '100%', margin: 0 }}
        aria-live="polite"
      >
        {error ?? LINKS.hint}
      </div>
    </form>
  );
}
