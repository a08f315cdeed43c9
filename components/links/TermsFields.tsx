import { FILTER_ACCOUNTS, type FilterAccount } from '../../lib/domain/account';
import { ACCOUNT_NAMES } from '../../lib/text/accounts';
import { LINKS } from '../../lib/text/links';

/** Terms while they are typed. */
export interface TermsText {
  from: string;
  ratio: Partial<Record<FilterAccount, string>>;
  kickback: Partial<Record<FilterAccount, string>>;
}

interface Props {
  terms: TermsText[];
  change: (terms: TermsText[]) => void;
  add: () => void;
}

/** Ratios and the friends' share per account, one block per day they changed. */
export function TermsFields({ terms, change, add }: Props) {
  const set = (i: number, part: Partial<TermsText>) =>
    change(terms.map((entry, n) => (n === i ? { ...entry, ...part } : entry)));
  const row = (i: number, key: 'ratio' | 'kickback', name: string) => (
    <tr>
      <th scope="row">{name}</th>
      {FILTER_ACCOUNTS.map(account => (
        <td key={account}>
          <input
            class="input"
            inputMode="decimal"
            aria-label={`${name} ${ACCOUNT_NAMES[account]} ${i + 1}`}
            value={terms[i][key][account] ?? ''}
            onInput={e => set(i, { [key]: { ...terms[i][key], [account]: e.currentTarget.value } })}
          />
        </td>
      ))}
    </tr>
  );
  return (
    <fieldset class="tier-fields">
      <legend>{LINKS.terms}</legend>
      {terms.map((entry, i) => (
        <table data-figures class="terms" key={`${i + 1}`}>
          <thead>
            <tr>
              <th>
                <label class="since">
                  {LINKS.since}
                  <input
                    class="input"
                    type="date"
                    value={entry.from}
                    onInput={e => set(i, { from: e.currentTarget.value })}
                  />
                </label>
              </th>
              {FILTER_ACCOUNTS.map(account => (
                <th scope="col" key={account}>
                  {ACCOUNT_NAMES[account]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {row(i, 'ratio', LINKS.ratio)}
            {row(i, 'kickback', LINKS.kickback)}
          </tbody>
        </table>
      ))}
      <div class="acts">
        <button type="button" class="link-button" onClick={add}>
          {LINKS.addTerms}
        </button>
        {terms.length > 1 && (
          <button type="button" class="link-button" onClick={() => change(terms.slice(0, -1))}>
            {LINKS.removeTerms}
          </button>
        )}
      </div>
      <p class="note">{LINKS.termsHint}</p>
    </fieldset>
  );
}
