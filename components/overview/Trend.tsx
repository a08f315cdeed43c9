import { useMemo, useState } from 'preact/hooks';
import { METRICS } from '../../lib/domain/metric';
import { approximate } from '../../lib/domain/money';
import type { Line } from '../../lib/domain/series';
import type { Overview } from '../../lib/ledger/overview';
import { ACCOUNT_NAMES, axis, bar, count, DASH, exactMoney, money, tick } from '../../lib/text/format';
import { METRIC_NAMES, OVERVIEW } from '../../lib/text/overview';
import { Chart } from '../chart/Chart';

const nameOf = (of: Line['of']) =>
  of in ACCOUNT_NAMES ? ACCOUNT_NAMES[of as 'spot'] : METRIC_NAMES[of as 'commission'];
const TONES: Record<string, string> = {
  'traders-spot': '--spot',
  'traders-futures': '--futures',
  miners: '--mining',
  referrals: '--people',
};
const toneOf = (of: Line['of']) => TONES[of] ?? `--${of}`;

/** The chosen metric over time, stacked by account where it has accounts. */
export function Trend({ data, today }: { data: Overview; today: number }) {
  const [asTable, setAsTable] = useState(false);
  const { metric } = data.filter;
  const isMoney = METRICS[metric].unit === 'money';
  const show = (value: bigint) => (isMoney ? money(value) : count(value));
  const bars = useMemo(
    () =>
      data.bars.map((b, i) => ({
        label: bar(b.span, data.interval, today),
        tick: tick(b.span, data.interval),
        open: b.open,
        dark: b.dark && data.lines.every(line => line.values[i] === 0n),
      })),
    [data, today],
  );
  const series = useMemo(
    () =>
      data.lines.map(line => ({
        name: nameOf(line.of),
        tone: toneOf(line.of),
        values: line.values.map(v => (isMoney ? approximate(v) : Number(v))),
      })),
    [data, isMoney],
  );
  const title = OVERVIEW.trend(metric, data.interval);
  return (
    <section class="panel box trend" aria-labelledby="trend-title">
      <div class="legend">
        <h2 id="trend-title">{title}</h2>
        {series.length > 1 &&
          series.map(s => (
            <span class="key" key={s.name} style={{ '--tone': `var(${s.tone})` }}>
              {s.name}
            </span>
          ))}
        <button type="button" class="link-button" onClick={() => setAsTable(!asTable)}>
          {asTable ? OVERVIEW.chart : OVERVIEW.table}
        </button>
      </div>
      {asTable ? (
        <Table data={data} bars={bars} title={title} show={show} />
      ) : (
        <Chart
          bars={bars}
          series={series}
          axis={axis}
          label={title}
          tip={index => <Tip data={data} bars={bars} index={index} show={show} />}
        />
      )}
      <p class="note">
        {isMoney ? OVERVIEW.valueNote : OVERVIEW.valueNote.slice(OVERVIEW.valueNote.indexOf('Days'))}
      </p>
    </section>
  );
}

type Bars = { label: string; open: boolean; dark: boolean }[];

function Tip({
  data,
  bars,
  index,
  show,
}: {
  data: Overview;
  bars: Bars;
  index: number;
  show: (v: bigint) => string;
}) {
  const parts = data.lines.filter(line => line.values[index] !== 0n);
  const total = data.lines.reduce((sum, line) => sum + line.values[index], 0n);
  const { label, open, dark } = bars[index];
  return (
    <>
      <div class="when">
        {label} {open && <span class="muted">{OVERVIEW.unfinished}</span>}
      </div>
      {dark ? (
        <span class="muted">{OVERVIEW.noDataBar}</span>
      ) : (
        <>
          <dl>
            {data.lines.length > 1 &&
              [...parts].reverse().map(line => (
                <>
                  <dt class="key" style={{ '--tone': `var(${toneOf(line.of)})` }}>
                    {nameOf(line.of)}
                  </dt>
                  <dd>{show(line.values[index])}</dd>
                </>
              ))}
          </dl>
          <dl class={data.lines.length > 1 ? 'sum' : ''}>
            <dt>{data.lines.length > 1 ? OVERVIEW.total : nameOf(data.lines[0]?.of ?? 'commission')}</dt>
            <dd>{show(total)}</dd>
          </dl>
        </>
      )}
    </>
  );
}

/** The chart's twin for screen readers, for copying, and for those who prefer figures. */
function Table({
  data,
  bars,
  title,
  show,
}: {
  data: Overview;
  bars: Bars;
  title: string;
  show: (v: bigint) => string;
}) {
  const isMoney = METRICS[data.filter.metric].unit === 'money';
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section class="scroll" tabIndex={0} aria-label={title}>
      <table>
        <thead>
          <tr>
            <th scope="col">{OVERVIEW.interval}</th>
            {data.lines.map(line => (
              <th scope="col" key={line.of}>
                {nameOf(line.of)}
              </th>
            ))}
            {data.lines.length > 1 && <th scope="col">{OVERVIEW.total}</th>}
          </tr>
        </thead>
        <tbody>
          {bars.map((b, i) => {
            const total = data.lines.reduce((sum, line) => sum + line.values[i], 0n);
            return (
              <tr key={b.label}>
                <td>
                  {b.label} {b.open && <span class="muted">{OVERVIEW.unfinished}</span>}
                </td>
                {data.lines.map(line => (
                  <td key={line.of} title={isMoney ? exactMoney(line.values[i]) : undefined}>
                    {b.dark ? DASH : show(line.values[i])}
                  </td>
                ))}
                {data.lines.length > 1 && <td>{b.dark ? DASH : show(total)}</td>}
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
