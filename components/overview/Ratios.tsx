import { FILTER_ACCOUNTS } from '../../lib/domain/account';
import { formatHash } from '../../lib/domain/filter';
import { termsOn } from '../../lib/domain/notebook';
import { isDemo } from '../../lib/state/code';
import { notebook } from '../../lib/state/notebook';
import { route } from '../../lib/state/route';
import { ledger, settings } from '../../lib/state/session';
import { ACCOUNT_NAMES } from '../../lib/text/accounts';
import { DASH, percent } from '../../lib/text/format';
import { OVERVIEW } from '../../lib/text/overview';

const shown = (hundredths: number) => percent(hundredths / 100, hundredths % 100 === 0 ? 0 : 2);

/** What Binance pays for each code today, and how much of it goes to friends, as the user has set it. */
export function Ratios({ today }: { today: number }) {
  const codes = isDemo.value ? (ledger.value?.book?.state.codes ?? []).filter(Boolean) : settings.value.codes;
  const rows = codes
    .map(code => ({ code, terms: termsOn(notebook.value.codes[code], today) }))
    .filter(row => row.terms);
  return (
    <section class="panel box" aria-labelledby="ratios-title">
      <div class="spread">
        <h2 id="ratios-title">{OVERVIEW.ratios}</h2>
        <a class="link-button" href={formatHash({ path: 'links', filter: route.value.filter })}>
          {OVERVIEW.ratiosSet}
        </a>
      </div>
      {rows.length === 0 ? (
        <p class="note">{OVERVIEW.ratiosNone}</p>
      ) : (
        <div class="wide-table">
          <table data-figures>
            <thead>
              <tr>
                <th scope="col">{OVERVIEW.code}</th>
                {FILTER_ACCOUNTS.map(account => (
                  <th scope="col" key={account}>
                    {ACCOUNT_NAMES[account]}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.slice(0, 8).map(({ code, terms }) => (
                <tr key={code}>
                  <td>{code}</td>
                  {FILTER_ACCOUNTS.map(account => {
                    const ratio = terms?.ratio[account];
                    const friends = terms?.kickback[account];
                    return (
                      <td key={account}>
                        {ratio === undefined ? <span title={OVERVIEW.notSet}>{DASH}</span> : shown(ratio)}
                        {friends ? <small class="under">{OVERVIEW.toFriends(shown(friends))}</small> : null}
                      </td>
                    );
                  })}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
