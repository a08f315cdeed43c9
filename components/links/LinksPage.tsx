import { useState } from 'preact/hooks';
import { isCode, joinLink } from '../../lib/domain/link';
import { isDemo } from '../../lib/state/code';
import { addCode, makeDefault, removeCode } from '../../lib/state/commands';
import { ledger, settings } from '../../lib/state/session';
import { LINKS } from '../../lib/text/links';
import { CopyButton } from '../controls/CopyButton';
import { LinkCard } from '../link/LinkCard';

export function LinksPage() {
  const { codes, defaultCode } = settings.value;
  const found = isDemo.value
    ? []
    : (ledger.value?.source?.state.codes ?? []).filter(code => isCode(code) && !codes.includes(code));
  return (
    <>
      <header class="head">
        <h1>{LINKS.title}</h1>
      </header>
      <div class="grid two">
        <section class="panel box" aria-labelledby="codes-title">
          <h2 id="codes-title">{LINKS.yours}</h2>
          <p class="note">{LINKS.lead}</p>
          <AddCode />
          <ul class="list" style={{ marginTop: '14px' }}>
            {codes.length === 0 && <li class="muted">{LINKS.none}</li>}
            {codes.map(code => (
              <li key={code}>
                <span class="grow">
                  <b>{code}</b> {code === defaultCode && <span class="demo-tag">{LINKS.isDefault}</span>}
                  <div class="url">{joinLink(code).replace('https://www.', '')}</div>
                </span>
                {code !== defaultCode && (
                  <button
                    type="button"
                    class="btn plain"
                    aria-label={LINKS.makeDefault(code)}
                    onClick={() => makeDefault(code)}
                  >
                    {LINKS.defaultShort}
                  </button>
                )}
                <button
                  type="button"
                  class="btn plain"
                  aria-label={LINKS.remove(code)}
                  onClick={() => removeCode(code)}
                >
                  {LINKS.removeShort}
                </button>
                <CopyButton text={joinLink(code)} />
              </li>
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
        <LinkCard />
      </div>
    </>
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
