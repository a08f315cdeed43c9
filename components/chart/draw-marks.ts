import type UPlot from 'uplot';
import type { ChartBar, ChartSeries } from './chart-data';

type Token = (name: string) => string;

/** A line with a soft ground down to zero; what is not over yet is dashed. */
export function drawLine(u: UPlot, bars: ChartBar[], series: ChartSeries | undefined, token: Token): void {
  if (!series || bars.length === 0) return;
  const { ctx } = u;
  const ratio = devicePixelRatio || 1;
  const zero = u.valToPos(0, 'y', true);
  const points = series.values.map((value, i) => [u.valToPos(i, 'x', true), u.valToPos(value, 'y', true)]);
  const last = bars.length - 1;
  const open = bars[last].open && last > 0;
  ctx.save();
  ctx.beginPath();
  ctx.moveTo(points[0][0], zero);
  for (const [x, y] of points) ctx.lineTo(x, y);
  ctx.lineTo(points[last][0], zero);
  ctx.globalAlpha = 0.12;
  ctx.fillStyle = token(series.tone);
  ctx.fill();
  ctx.globalAlpha = 1;
  ctx.strokeStyle = token(series.tone);
  ctx.lineWidth = 2 * ratio;
  ctx.lineJoin = 'round';
  const stroke = (from: number, to: number) => {
    ctx.beginPath();
    for (let i = from; i <= to; i++) ctx.lineTo(points[i][0], points[i][1]);
    ctx.stroke();
  };
  stroke(0, open ? last - 1 : last);
  if (open) {
    ctx.setLineDash([4 * ratio, 4 * ratio]);
    stroke(last - 1, last);
  }
  if (points.length === 1) {
    ctx.beginPath();
    ctx.arc(points[0][0], points[0][1], 3 * ratio, 0, 7);
    ctx.fillStyle = token(series.tone);
    ctx.fill();
  }
  ctx.restore();
}

/** When campaigns ran: quiet stripes along the top, one below the other where they meet. */
export function drawBands(u: UPlot, bands: [number, number][], token: Token): void {
  const { ctx, bbox } = u;
  const ratio = devicePixelRatio || 1;
  const half = (u.valToPos(1, 'x', true) - u.valToPos(0, 'x', true)) / 2;
  const lanes: number[] = [];
  ctx.save();
  ctx.fillStyle = token('--accent-fill');
  for (const [from, to] of bands) {
    let lane = lanes.findIndex(end => end < from);
    if (lane < 0) lane = lanes.length;
    if (lane > 3) continue;
    lanes[lane] = to;
    const left = Math.max(bbox.left, u.valToPos(from, 'x', true) - half);
    const right = Math.min(bbox.left + bbox.width, u.valToPos(to, 'x', true) + half);
    ctx.globalAlpha = 0.7;
    ctx.fillRect(left, bbox.top - 8 * ratio + lane * 4 * ratio, right - left - ratio, 2 * ratio);
  }
  ctx.restore();
}

/** Notes: a thin line up from the bar, with a dot to find it by. */
export function drawMarks(u: UPlot, marks: number[], token: Token): void {
  const { ctx, bbox } = u;
  const ratio = devicePixelRatio || 1;
  ctx.save();
  ctx.strokeStyle = token('--ink-3');
  ctx.fillStyle = token('--ink');
  ctx.lineWidth = ratio;
  for (const mark of marks) {
    const x = Math.round(u.valToPos(mark, 'x', true)) + 0.5;
    ctx.setLineDash([2 * ratio, 3 * ratio]);
    ctx.beginPath();
    ctx.moveTo(x, bbox.top);
    ctx.lineTo(x, bbox.top + bbox.height);
    ctx.stroke();
    ctx.setLineDash([]);
    ctx.beginPath();
    ctx.arc(x, bbox.top, 3.5 * ratio, 0, 7);
    ctx.fill();
  }
  ctx.restore();
}
