import { COUNTING } from '../../lib/text/counting';

/** The rule by which rows become figures, on one page, for whoever wants to know it. */
export function HowCounted() {
  return (
    <details class="note how-counted">
      <summary>{COUNTING.title}</summary>
      <ol>
        {COUNTING.rules.map(rule => (
          <li key={rule}>{rule}</li>
        ))}
      </ol>
    </details>
  );
}
