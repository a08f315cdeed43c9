import { useState } from 'preact/hooks';
import { type Decision, MISSING_FATES, type MissingFate } from '../../lib/domain/missing';
import type { Receipt } from '../../lib/domain/receipt';
import { readMissing, tallyMissing } from '../../lib/ledger/missing-rows';
import type { CommissionRow } from '../../lib/ledger/row-at';
import { decideMissing } from '../../lib/state/commands';
import { ledger } from '../../lib/state/session';
import { DATA } from '../../lib/text/data';
import { DASH, moment, money } from '../../lib/text/format';
import { INCOME } from '../../lib/text/income';

const SHOWN = 20;

/** Rows that older files had and these do not, by what has become of them: kept, until the user decides. */
export function MissingRows({ receipt, today }: { receipt: Receipt; today: number }) {
  const { batch, lacking } = receipt;
  const tally = tallyMissing(ledger.value?.book?.state, batch);
  const fates = MISSING_FATES.filter(fate => tally[fate] > 0);
  return (
    <>
      <p class="note">
        {DATA.missing(lacking)} {fates.length === 0 && DATA.missingNewer}
      </p>
      {fates.map(fate => (
        <FatedRows key={`${fate} ${tally[fate]}`} {...{ batch, fate, today }} rows={tally[fate]} />
      ))}
    </>
  );
}

/** The missing rows of one fate, and what can be decided about them. */
function FatedRows(of: { batch: string; fate: MissingFate; rows: number; today: number }) {
  const { batch, fate, today } = of;
  const [rows, setRows] = useState<CommissionRow[]>();
  const open = () => {
    const reader = ledger.peek();
    if (reader && !rows) void readMissing(reader, batch, fate, SHOWN).then(setRows);
  };
  const about = fate === 'kept' || fate === 'removed' ? fate : undefined;
  const decide = (decided: Decision) => decideMissing(batch, decided, about);
  return (
    <>
      <p class="note">{DATA.missingFates[fate](of.rows)}</p>
      <details onToggle={open}>
        <summary>{DATA.missingShow}</summary>
        <div class="wide-table">
          <table data-figures>
            <thead>
              <tr>
                <th scope="col">{INCOME.columns.time}</th>
                <th scope="col" class="text">
                  {INCOME.columns.type}
                </th>
                <th scope="col">{INCOME.columns.referral}</th>
                <th scope="col">{INCOME.columns.asset}</th>
                <th scope="col">{INCOME.columns.amount}</th>
                <th scope="col">{DATA.fileValue}</th>
              </tr>
            </thead>
            <tbody>
              {rows?.map((row, i) => (
                <tr key={i}>
                  <td>{moment(row.time, today)}</td>
                  <td class="text">{row.type.slice(0, 60)}</td>
                  <td>{row.referral.slice(0, 40) || DASH}</td>
                  <td>{row.asset.slice(0, 20)}</td>
                  <td>{money(row.amount, 8)}</td>
                  <td>{row.value === undefined ? INCOME.unpriced : money(row.value, 2)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
        {rows && <p class="note">{INCOME.of(rows.length, of.rows)}</p>}
        <div class="acts">
          {fate === 'open' && (
            <button type="button" class="btn" onClick={() => decide('kept')}>
              {DATA.missingKeep}
            </button>
          )}
          {(fate === 'open' || fate === 'kept') && (
            <button type="button" class="btn danger" onClick={() => decide('removed')}>
              {DATA.missingRemove}
            </button>
          )}
          {fate === 'removed' && (
            <button type="button" class="btn" onClick={() => decide('kept')}>
              {DATA.missingBack}
            </button>
          )}
        </div>
      </details>
    </>
  );
}
