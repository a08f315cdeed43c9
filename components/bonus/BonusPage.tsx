import { useState } from 'preact/hooks';
import { BONUS_PRESETS } from '../../lib/domain/bonus-presets';
import { note } from '../../lib/state/commands';
import { notebook } from '../../lib/state/notebook';
import { bonus } from '../../lib/state/sections';
import { BONUS } from '../../lib/text/bonus';
import { Menu } from '../controls/Menu';
import { BonusHistory } from './BonusHistory';
import { ProgrammeCard } from './ProgrammeCard';
import { ProgrammeForm } from './ProgrammeForm';

const PRESETS = Object.entries(BONUS_PRESETS).map(([value, { name, source }]) => ({
  value,
  label: name,
  detail: source?.date,
}));

/** Bonus programmes with their progress, and what they have paid. */
export function BonusPage({ today }: { today: number }) {
  const [editing, setEditing] = useState<string>();
  const data = bonus.value.value;
  const known = notebook.value.programmes;
  const close = () => setEditing(undefined);
  return (
    <>
      <div class="table-head">
        <h2>{BONUS.programmes}</h2>
        <span class="note" />
        <Menu
          label={BONUS.presets}
          name="presets"
          spoken
          items={PRESETS}
          onPick={preset => note('programmes', { [crypto.randomUUID()]: BONUS_PRESETS[preset] })}
        >
          {BONUS.presets}
        </Menu>
        <button type="button" class="btn" onClick={() => setEditing('new')}>
          {BONUS.add}
        </button>
      </div>
      {editing === 'new' && (
        <ProgrammeForm
          today={today}
          save={programme => note('programmes', { [crypto.randomUUID()]: programme })}
          close={close}
        />
      )}
      {data?.programmes.length === 0 && editing !== 'new' && (
        <section class="panel empty">
          <p>{BONUS.none}</p>
        </section>
      )}
      <div class="grid cards-2">
        {data?.programmes.map(view =>
          editing === view.id ? (
            <ProgrammeForm
              key={view.id}
              programme={known[view.id]}
              today={today}
              save={programme => note('programmes', { [view.id]: programme })}
              close={close}
            />
          ) : (
            <ProgrammeCard
              key={view.id}
              view={view}
              today={today}
              actions={
                <span class="acts tight">
                  <button
                    type="button"
                    class="btn plain small"
                    aria-label={BONUS.edit(view.programme.name)}
                    onClick={() => setEditing(view.id)}
                  >
                    {BONUS.editShort}
                  </button>
                  <button
                    type="button"
                    class="btn plain small"
                    aria-label={BONUS.remove(view.programme.name)}
                    onClick={() => note('programmes', { [view.id]: null })}
                  >
                    {BONUS.removeShort}
                  </button>
                </span>
              }
            />
          ),
        )}
      </div>
      {data && <BonusHistory paid={data.paid} today={today} />}
    </>
  );
}
