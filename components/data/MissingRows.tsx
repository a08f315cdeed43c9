import { useState } from 'preact/hooks';
import type { Receipt } from '../../lib/domain/receipt';
import { readMissing } from '../../lib/ledger/missing-rows';
import type { CommissionRow } from '../../lib/ledger/row-at';
import { decideMissing } from '../../lib/state/commands';
import { ledger } from '../../lib/state/session';
import { DATA } from '../../lib/text/data';
import { DASH, moment, money } from '../../lib/text/format';
import { INCOME } from '../../lib/text/income';

const SHOWN = 20;

/** Rows that older files had and these do not: kept, until the user decides. */
export function MissingRows({ receipt, today }: { receipt: Receipt; today: number }) {
  const [rows, setRows] = useState<CommissionRow[]>();
  const { batch, lacking, lackingRows = [], decided } = receipt;
  const open = () => {
    const reader = ledger.peek();
    if (reader && !rows) void readMissing(reader, receipt).then(setRows);
  };
  return (
    <>
      <p class="note">
        {DATA.missing(lacking)} {decided === 'removed' && DATA.missingRemoved}
        {decided === 'kept' && DATA.missingKept}
        {!decided && DATA.missingUndecided}
      </p>
      {lackingRows.length > 0 && (
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
                {rows?.slice(0, SHOWN).map((row, i) => (
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
          {lacking > lackingRows.length && <p class="note">{DATA.onlyFirst(lackingRows.length)}</p>}
          {!decided && (
            <div class="acts">
              <button type="button" class="btn" onClick={() => decideMissing(batch, 'kept')}>
                {DATA.missingKeep}
              </button>
              <button type="button" class="btn danger" onClick={() => decideMissing(batch, 'removed')}>
                {DATA.missingRemove}
              </button>
            </div>
          )}
        </details>
      )}
    </>
  );
}
