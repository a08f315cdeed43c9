import type { ComponentChildren } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import type { ExclusiveCampaign } from '../../lib/domain/exclusive-campaign';
import type { ProgrammeView } from '../../lib/ledger/programmes';
import { note } from '../../lib/state/commands';
import { BONUS } from '../../lib/text/bonus';
import { ProgrammeCard } from './ProgrammeCard';
import { ProgrammeForm } from './ProgrammeForm';

interface Props<P extends ExclusiveCampaign> {
  views: ProgrammeView<P>[] | undefined;
  /** Where in the notebook they stand. */
  section: 'programmes' | 'exclusive';
  today: number;
  /** What the button that adds one says, and what stands beside it. */
  add: string;
  head: ComponentChildren;
  /** What stands there while there is none. */
  none: string;
  /** Below a card. */
  extra?: (programme: P) => ComponentChildren;
}

/** Programmes with their progress, each to be edited and taken out; bonuses and exclusive campaigns alike. */
export function ProgrammeGrid<P extends ExclusiveCampaign>(props: Props<P>) {
  const { views, section, today, add, head, none, extra } = props;
  const [editing, setEditing] = useState<string>();
  // One for as long as the form is open: another would be another form.
  const fresh = useMemo(() => crypto.randomUUID(), [editing]);
  const form = (id: string, programme?: P) => (
    <ProgrammeForm
      key={id}
      programme={programme}
      today={today}
      exclusive={section === 'exclusive'}
      save={next => note(section, { [id]: next })}
      close={() => setEditing(undefined)}
    />
  );
  return (
    <>
      <div class="table-head">
        {head}
        <button type="button" class="btn" onClick={() => setEditing('new')}>
          {add}
        </button>
      </div>
      {editing === 'new' && form(fresh)}
      {views?.length === 0 && editing !== 'new' && (
        <section class="panel empty">
          <p>{none}</p>
        </section>
      )}
      <div class="grid cards-2">
        {views?.map(view =>
          editing === view.id ? (
            form(view.id, view.programme)
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
                    onClick={() => note(section, { [view.id]: null })}
                  >
                    {BONUS.removeShort}
                  </button>
                </span>
              }
            >
              {extra?.(view.programme)}
            </ProgrammeCard>
          ),
        )}
      </div>
    </>
  );
}
