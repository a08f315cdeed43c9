import { isCode } from '../../lib/domain/link';
import { percentOf } from '../../lib/domain/percent';
import type { Overview } from '../../lib/ledger/overview';
import { setFilter } from '../../lib/state/route';
import { count, exactMoney, money, percent } from '../../lib/text/format';
import { OVERVIEW } from '../../lib/text/overview';

const MOST = 8;

/** What each code brought; pressing one filters by it. */
export function Codes({ data }: { data: Overview }) {
  const total = data.codes.reduce((sum, c) => sum + c.commission, 0n);
  const share = (units: bigint) => (total > 0n ? percentOf(units, total) : 0);
  return (
    <section class="panel box" aria-labelledby="codes-title">
      <h2 id="codes-title">{OVERVIEW.codes}</h2>
      {data.codes.length === 0 ? (
        <p class="note">{OVERVIEW.noData}</p>
      ) : (
        <table data-figures>
          <thead>
            <tr>
              <th scope="col">{OVERVIEW.code}</th>
              <th scope="col">{OVERVIEW.referrals}</th>
              <th scope="col">{OVERVIEW.commission}</th>
              <th scope="col">{OVERVIEW.share}</th>
            </tr>
          </thead>
          <tbody>
            {data.codes.slice(0, MOST).map(c => (
              <tr key={c.code}>
                <td class="share">
                  <i data-figure style={{ width: `${Math.max(0, share(c.commission)) * 2.6}px` }} />
                  {isCode(c.code) ? (
                    <button
                      type="button"
                      class="row-button"
                      aria-label={OVERVIEW.filterByCode(c.code)}
                      onClick={() => setFilter({ code: c.code })}
                    >
                      {c.code}
                    </button>
                  ) : (
                    <span class="muted" title={c.code.slice(0, 200)}>
                      {c.code.slice(0, 200) || OVERVIEW.noCode}
                    </span>
                  )}
                </td>
                <td>{count(c.newReferrals)}</td>
                <td title={exactMoney(c.commission)}>{money(c.commission)}</td>
                <td>{percent(share(c.commission))}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
