import { BONUS_PRESETS } from '../../lib/domain/bonus-presets';
import { note } from '../../lib/state/commands';
import { bonus } from '../../lib/state/sections';
import { BONUS } from '../../lib/text/bonus';
import { Menu } from '../controls/Menu';
import { BonusHistory } from './BonusHistory';
import { ProgrammeGrid } from './ProgrammeGrid';

const PRESETS = Object.entries(BONUS_PRESETS).map(([value, { name, source }]) => ({
  value,
  label: name,
  detail: source?.date,
}));

/** Bonus programmes with their progress, and what they have paid. */
export function BonusPage({ today }: { today: number }) {
  const data = bonus.value.value;
  return (
    <>
      <ProgrammeGrid
        views={data?.programmes}
        section="programmes"
        today={today}
        add={BONUS.add}
        none={BONUS.none}
        head={
          <>
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
          </>
        }
      />
      {data && <BonusHistory paid={data.paid} today={today} />}
    </>
  );
}
