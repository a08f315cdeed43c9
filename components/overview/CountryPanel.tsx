import { useEffect, useRef } from 'preact/hooks';
import { countryPanel, seeCountries } from '../../lib/state/sections';
import { OVERVIEW } from '../../lib/text/overview';
import { REFERRALS } from '../../lib/text/referrals';
import { CountryTable } from '../referrals/CountryTable';

/** Where the referrals are; where nobody has told, that is what it says. */
export function CountryPanel() {
  const panel = countryPanel.value.value;
  const place = useRef<HTMLElement>(null);
  useEffect(() => {
    const sight = new IntersectionObserver(entries =>
      seeCountries(entries[entries.length - 1].isIntersecting),
    );
    sight.observe(place.current!);
    return () => {
      sight.disconnect();
      seeCountries(false);
    };
  }, []);
  return (
    <section ref={place} class="panel box" aria-labelledby="country-title">
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
