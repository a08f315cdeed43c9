import { useRef, useState } from 'preact/hooks';
import type { CountryShare } from '../../lib/domain/country-share';
import { percentOf } from '../../lib/domain/percent';
import { setFilter } from '../../lib/state/route';
import { countryName } from '../../lib/text/countries';
import { CURRENCY, count, exactMoney, money, percent } from '../../lib/text/format';
import { OVERVIEW } from '../../lib/text/overview';
import { REFERRALS } from '../../lib/text/referrals';

/** Countries with what they brought, the best first; pressing one filters by it. */
export function CountryTable({ shares, most }: { shares: CountryShare[]; most: number }) {
  const [all, setAll] = useState(false);
  const table = useRef<HTMLDivElement>(null);
  const focused = table.current?.contains(document.activeElement) ?? false;
  const total = shares.reduce((sum, share) => sum + share.commission, 0n);
  const part = (units: bigint) => (total > 0n ? percentOf(units, total) : 0);
  const top = Math.max(0.1, ...shares.map(share => part(share.commission)));
  const shown = all ? shares : shares.slice(0, most);
  return (
    <>
      <div class="wide-table countries" ref={table}>
        <table data-figures>
          <thead>
            <tr>
              <th scope="col">{REFERRALS.country}</th>
              <th scope="col">{REFERRALS.known}</th>
              <th scope="col">{REFERRALS.fresh}</th>
              <th scope="col" title={CURRENCY}>
                {OVERVIEW.commission}
              </th>
              <th scope="col">{OVERVIEW.share}</th>
            </tr>
          </thead>
          <tbody>
            {/* By place: another filter changes texts instead of moving rows about. Unless somebody is in one of them. */}
            {shown.map((share, place) => (
              <tr key={focused ? share.country : place}>
                <td class="share">
                  <i data-figure style={{ width: `${(Math.max(0, part(share.commission)) / top) * 100}%` }} />
                  <button
                    type="button"
                    class="row-button"
                    aria-label={REFERRALS.filterByCountry(countryName(share.country))}
                    onClick={() => setFilter({ country: share.country })}
                  >
                    {countryName(share.country)}
                  </button>
                </td>
                <td>{count(share.referrals)}</td>
                <td>{count(share.newReferrals)}</td>
                <td title={exactMoney(share.commission)}>{money(share.commission)}</td>
                <td>{percent(part(share.commission))}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {shares.length > most && !all && (
        <button type="button" class="link-button more" onClick={() => setAll(true)}>
          {REFERRALS.moreCountries(shares.length - most)}
        </button>
      )}
    </>
  );
}
