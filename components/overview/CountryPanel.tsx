import { countryPanel } from '../../lib/state/sections';
import { OVERVIEW } from '../../lib/text/overview';
import { REFERRALS } from '../../lib/text/referrals';
import { CountryTable } from '../referrals/CountryTable';

/** Where the referrals are; where nobody has told, that is what it says. */
export function CountryPanel() {
  const panel = countryPanel.value.value;
  return (
    <section class="panel box" aria-labelledby="country-title">
      <h2 id="country-title">{REFERRALS.countries}</h2>
      {panel &&
        (panel.shares ? (
          panel.shares.length > 0 ? (
            <CountryTable shares={panel.shares} most={6} />
          ) : (
            <p class="note">{OVERVIEW.noData}</p>
          )
        ) : (
          <p class="note">
            <b>{REFERRALS.noCountriesHere}</b> {REFERRALS.noCountries}
          </p>
        ))}
    </section>
  );
}
