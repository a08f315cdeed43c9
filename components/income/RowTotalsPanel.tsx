import { exactDecimal } from '../../lib/domain/money';
import type { RowTotals } from '../../lib/ledger/row-totals';
import { ACCOUNT_NAMES } from '../../lib/text/accounts';
import { count, exactMoney, money } from '../../lib/text/format';
import { INCOME, KIND_NAMES } from '../../lib/text/income';
import { OVERVIEW } from '../../lib/text/overview';

const MOST = 12;

/** What the rows of the table come to, by account and by asset. Amounts of different assets are never added. */
export function RowTotalsPanel({ totals }: { totals: RowTotals }) {
  return (
    <div class="grid two">
      <section class="panel box" aria-labelledby="by-asset">
        <h2 id="by-asset">{INCOME.byAsset}</h2>
        <div class="wide-table">
          <table data-figures>
            <thead>
              <tr>
                <th scope="col">{INCOME.asset}</th>
                <th scope="col">{INCOME.rowCount}</th>
                <th scope="col">{INCOME.amount}</th>
                <th scope="col">{INCOME.value}</th>
              </tr>
            </thead>
            <tbody>
              {totals.assets.slice(0, MOST).map(({ asset, rows, amount, units, unpriced }) => (
                <tr key={asset}>
                  <td>{asset.slice(0, 20)}</td>
                  <td>{count(rows)}</td>
                  <td>
                    <data value={exactDecimal(amount)}>{money(amount, 8)}</data>
                  </td>
                  <td title={exactMoney(units)}>
                    {money(units)}
                    {unpriced > 0 && <small class="muted"> {OVERVIEW.unpriced(unpriced)}</small>}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
        {totals.assets.length > MOST && <p class="note">{INCOME.moreAssets(totals.assets.length - MOST)}</p>}
      </section>
      <section class="panel box" aria-labelledby="by-account">
        <h2 id="by-account">{INCOME.byAccount}</h2>
        <table data-figures>
          <thead>
            <tr>
              <th scope="col">{INCOME.account}</th>
              <th scope="col">{INCOME.rowCount}</th>
              <th scope="col">{INCOME.value}</th>
            </tr>
          </thead>
          <tbody>
            {totals.accounts.map(({ kind, account, rows, units, unpriced }) => (
              <tr key={`${kind} ${account}`}>
                <td>
                  <span class="key" style={{ '--tone': `var(--${account})` }}>
                    {kind === 'commission'
                      ? ACCOUNT_NAMES[account]
                      : `${KIND_NAMES[kind]} · ${ACCOUNT_NAMES[account]}`}
                  </span>
                </td>
                <td>{count(rows)}</td>
                <td title={exactMoney(units)}>
                  {money(units)}
                  {unpriced > 0 && <small class="muted"> {OVERVIEW.unpriced(unpriced)}</small>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </div>
  );
}
