import { useEffect, useRef, useState } from 'preact/hooks';
import { makeDiagnostics } from '../../lib/state/diagnostics';
import { SETTINGS } from '../../lib/text/settings';

/** Copies what a report of a problem needs, and shows it: what leaves the browser is read by its user first. */
export function Diagnostics() {
  const [text, setText] = useState('');
  const [outcome, setOutcome] = useState<'copied' | 'refused' | undefined>();
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (outcome === 'refused') field.current?.select();
  }, [outcome]);
  const copy = async () => {
    const made = await makeDiagnostics(Date.now());
    setText(made);
    try {
      await navigator.clipboard.writeText(made);
      setOutcome('copied');
    } catch {
      // The text stands selected below, to be copied by hand.
      setOutcome('refused');
    }
  };
  return (
    <section class="panel box stack" aria-labelledby="diagnostics-title">
      <h2 id="diagnostics-title">{SETTINGS.diagnostics}</h2>
      <p class="note">{SETTINGS.diagnosticsText}</p>
      <div class="acts">
        <button type="button" class="btn" onClick={copy}>
          {SETTINGS.diagnosticsCopy}
        </button>
        <span class="note" role="status">
          {outcome === 'copied' && SETTINGS.diagnosticsCopied}
          {outcome === 'refused' && SETTINGS.diagnosticsRefused}
        </span>
      </div>
      {text && (
        <textarea
          ref={field}
          class="input area mono"
          aria-label={SETTINGS.diagnostics}
          readOnly
          rows={12}
          value={text}
        />
      )}
    </section>
  );
}
