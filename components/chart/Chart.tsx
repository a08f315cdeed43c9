import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import UPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import type { ChartBar, ChartSeries } from './chart-data';
import { drawBars } from './draw-bars';
import { drawBands, drawLine, drawMarks } from './draw-marks';

interface Props {
  bars: ChartBar[];
  series: ChartSeries[];
  /** Lines are for what grows and for comparisons, bars for what comes in per interval. */
  shape?: 'bars' | 'line';
  /** Bars a note is pinned to. */
  marks?: number[];
  /** Stretches of bars a campaign ran in, first and last. */
  bands?: [number, number][];
  axis: (value: number) => string;
  label: string;
  /** What the tooltip says of a bar. */
  tip: (index: number) => preact.ComponentChildren;
}

const NONE: never[] = [];
const AXIS_FONT = '11px Inter, ui-sans-serif, system-ui, sans-serif';

/** Sums of what is above and below zero, the ends of a stack. */
function stackEnds(series: ChartSeries[], length: number): [number[], number[]] {
  const up = new Array<number>(length).fill(0);
  const down = new Array<number>(length).fill(0);
  for (const { values } of series) {
    values.forEach((value, i) => {
      if (value > 0) up[i] += value;
      else down[i] += value;
    });
  }
  return [up, down];
}

/** Bars by their positions, and the ends of their stacks. */
function uplotData({ bars, series }: Drawn): UPlot.AlignedData {
  const length = Math.max(1, bars.length);
  return [Array.from({ length }, (_, i) => i), ...stackEnds(series, length)];
}

/** The only owner of uPlot: stacked bars over named intervals, one canvas for the life of the component. */
export function Chart({ bars, series, shape = 'bars', marks = NONE, bands = NONE, axis, label, tip }: Props) {
  const host = useRef<HTMLDivElement>(null);
  const plot = useRef<UPlot | undefined>(undefined);
  const shown = useRef({ bars, series, shape, marks, bands, axis });
  const [at, setAt] = useState<number | null>(null);
  const [left, setLeft] = useState(0);
  // Kept by the observer: asking the element while rendering would force a layout.
  const wide = useRef(0);
  shown.current = { bars, series, shape, marks, bands, axis };

  useEffect(() => {
    const element = host.current!;
    const style = getComputedStyle(element);
    // Asking for a computed style costs a style pass; colours change with the scheme only.
    const colours = new Map<string, string>();
    const token = (name: string) => {
      let colour = colours.get(name);
      if (colour === undefined) {
        colour = style.getPropertyValue(name).trim();
        colours.set(name, colour);
      }
      return colour;
    };
    const width = () => {
      wide.current = Math.max(200, element.clientWidth);
      return wide.current;
    };
    const uplot = new UPlot(
      {
        width: width(),
        height: element.clientHeight,
        legend: { show: false },
        padding: [10, 0, 0, 0],
        cursor: { y: false, points: { show: false }, drag: { x: false, y: false } },
        scales: {
          x: { time: false, range: (_, min, max) => [min - 0.5, max + 0.5] },
          y: {
            range: (_, min, max) =>
              min === 0 && max === 0
                ? [0, 1]
                : UPlot.rangeNum(min, max, {
                    min: { pad: 0, soft: 0, mode: 1 },
                    max: { pad: 0.08, soft: 0, mode: 1 },
                  }),
          },
        },
        series: [
          {},
          { paths: () => null, points: { show: false } },
          { paths: () => null, points: { show: false } },
        ],
        axes: [
          {
            stroke: () => token('--ink-3'),
            font: AXIS_FONT,
            size: 28,
            gap: 8,
            grid: { show: false },
            ticks: { show: false },
            splits: u => tickPositions(shown.current.bars.length, u.bbox.width / devicePixelRatio),
            values: (_, splits) => splits.map(i => shown.current.bars[i]?.tick ?? ''),
          },
          {
            side: 1,
            stroke: () => token('--ink-3'),
            font: AXIS_FONT,
            size: 52,
            gap: 8,
            grid: { stroke: () => token('--grid'), width: 1 },
            ticks: { show: false },
            space: 44,
            values: (_, splits) => splits.map(value => shown.current.axis(value)),
          },
        ],
        hooks: {
          draw: [u => drawChart(u, shown.current, token)],
          setCursor: [
            u => {
              const index = u.cursor.idx ?? null;
              setAt(index);
              if (index !== null) setLeft(u.valToPos(index, 'x'));
            },
          ],
        },
      },
      uplotData(shown.current),
      element,
    );
    plot.current = uplot;
    const resized = new ResizeObserver(() => uplot.setSize({ width: width(), height: element.clientHeight }));
    resized.observe(element);
    const scheme = matchMedia('(prefers-color-scheme: dark)');
    const redraw = () => {
      colours.clear();
      uplot.redraw();
    };
    scheme.addEventListener('change', redraw);
    return () => {
      resized.disconnect();
      scheme.removeEventListener('change', redraw);
      uplot.destroy();
    };
  }, []);

  // In the frame of the figures beside it, not in one of its own.
  useLayoutEffect(() => {
    plot.current?.setData(uplotData(shown.current));
  }, [bars, series, shape, marks, bands]);
  // Whoever reads a bar goes on reading it when only what is drawn around it is new.
  useLayoutEffect(() => setAt(null), [bars.length, bars[0]?.label, bars.at(-1)?.label]);

  const onKeyDown = (event: KeyboardEvent) => {
    const moves: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1 };
    if (event.key === 'Escape') return setAt(null);
    if (!(event.key in moves) || bars.length === 0) return;
    event.preventDefault();
    event.stopPropagation();
    const index = Math.min(
      bars.length - 1,
      Math.max(0, (at ?? (event.key === 'ArrowLeft' ? bars.length : -1)) + moves[event.key]),
    );
    setAt(index);
    setLeft(plot.current?.valToPos(index, 'x') ?? 0);
  };

  const width = wide.current;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a canvas chart is a group that arrow keys walk through
    <div
      class="plot"
      role="group"
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the keyboard moves the tooltip
      tabIndex={0}
      onKeyDown={onKeyDown}
      onPointerLeave={() => setAt(null)}
      onBlur={() => setAt(null)}
    >
      <div ref={host} class="canvas" data-figure aria-hidden="true" />
      {at !== null && bars[at] && (
        <div
          class="tip"
          role="status"
          style={
            left > width / 2 ? { left: 'auto', right: `${width - left + 14}px` } : { left: `${left + 14}px` }
          }
        >
          {tip(at)}
        </div>
      )}
    </div>
  );
}

interface Drawn {
  bars: ChartBar[];
  series: ChartSeries[];
  shape: 'bars' | 'line';
  marks: number[];
  bands: [number, number][];
}

function drawChart(
  u: UPlot,
  { bars, series, shape, marks, bands }: Drawn,
  token: (name: string) => string,
): void {
  drawBands(u, bands, token);
  if (shape === 'line') drawLine(u, bars, series[0], token);
  else drawBars(u, bars, series, token);
  drawMarks(u, marks, token);
}

/** Evenly spaced bar positions whose names fit; the last bar always has its name. */
function tickPositions(length: number, width: number): number[] {
  const step = Math.max(1, Math.ceil(length / Math.max(2, Math.floor(width / 84))));
  const positions: number[] = [];
  for (let i = length - 1; i >= 0; i -= step) positions.unshift(i);
  return positions;
}
