import { useState } from 'preact/hooks';
import { linkHealth } from '../../lib/domain/link-health';
import { findings, LINKS } from '../../lib/text/links';

/** What is right and wrong about a link that is out there. */
export function LinkCheck({ codes }: { codes: string[] }) {
  const [text, setText] = useState('');
  return (
    <section class="panel box stack" aria-labelledby="health-title">
      <div>
        <h2 id="health-title">{LINKS.health}</h2>
        <p class="note">{LINKS.healthLead}</p>
      </div>
      <input
        class="input"
        aria-label={LINKS.healthField}
        value={text}
        spellcheck={false}
        onInput={e => setText(e.currentTarget.value)}
      />
      {text.trim() !== '' && (
        <ul class="findings" role="status">
          {findings(linkHealth(text, codes)).map(({ ok, text: words }) => (
            <li key={words} class={ok ? 'up' : 'down'}>
              <span aria-hidden="true">{ok ? '✓' : '✕'}</span>{' '}
              <span class="sr">{ok ? LINKS.good : LINKS.bad}: </span>
              {words}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
