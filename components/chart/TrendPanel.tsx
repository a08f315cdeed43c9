import type { ComponentChildren } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import { approximate } from '../../lib/domain/money';
import type { Scope } from '../../lib/ledger/scope';
import { axis } from '../../lib/text/amounts';
import { count, DASH, exactMoney, money } from '../../lib/text/format';
import { OVERVIEW } from '../../lib/text/overview';
import { bar, tick } from '../../lib/text/spans';
import { Chart } from './Chart';
import { type Noted, useNotes } from './use-notes';

/** One named line of the chart, exact: 1e-8 units for money, whole numbers for counts. */
export interface TrendLine {
  name: string;
  /** Name of a colour token. */
  tone: string;
  values: bigint[];
}

interface Props {
  title: string;
  scope: Scope;
  lines: TrendLine[];
  unit: 'money' | 'count';
  shape?: 'bars' | 'line';
  today: number;
  note?: string;
  /** Stands in the head, before the switch to the table. */
  controls?: ComponentChildren;
  /** Below the chart. */
  children?: ComponentChildren;
}

interface NamedBar {
  label: string;
  open: boolean;
  dark: boolean;
}

/** A metric over time with its notes, and the same as a table. */
export function TrendPanel(props: Props) {
  const { title, scope, lines, unit, shape = 'bars', today, note, controls, children } = props;
  const [asTable, setAsTable] = useState(false);
  const notes = useNotes(scope);
  const bars = useMemo(
    () =>
      scope.bars.map((b, i) => ({
        label: bar(b.span, scope.interval, today),
        tick: tick(b.span, scope.interval),
        open: b.open,
        dark: shape === 'bars' && b.dark && lines.every(line => line.values[i] === 0n),
      })),
    [scope, lines, shape, today],
  );
  const series = useMemo(
    () =>
      lines.map(line => ({
        name: line.name,
        tone: line.tone,
        values: line.values.map(v => (unit === 'money' ? approximate(v) : Number(v))),
      })),
    [lines, unit],
  );
  return (
    <section class="panel box trend" aria-label={title}>
      <div class="legend">
        <h2>{title}</h2>
        {series.length > 1 &&
          series.map(s => (
            <span class="key" key={s.name} style={{ '--tone': `var(${s.tone})` }}>
              {s.name}
            </span>
          ))}
        {controls}
        <button type="button" class="link-button" onClick={() => setAsTable(!asTable)}>
          {asTable ? OVERVIEW.chart : OVERVIEW.table}
        </button>
      </div>
      {asTable ? (
        <Table bars={bars} lines={lines} title={title} unit={unit} />
      ) : (
        <Chart
          bars={bars}
          series={series}
          shape={shape}
          marks={notes.marks}
          bands={notes.bands}
          axis={axis}
          label={title}
          tip={index => (
            <Tip bar={bars[index]} lines={lines} index={index} unit={unit} noted={notes.at(index)} />
          )}
        />
      )}
      {note && <p class="note">{note}</p>}
      {children}
    </section>
  );
}

interface TipProps {
  bar: NamedBar;
  lines: TrendLine[];
  index: number;
  unit: 'money' | 'count';
  noted: Noted;
}

function Tip({ bar: { label, open, dark }, lines, index, unit, noted }: TipProps) {
  const show = (value: bigint) => (unit === 'money' ? money(value) : count(value));
  const total = lines.reduce((sum, line) => sum + line.values[index], 0n);
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
            {lines.length > 1 &&
              lines
                .filter(line => line.values[index] !== 0n)
                .reverse()
                .map(line => (
                  <>
                    <dt class="key" style={{ '--tone': `var(${line.tone})` }}>
                      {line.name}
                    </dt>
                    <dd>{show(line.values[index])}</dd>
                  </>
                ))}
          </dl>
          <dl class={lines.length > 1 ? 'sum' : ''}>
            <dt>{lines.length > 1 ? OVERVIEW.total : (lines[0]?.name ?? OVERVIEW.total)}</dt>
            <dd>{show(total)}</dd>
          </dl>
        </>
      )}
      {noted.remarks.map(text => (
        <div class="remark" key={text}>
          {text}
        </div>
      ))}
      {noted.campaigns.map(text => (
        <div class="remark" key={text}>
          {OVERVIEW.campaignBand(text)}
        </div>
      ))}
    </>
  );
}

interface TableProps {
  bars: NamedBar[];
  lines: TrendLine[];
  title: string;
  unit: 'money' | 'count';
}

/** The chart's twin for screen readers, for copying, and for those who prefer figures. */
function Table({ bars, lines, title, unit }: TableProps) {
  const show = (value: bigint) => (unit === 'money' ? money(value) : count(value));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section class="scroll" tabIndex={0} aria-label={title}>
      <table data-figures>
        <thead>
          <tr>
            <th scope="col">{OVERVIEW.interval}</th>
            {lines.map(line => (
              <th scope="col" key={line.name}>
                {line.name}
              </th>
            ))}
            {lines.length > 1 && <th scope="col">{OVERVIEW.total}</th>}
          </tr>
        </thead>
        <tbody>
          {bars.map((b, i) => (
            <tr key={b.label}>
              <td>
                {b.label} {b.open && <span class="muted">{OVERVIEW.unfinished}</span>}
              </td>
              {lines.map(line => (
                <td key={line.name} title={unit === 'money' ? exactMoney(line.values[i]) : undefined}>
                  {b.dark ? DASH : show(line.values[i])}
                </td>
              ))}
              {lines.length > 1 && (
                <td>{b.dark ? DASH : show(lines.reduce((sum, line) => sum + line.values[i], 0n))}</td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
