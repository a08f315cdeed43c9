import { useState } from 'preact/hooks';
import { readCountryFile } from '../../lib/state/country-file';
import { REFERRALS } from '../../lib/text/referrals';

interface Outcome {
  set: number;
  problems: string[];
}

/** Countries from a file of two columns. */
export function CountryImport() {
  const [outcome, setOutcome] = useState<Outcome>();
  return (
    <div class="country-import">
      <label class="btn small">
        {REFERRALS.importCountries}
        <input
          class="sr"
          type="file"
          accept=".csv,.txt,text/csv,text/plain"
          onChange={async event => {
            const field = event.currentTarget;
            const file = field.files?.[0];
            field.value = '';
            if (file) setOutcome(await readCountryFile(file));
          }}
        />
      </label>
      <span class="note">{REFERRALS.importCountriesHint}</span>
      {outcome && (
        <div role="status" class="note">
          {REFERRALS.countriesDone(outcome.set, outcome.problems.length)}
          {outcome.problems.length > 0 && (
            <details>
              <summary>{REFERRALS.badLines(outcome.problems.length)}</summary>
              <ul>
                {outcome.problems.slice(0, 100).map(problem => (
                  <li key={problem}>{problem}</li>
                ))}
              </ul>
            </details>
          )}
        </div>
      )}
    </div>
  );
}
