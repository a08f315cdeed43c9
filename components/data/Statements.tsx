import { askingPrices, askStatementPrices, pricesNote, statementRows } from '../../lib/state/statements';
import { DATA } from '../../lib/text/data';

/** What account statements are for, and how their rows get values. */
export function Statements() {
  if (statementRows.value === 0) return null;
  return (
    <section class="panel box" aria-labelledby="statements-title">
      <div class="spread">
        <h2 id="statements-title">
          {DATA.fileKinds.statement} <span class="muted">{DATA.rows(statementRows.value)}</span>
        </h2>
        <button type="button" class="btn" disabled={askingPrices.value} onClick={askStatementPrices}>
          {DATA.statementsAsk}
        </button>
      </div>
      <p class="note">{DATA.statementsText}</p>
      <p class="note">{DATA.statementsValue}</p>
      <p class="note" role="status">
        {pricesNote.value}
      </p>
    </section>
  );
}
