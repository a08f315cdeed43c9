import { useState } from 'preact/hooks';
import { COUNTING } from '../../lib/text/counting';

/** The rule by which rows become figures, on one page, for whoever wants to know it. */
export function HowCounted() {
  const [open, setOpen] = useState(false);
  return (
    <details class="note how-counted" onToggle={event => setOpen(event.currentTarget.open)}>
      <summary>{COUNTING.title}</summary>
      {open && (
        <ol>
          {COUNTING.rules.map(rule => (
            <li key={rule}>{rule}</li>
          ))}
        </ol>
      )}
    </details>
  );
}
