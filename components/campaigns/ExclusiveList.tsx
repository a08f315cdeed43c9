import { useState } from 'preact/hooks';
import { note } from '../../lib/state/commands';
import { importExclusive } from '../../lib/state/exclusive-file';
import { notebook } from '../../lib/state/notebook';
import { exclusive } from '../../lib/state/sections';
import { BONUS } from '../../lib/text/bonus';
import { CAMPAIGNS } from '../../lib/text/campaigns';
import { ProgrammeCard } from '../bonus/ProgrammeCard';
import { ProgrammeForm } from '../bonus/ProgrammeForm';

/** Campaigns for affiliates only, with what the ledger says of their progress; the ended ones last. */
export function ExclusiveList({ today }: { today: number }) {
  const [editing, setEditing] = useState<string>();
  const [outcome, setOutcome] = useState<{ added: number; problems: string[] }>();
  const known = notebook.value.exclusive;
  const over = (state: string) => (state === 'over' ? 1 : 0);
  const views = [...(exclusive.value.value ?? [])].sort(
    (a, b) => over(a.progress.state) - over(b.progress.state) || a.progress.span.to - b.progress.span.to,
  );
  const close = () => setEditing(undefined);
  return (
    <>
      <div class="table-head">
        <span class="note">{CAMPAIGNS.exclusiveLead}</span>
        <label class="btn">
          {CAMPAIGNS.importExclusive}
          <input
            class="sr"
            type="file"
            accept=".json,application/json"
            onChange={async event => {
              const field = event.currentTarget;
              const file = field.files?.[0];
              field.value = '';
              if (file) setOutcome(await importExclusive(file));
            }}
          />
        </label>
        <button type="button" class="btn" onClick={() => setEditing('new')}>
          {CAMPAIGNS.addExclusive}
        </button>
      </div>
      {outcome && (
        <div class={`notice ${outcome.problems.length > 0 ? 'bad' : ''}`} role="status">
          {CAMPAIGNS.imported(outcome.added)}
          {outcome.problems.map(problem => (
            <div key={problem}>{problem}</div>
          ))}
        </div>
      )}
      {editing === 'new' && (
        <ProgrammeForm
          today={today}
          exclusive
          save={campaign => note('exclusive', { [crypto.randomUUID()]: campaign })}
          close={close}
        />
      )}
      {views.length === 0 && editing !== 'new' && (
        <section class="panel empty">
          <p>{CAMPAIGNS.exclusiveNone}</p>
        </section>
      )}
      <div class="grid cards-2">
        {views.map(view =>
          editing === view.id ? (
            <ProgrammeForm
              key={view.id}
              programme={known[view.id]}
              today={today}
              exclusive
              save={campaign => note('exclusive', { [view.id]: campaign })}
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
                    onClick={() => note('exclusive', { [view.id]: null })}
                  >
                    {BONUS.removeShort}
                  </button>
                </span>
              }
            >
              {view.programme.eligibility && (
                <p class="note">{CAMPAIGNS.eligibility(view.programme.eligibility)}</p>
              )}
            </ProgrammeCard>
          ),
        )}
      </div>
    </>
  );
}
