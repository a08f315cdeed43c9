import type UPlot from 'uplot';
import type { ChartBar, ChartSeries } from './Chart';

/**
 * Stacked bars: what is above zero upwards, what is below downwards; the outermost corner is rounded, the unfinished
 * interval faded, the unknown one hatched.
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
  const width = Math.max(ratio, Math.min(slot - Math.max(ratio, slot * 0.24), 56 * ratio));
  const gap = width > 4 * ratio ? ratio : 0;
  const zero = u.valToPos(0, 'y', true);
  ctx.save();
  bars.forEach((bar, i) => {
    const x = Math.round(u.valToPos(i, 'x', true) - width / 2);
    if (bar.dark) {
      hatch(ctx, x, u.bbox.top, Math.round(width), u.bbox.height, token('--line-2'), ratio);
      return;
    }
    ctx.globalAlpha = bar.open ? 0.45 : 1;
    let up = 0;
    let down = 0;
    const last = { up: -1, down: -1 };
    series.forEach(({ values }, s) => {
      if (values[i] > 0) last.up = s;
      if (values[i] < 0) last.down = s;
    });
    series.forEach(({ values, tone }, s) => {
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
      const radius = Math.min(3 * ratio, width / 4, height);
      ctx.fillStyle = token(tone);
      ctx.beginPath();
      if (value > 0 && s === last.up) ctx.roundRect(x, y, Math.round(width), height, [radius, radius, 0, 0]);
      else if (value < 0 && s === last.down)
        ctx.roundRect(x, y, Math.round(width), height, [0, 0, radius, radius]);
      else ctx.rect(x, y, Math.round(width), height);
      ctx.fill();
    });
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
  ctx.globalAlpha = 0.45;
  ctx.strokeStyle = colour;
  ctx.lineWidth = ratio;
  ctx.beginPath();
  const step = 6 * ratio;
  // Lines of all bars lie on one grid, so that neighbours join into one surface.
  const first = Math.floor((x - height) / step) * step;
  for (let at = first; at < x + width; at += step) {
    ctx.moveTo(at, y + height);
    ctx.lineTo(at + height, y);
  }
  ctx.stroke();
  ctx.restore();
}
