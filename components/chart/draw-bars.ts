import type UPlot from 'uplot';
import type { ChartBar, ChartSeries } from './chart-data';

/**
 * Stacked bars: what is above zero upwards, what is below downwards; the outermost corner is rounded, the unfinished
 * interval faded, the unknown one hatched. Rectangles of one colour are one path: a year of days is drawn in four
 * fills, not in a thousand.
 */
export function drawBars(
  u: UPlot,
  bars: ChartBar[],
  series: ChartSeries[],
  token: (name: string) => string,
): void {
  const { ctx } = u;
  const ratio = devicePixelRatio || 1;
  const slot = u.bbox.width / Math.max(1, bars.length);
  const width = Math.round(Math.max(ratio, Math.min(slot - Math.max(ratio, slot * 0.24), 56 * ratio)));
  const gap = width > 4 * ratio ? ratio : 0;
  const zero = u.valToPos(0, 'y', true);
  const solid = series.map(() => new Path2D());
  const faded = series.map(() => new Path2D());
  ctx.save();
  bars.forEach((bar, i) => {
    const x = Math.round(u.valToPos(i, 'x', true) - width / 2);
    if (bar.dark) {
      // The whole slot, so that neighbours join into one surface.
      hatch(
        ctx,
        u.valToPos(i, 'x', true) - slot / 2,
        u.bbox.top,
        slot,
        u.bbox.height,
        token('--line-2'),
        ratio,
      );
      return;
    }
    const paths = bar.open ? faded : solid;
    const outermost = { up: -1, down: -1 };
    series.forEach(({ values }, s) => {
      if (values[i] > 0) outermost.up = s;
      if (values[i] < 0) outermost.down = s;
    });
    let up = 0;
    let down = 0;
    series.forEach(({ values }, s) => {
      const value = values[i];
      if (!value) return;
      const from = value > 0 ? up : down;
      if (value > 0) up += value;
      else down += value;
      const near = from === 0 ? zero : u.valToPos(from, 'y', true);
      const far = u.valToPos(from + value, 'y', true);
      const top = Math.round(Math.min(near, far));
      const bottom = Math.round(Math.max(near, far));
      const height = Math.max(bottom - top - (from === 0 ? 0 : gap), Math.min(ratio, bottom - top));
      if (height <= 0) return;
      const y = value > 0 ? top : bottom - height;
      const radius = width < 6 * ratio ? 0 : Math.min(3 * ratio, height);
      if (radius > 0 && value > 0 && s === outermost.up) {
        paths[s].roundRect(x, y, width, height, [radius, radius, 0, 0]);
      } else if (radius > 0 && value < 0 && s === outermost.down) {
        paths[s].roundRect(x, y, width, height, [0, 0, radius, radius]);
      } else {
        paths[s].rect(x, y, width, height);
      }
    });
  });
  series.forEach(({ tone }, s) => {
    ctx.fillStyle = token(tone);
    ctx.globalAlpha = 1;
    ctx.fill(solid[s]);
    ctx.globalAlpha = 0.45;
    ctx.fill(faded[s]);
  });
  ctx.globalAlpha = 1;
  ctx.strokeStyle = token('--line-2');
  ctx.lineWidth = ratio;
  ctx.beginPath();
  ctx.moveTo(u.bbox.left, Math.round(zero) - ratio / 2);
  ctx.lineTo(u.bbox.left + u.bbox.width, Math.round(zero) - ratio / 2);
  ctx.stroke();
  ctx.restore();
}

function hatch(
  ctx: CanvasRenderingContext2D,
  x: number,
  y: number,
  width: number,
  height: number,
  colour: string,
  ratio: number,
): void {
  ctx.save();
  ctx.beginPath();
  ctx.rect(x, y, width, height);
  ctx.clip();
  ctx.globalAlpha = 0.6;
  ctx.strokeStyle = colour;
  ctx.lineWidth = ratio;
  ctx.beginPath();
  const step = 6 * ratio;
  // Lines of all bars lie on one grid.
  const first = Math.floor((x - height) / step) * step;
  for (let at = first; at < x + width; at += step) {
    ctx.moveTo(at, y + height);
    ctx.lineTo(at + height, y);
  }
  ctx.stroke();
  ctx.restore();
}
