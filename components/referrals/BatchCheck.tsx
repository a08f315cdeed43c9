import { useMemo, useState } from 'preact/hooks';
import { checkIds, findIds, ID_STATES } from '../../lib/domain/batch-check';
import type { ReferralsView } from '../../lib/ledger/referrals';
import { count, exactMoney, money } from '../../lib/text/format';
import { ID_STATE_NAMES, REFERRALS } from '../../lib/text/referrals';
import { CopyButton } from '../controls/CopyButton';

/** What is known of the ids in a pasted text. */
export function BatchCheck({ data }: { data: ReferralsView }) {
  const [text, setText] = useState('');
  const checked = useMemo(
    () => checkIds(findIds(text, data.positions), data.positions, data.list.table, data.list.within),
    [text, data],
  );
  const missing = checked.filter(entry => entry.state === 'missing').map(entry => entry.id);
  return (
    <section class="panel box" aria-labelledby="check-title">
      <h2 id="check-title">{REFERRALS.check}</h2>
      <p class="note">{REFERRALS.checkLead}</p>
      <textarea
        class="input area"
        rows={3}
        aria-label={REFERRALS.checkField}
        value={text}
        spellcheck={false}
        onInput={event => setText(event.currentTarget.value)}
      />
      {checked.length > 0 && (
        <>
          <div class="spread" role="status">
            <span class="note">
              {REFERRALS.checked(checked.length)}
              {ID_STATES.map(state => {
                const n = checked.filter(entry => entry.state === state).length;
                return n > 0 ? ` · ${ID_STATE_NAMES[state]} ${count(n)}` : '';
              })}
            </span>
            {missing.length > 0 && (
              <CopyButton text={missing.join('\n')} label={REFERRALS.copyMissing(missing.length)} />
            )}
          </div>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
          <section class="scroll" tabIndex={0} aria-label={REFERRALS.check}>
            <table data-figures>
              <thead>
                <tr>
                  <th scope="col">{REFERRALS.id}</th>
                  <th scope="col" class="text">
                    {REFERRALS.state}
                  </th>
                  <th scope="col">{REFERRALS.inPeriod}</th>
                </tr>
              </thead>
              <tbody>
                {checked.slice(0, 500).map(({ id, state, units }) => (
                  <tr key={id}>
                    <td>{id}</td>
                    <td class={`text ${state === 'earning' ? 'up' : state === 'negative' ? 'down' : ''}`}>
                      {ID_STATE_NAMES[state]}
                    </td>
                    <td title={exactMoney(units)}>{state === 'missing' ? '' : money(units)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
        </>
      )}
    </section>
  );
}
