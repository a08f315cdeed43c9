interface Props {
  values: number[];
  tone: 'up' | 'down' | 'flat' | 'accent';
  /** What it shows, for those who cannot see it; without it the line is decoration beside a figure. */
  label?: string;
}

const WIDTH = 120;
const HEIGHT = 32;
const TONES = {
  up: { '--tone': 'var(--up)', '--tone-soft': 'var(--up-soft)' },
  down: { '--tone': 'var(--down)', '--tone-soft': 'var(--down-soft)' },
  flat: { '--tone': 'var(--other)', '--tone-soft': 'var(--panel-2)' },
  accent: { '--tone': 'var(--accent-fill)', '--tone-soft': 'var(--accent-soft)' },
};

/** The shape of a metric over time, zero at the bottom. */
export function Sparkline({ values, tone, label }: Props) {
  const top = Math.max(...values, 0);
  const bottom = Math.min(...values, 0);
  const range = top - bottom || 1;
  const x = (i: number) => ((i / Math.max(1, values.length - 1)) * WIDTH).toFixed(1);
  const y = (value: number) => (HEIGHT - 1 - ((value - bottom) / range) * (HEIGHT - 4)).toFixed(1);
  const line = values.map((value, i) => `${i === 0 ? 'M' : 'L'}${x(i)} ${y(value)}`).join('');
  return (
    // biome-ignore lint/a11y/noSvgWithoutTitle: it has a label, or is decoration and hidden
    <svg
      class="spark"
      data-figure
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="none"
      style={TONES[tone]}
      {...(label ? { role: 'img', 'aria-label': label } : { 'aria-hidden': true })}
    >
      {values.length > 1 && top !== bottom && (
        <>
          <path class="area" d={`${line}L${WIDTH} ${HEIGHT}L0 ${HEIGHT}Z`} />
          <path d={line} />
        </>
      )}
    </svg>
  );
}
