import { useState } from 'preact/hooks';
import { isoDay, parseDay, partsOf } from '../../lib/domain/day';
import type { Scope } from '../../lib/ledger/scope';
import { note } from '../../lib/state/commands';
import { notebook } from '../../lib/state/notebook';
import { day } from '../../lib/text/format';
import { OVERVIEW } from '../../lib/text/overview';

/** Notes pinned to days of the chart: the ones in sight, and a way to add one. */
export function Remarks({ scope, today }: { scope: Scope; today: number }) {
  const [open, setOpen] = useState(false);
  const year = partsOf(today).year;
  const inSight = Object.entries(notebook.value.remarks)
    .filter(([, remark]) => remark.day >= scope.shown.from && remark.day <= scope.shown.to)
    .sort(([, a], [, b]) => a.day - b.day);
  return (
    <div class="remarks">
      {inSight.map(([id, remark]) => (
        <span class="tagged" key={id}>
          <b>{day(remark.day, year)}</b> <span class="cut">{remark.text}</span>
          <button
            type="button"
            class="cross"
            aria-label={OVERVIEW.removeNote(remark.text)}
            onClick={() => note('remarks', { [id]: null })}
          >
            ✕
          </button>
        </span>
      ))}
      {open ? (
        <AddRemark latest={scope.shown.to} close={() => setOpen(false)} />
      ) : (
        <button type="button" class="link-button" onClick={() => setOpen(true)}>
          {OVERVIEW.addNote}
        </button>
      )}
    </div>
  );
}

function AddRemark({ latest, close }: { latest: number; close: () => void }) {
  const [when, setWhen] = useState(isoDay(latest));
  const [text, setText] = useState('');
  const parsed = parseDay(when);
  const save = (event: Event) => {
    event.preventDefault();
    if (parsed === undefined || text.trim() === '') return;
    void note('remarks', { [crypto.randomUUID()]: { day: parsed, text: text.trim().slice(0, 200) } });
    close();
  };
  return (
    <form class="inline-form" onSubmit={save}>
      <label class="field">
        {OVERVIEW.noteDay}
        <input class="input" type="date" value={when} onInput={e => setWhen(e.currentTarget.value)} />
      </label>
      <label class="field grow">
        {OVERVIEW.noteText}
        <input
          class="input"
          value={text}
          maxLength={200}
          ref={field => field?.focus()}
          onInput={e => setText(e.currentTarget.value)}
        />
      </label>
      <button type="submit" class="btn" disabled={parsed === undefined || text.trim() === ''}>
        {OVERVIEW.saveNote}
      </button>
    </form>
  );
}
