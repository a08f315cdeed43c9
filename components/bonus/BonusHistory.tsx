import { useState } from 'preact/hooks';
import { isoDay, parseDay, partsOf } from '../../lib/domain/day';
import { exactDecimal, parseDecimal } from '../../lib/domain/money';
import { note } from '../../lib/state/commands';
import { notebook } from '../../lib/state/notebook';
import { BONUS } from '../../lib/text/bonus';
import { BASE, day as dayText, exactMoney, money } from '../../lib/text/format';
import { typedNumber } from '../../lib/text/typed';

interface Entry {
  key: string;
  day: number;
  units: bigint;
  what: string;
  byHand?: string;
}

/** What was paid: bonus rows of the files, and what the user has entered. */
export function BonusHistory({ paid, today }: { paid: { day: number; units: bigint }[]; today: number }) {
  const [open, setOpen] = useState(false);
  const year = partsOf(today).year;
  const entries: Entry[] = [
    ...paid.map(({ day, units }) => ({ key: `file ${day}`, day, units, what: BONUS.fromFile })),
    ...Object.entries(notebook.value.payouts).map(([id, { day, value, text }]) => {
      const units = parseDecimal(value);
      return {
        key: id,
        day,
        units: typeof units === 'bigint' ? units : 0n,
        what: text || BONUS.byHand,
        byHand: id,
      };
    }),
  ].sort((a, b) => b.day - a.day);
  const total = entries.reduce((sum, entry) => sum + entry.units, 0n);
  return (
    <section class="panel box" aria-labelledby="history-title">
      <div class="spread">
        <h2 id="history-title">{BONUS.history}</h2>
        <button type="button" class="btn small" onClick={() => setOpen(true)}>
          {BONUS.addPayout}
        </button>
      </div>
      {open && <PayoutForm today={today} close={() => setOpen(false)} />}
      {entries.length === 0 ? (
        <p class="note">{BONUS.historyNone}</p>
      ) : (
        <table data-figures>
          <thead>
            <tr>
              <th scope="col">{BONUS.day}</th>
              <th scope="col" class="text">
                {BONUS.what}
              </th>
              <th scope="col">{BONUS.value}</th>
              <th scope="col">
                <span class="sr">{BONUS.removeShort}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {entries.slice(0, 60).map(entry => (
              <tr key={entry.key}>
                <td>{dayText(entry.day, year)}</td>
                <td class="text">{entry.what.slice(0, 120)}</td>
                <td title={exactMoney(entry.units, BASE)}>{money(entry.units, 2)}</td>
                <td class="narrow">
                  {entry.byHand && (
                    <button
                      type="button"
                      class="cross"
                      aria-label={BONUS.removePayout}
                      onClick={() => note('payouts', { [entry.byHand!]: null })}
                    >
                      ✕
                    </button>
                  )}
                </td>
              </tr>
            ))}
            <tr class="sum">
              <td>{BONUS.total}</td>
              <td />
              <td title={exactMoney(total, BASE)}>
                <data value={exactDecimal(total)}>{money(total, 2)}</data>
              </td>
              <td />
            </tr>
          </tbody>
        </table>
      )}
    </section>
  );
}

function PayoutForm({ today, close }: { today: number; close: () => void }) {
  const [when, setWhen] = useState(isoDay(today));
  const [value, setValue] = useState('');
  const [text, setText] = useState('');
  const [error, setError] = useState('');
  const save = (event: Event) => {
    event.preventDefault();
    const day = parseDay(when);
    const units = parseDecimal(typedNumber(value) ?? '');
    if (day === undefined || typeof units === 'string') return setError(BONUS.badValue);
    void note('payouts', { [crypto.randomUUID()]: { day, value: exactDecimal(units), text: text.trim() } });
    close();
  };
  return (
    <form class="inline-form" onSubmit={save}>
      <label class="field">
        {BONUS.day}
        <input class="input" type="date" value={when} onInput={e => setWhen(e.currentTarget.value)} />
      </label>
      <label class="field">
        {BONUS.payoutValue}
        <input
          class="input"
          inputMode="decimal"
          value={value}
          onInput={e => setValue(e.currentTarget.value)}
        />
      </label>
      <label class="field grow">
        {BONUS.what}
        <input class="input" value={text} maxLength={200} onInput={e => setText(e.currentTarget.value)} />
      </label>
      <button type="submit" class="btn primary">
        {BONUS.save}
      </button>
      {error && (
        <p class="error" role="alert">
          {error}
        </p>
      )}
    </form>
  );
}
