import { firstDayOf, lastDayOf } from '../../lib/domain/day';
import { exactDecimal } from '../../lib/domain/money';
import { differs } from '../../lib/ledger/reconcile';
import { checks } from '../../lib/state/sections';
import { ACCOUNT_NAMES } from '../../lib/text/accounts';
import { DATA } from '../../lib/text/data';
import { money } from '../../lib/text/format';
import { bar } from '../../lib/text/spans';

/** Files beside the account's own records: where both tell of the same days, they should tell of the same money. */
export function Reconciliation() {
  const all = checks.value.value ?? [];
  if (all.length === 0) return null;
  return (
    <section class="panel box" aria-labelledby="reconcile-title">
      <h2 id="reconcile-title">{DATA.reconcile}</h2>
      <p class="note">{DATA.reconcileText}</p>
      <div class="scroll tall">
        <table data-figures>
          <thead>
            <tr>
              <th scope="col">{DATA.reconcileMonth}</th>
              <th scope="col" class="text">
                {DATA.reconcileAccount}
              </th>
              <th scope="col">{DATA.reconcileDays}</th>
              <th scope="col">{DATA.reconcileAsset}</th>
              <th scope="col">{DATA.reconcileFiles}</th>
              <th scope="col">{DATA.reconcileOwn}</th>
              <th scope="col">{DATA.reconcileDifference}</th>
            </tr>
          </thead>
          <tbody>
            {all.flatMap(({ month, account, days, assets, differ }) => {
              // What agrees is one line; what does not is told asset by asset.
              const rows = differ > 0 ? assets.filter(differs).slice(0, 20) : [undefined];
              const span = { from: firstDayOf(month), to: lastDayOf(month) };
              return rows.map(check => (
                <tr key={`${month} ${account} ${check?.asset}`}>
                  <td>{bar(span, 'month', 0)}</td>
                  <td class="text">{ACCOUNT_NAMES[account]}</td>
                  <td>{days}</td>
                  {check ? (
                    <>
                      <td>{check.asset.slice(0, 20)}</td>
                      <td title={exactDecimal(check.files)}>{money(check.files, 8)}</td>
                      <td title={exactDecimal(check.account)}>{money(check.account, 8)}</td>
                      <td class="down">{money(check.account - check.files, 8)}</td>
                    </>
                  ) : (
                    <td colSpan={4} class="up">
                      {DATA.reconcileAgrees(assets.length)}
                    </td>
                  )}
                </tr>
              ));
            })}
          </tbody>
        </table>
      </div>
    </section>
  );
}
