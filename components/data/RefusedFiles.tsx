import { useState } from 'preact/hooks';
import { HOUR_MS } from '../../lib/domain/day';
import type { FileChoice } from '../../lib/domain/file-choice';
import { progress, type RefusedFile, readRefused, refused } from '../../lib/state/commands';
import { zoneName } from '../../lib/text/amounts';
import { DATA, lookalikeText } from '../../lib/text/data';

/** Hours east of UTC that clocks somewhere show. */
const ZONES = [
  -12, -11, -10, -9.5, -9, -8, -7, -6, -5, -4, -3.5, -3, -2.5, -2, -1, 0, 1, 2, 3, 3.5, 4, 4.5, 5, 5.5, 5.75,
  6, 6.5, 7, 8, 8.75, 9, 9.5, 10, 10.5, 11, 12, 12.75, 13, 13.75, 14,
];

/** Files that were not read, why, and what could be said to read them all the same. */
export function RefusedFiles() {
  const files = refused.value;
  if (files.length === 0) return null;
  return (
    <div class="notice bad refused-files" role="alert">
      <b>{DATA.refusedTitle(files.length)}</b>
      <ul>
        {files.map(({ receipt, file }, i) => (
          <li key={i}>
            {receipt.name}: {receipt.refused && lookalikeText(receipt.refused)}
            <Answers refusal={{ receipt, file }} answer={choice => void readRefused(files[i], choice)} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function Answers({
  refusal: { receipt },
  answer,
}: {
  refusal: RefusedFile;
  answer: (choice: FileChoice) => void;
}) {
  const [zone, setZone] = useState('');
  if (!receipt.refused) return null;
  const press = (label: string, choice: FileChoice) => (
    <button type="button" class="btn" disabled={progress.value !== undefined} onClick={() => answer(choice)}>
      {label}
    </button>
  );
  switch (receipt.refused) {
    case 'statement-zone':
    case 'zone':
      return (
        <div class="acts">
          <select
            class="input short"
            aria-label={DATA.zoneOfTimes(receipt.name)}
            value={zone}
            onChange={event => setZone(event.currentTarget.value)}
          >
            <option value="">{DATA.chooseZone}</option>
            {ZONES.map(hours => (
              <option key={hours} value={String(hours)}>
                {zoneName(hours * HOUR_MS)}
              </option>
            ))}
          </select>
          {zone !== '' &&
            press(DATA.readAs(zoneName(Number(zone) * HOUR_MS)), { zone: Number(zone) * HOUR_MS })}
        </div>
      );
    case 'dates':
      return (
        <div class="acts">
          {press(DATA.readDayFirst, { order: 'day first' })}
          {press(DATA.readMonthFirst, { order: 'month first' })}
        </div>
      );
    case 'shifted':
      return receipt.zones ? (
        <div class="acts">
          {press(DATA.readAs(zoneName(receipt.zones.other)), { zone: receipt.zones.other })}
          {press(DATA.countApart, { apart: true })}
        </div>
      ) : null;
    default:
      return null;
  }
}
