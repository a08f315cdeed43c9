import { useState } from 'preact/hooks';
import { importExclusive } from '../../lib/state/exclusive-file';
import { exclusive } from '../../lib/state/sections';
import { CAMPAIGNS } from '../../lib/text/campaigns';
import { ProgrammeGrid } from '../bonus/ProgrammeGrid';

/** Campaigns for affiliates only, with what the ledger says of their progress; the ended ones last. */
export function ExclusiveList({ today }: { today: number }) {
  const [outcome, setOutcome] = useState<{ added: number; problems: string[] }>();
  const over = (state: string) => (state === 'over' ? 1 : 0);
  const views = exclusive.value.value
    ?.slice()
    .sort(
      (a, b) => over(a.progress.state) - over(b.progress.state) || a.progress.span.to - b.progress.span.to,
    );
  return (
    <>
      {outcome && (
        <div class={`notice ${outcome.problems.length > 0 ? 'bad' : ''}`} role="status">
          {CAMPAIGNS.imported(outcome.added)}
          {outcome.problems.map(problem => (
            <div key={problem}>{problem}</div>
          ))}
        </div>
      )}
      <ProgrammeGrid
        views={views}
        section="exclusive"
        today={today}
        add={CAMPAIGNS.addExclusive}
        none={CAMPAIGNS.exclusiveNone}
        extra={({ eligibility }) => eligibility && <p class="note">{CAMPAIGNS.eligibility(eligibility)}</p>}
        head={
          <>
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
          </>
        }
      />
    </>
  );
}
