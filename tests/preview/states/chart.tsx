import { Chart } from '../../../components/chart/Chart';
import type { ChartSeries } from '../../../components/chart/chart-data';
import { Sparkline } from '../../../components/chart/Sparkline';
import { TrendPanel } from '../../../components/chart/TrendPanel';
import { overview } from '../../../lib/state/sections';
import { axis } from '../../../lib/text/amounts';
import { OVERVIEW } from '../../../lib/text/overview';
import { LONG, Once, press, seen } from '../act';
import type { Shown } from '../catalogue';

/** A wave that never repeats itself, always the same. */
const wave = (length: number, height: number, shift = 0) =>
  Array.from({ length }, (_, i) => Math.round(height * (1 + Math.sin(i * 0.7 + shift) * 0.6 + (i % 5) / 9)));

const series = (length: number): ChartSeries[] => [
  { name: 'Spot', tone: '--spot', values: wave(length, 400) },
  { name: 'Futures', tone: '--futures', values: wave(length, 900, 2) },
  { name: 'Mining', tone: '--mining', values: wave(length, 90, 4) },
];

interface DrawnProps {
  of: ChartSeries[];
  shape?: 'bars' | 'line';
  noted?: boolean;
  dark?: number;
}

function Drawn({ of, shape, noted, dark = 0 }: DrawnProps) {
  const length = of[0]?.values.length ?? 0;
  const bars = Array.from({ length }, (_, i) => ({
    label: `Day ${i + 1}`,
    tick: String(i + 1),
    open: i === length - 1,
    dark: i < dark,
  }));
  return (
    <section class="panel box trend">
      <Chart
        bars={bars}
        series={of}
        shape={shape}
        {...(noted && { marks: [4, 11], bands: [[6, 14]] as [number, number][] })}
        axis={axis}
        label="Commission"
        tip={i => `Day ${i + 1}`}
      />
    </section>
  );
}

const negative = (length: number) =>
  series(length).map((s, n) => (n === 1 ? { ...s, values: s.values.map(v => (v % 3 === 0 ? -v : v)) } : s));

export default {
  Chart: {
    bars: () => <Drawn of={series(30)} />,
    line: () => <Drawn of={series(30).slice(0, 1)} shape="line" />,
    empty: () => <Drawn of={[]} />,
    'one bar': () => <Drawn of={series(1)} />,
    'many bars': () => <Drawn of={series(1_100)} />,
    'below zero': () => <Drawn of={negative(24)} />,
    'days without a file': () => (
      <Drawn of={series(30).map(s => ({ ...s, values: s.values.map((v, i) => (i < 9 ? 0 : v)) }))} dark={9} />
    ),
    'notes and campaigns': () => <Drawn of={series(30)} noted />,
    'a bar pointed at': {
      view: () => <Drawn of={series(30)} />,
      after: async () =>
        (await seen('.plot')).dispatchEvent(
          new KeyboardEvent('keydown', { key: 'ArrowLeft', bubbles: true }),
        ),
    },
  },
  Sparkline: {
    tones: () => (
      <div class="panel box">
        {(['up', 'down', 'flat', 'accent'] as const).map(tone => (
          <Sparkline key={tone} values={wave(30, 9)} tone={tone} />
        ))}
      </div>
    ),
    empty: () => (
      <div class="panel box">
        <Sparkline values={[]} tone="flat" label="Nothing" />
      </div>
    ),
    'below zero': () => (
      <div class="panel box">
        <Sparkline values={[4, -3, 2, -9, 1]} tone="down" />
      </div>
    ),
  },
  TrendPanel: {
    money: { view: () => <Trend title="Commission" />, book: 'own', route: '/overview' },
    'as a table': {
      view: () => <Trend title="Commission" />,
      book: 'own',
      route: '/overview',
      after: () => press('.link-button', OVERVIEW.table),
    },
    long: { view: () => <Trend title={LONG} note={`${LONG} ${LONG}`} />, book: 'own', route: '/overview' },
  },
} satisfies Shown;

function Trend({ title, note }: { title: string; note?: string }) {
  return (
    <Once of={overview}>
      {data => (
        <TrendPanel
          title={title}
          scope={data}
          lines={data.lines.map(({ of, values }) => ({ name: of, tone: `--${of}`, values }))}
          unit="money"
          today={data.span.to}
          note={note}
        />
      )}
    </Once>
  );
}
