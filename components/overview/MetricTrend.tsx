import { useMemo } from 'preact/hooks';
import { METRICS } from '../../lib/domain/metric';
import type { Line } from '../../lib/domain/series';
import type { Overview } from '../../lib/ledger/overview';
import { ACCOUNT_NAMES } from '../../lib/text/accounts';
import { METRIC_NAMES, OVERVIEW } from '../../lib/text/overview';
import { TrendPanel } from '../chart/TrendPanel';
import { Remarks } from './Remarks';

const nameOf = (of: Line['of']) =>
  of in ACCOUNT_NAMES ? ACCOUNT_NAMES[of as 'spot'] : METRIC_NAMES[of as 'commission'];
const TONES: Record<string, string> = {
  'traders-spot': '--spot',
  'traders-futures': '--futures',
  miners: '--mining',
  referrals: '--people',
};

/** The chosen metric over time, stacked by account where it has accounts. */
export function MetricTrend({ data, today }: { data: Overview; today: number }) {
  const { metric } = data.filter;
  const { unit } = METRICS[metric];
  const lines = useMemo(
    () =>
      data.lines.map(line => ({
        name: nameOf(line.of),
        tone: TONES[line.of] ?? `--${line.of}`,
        values: line.values,
      })),
    [data.lines],
  );
  return (
    <TrendPanel
      title={`${METRIC_NAMES[metric]} ${OVERVIEW.per[data.interval]}`}
      scope={data}
      lines={lines}
      unit={unit}
      today={today}
      note={unit === 'money' ? OVERVIEW.valueNote : OVERVIEW.daysNote}
    >
      <Remarks scope={data} today={today} />
    </TrendPanel>
  );
}
