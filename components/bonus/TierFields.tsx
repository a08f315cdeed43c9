import { BONUS } from '../../lib/text/bonus';

export interface TierText {
  name: string;
  threshold: string;
  reward: string;
}

interface Props {
  tiers: TierText[];
  change: (tiers: TierText[]) => void;
}

/** The tiers of a programme as rows of fields. */
export function TierFields({ tiers, change }: Props) {
  const set = (i: number, part: Partial<TierText>) =>
    change(tiers.map((tier, n) => (n === i ? { ...tier, ...part } : tier)));
  const field = (i: number, key: keyof TierText, name: string) => (
    <input
      class="input"
      value={tiers[i][key]}
      placeholder={name}
      aria-label={`${name} ${i + 1}`}
      maxLength={80}
      inputMode={key === 'threshold' ? 'decimal' : undefined}
      onInput={e => set(i, { [key]: e.currentTarget.value })}
    />
  );
  return (
    <fieldset class="tier-fields">
      <legend>{BONUS.tiers}</legend>
      {tiers.map((_, i) => (
        <div key={i}>
          {field(i, 'name', BONUS.tier)}
          {field(i, 'threshold', BONUS.threshold)}
          {field(i, 'reward', BONUS.reward)}
          <button
            type="button"
            class="cross"
            aria-label={BONUS.removeTier(i + 1)}
            onClick={() => change(tiers.filter((__, n) => n !== i))}
          >
            ✕
          </button>
        </div>
      ))}
      <button
        type="button"
        class="link-button"
        onClick={() => change([...tiers, { name: '', threshold: '', reward: '' }])}
      >
        {BONUS.addTier}
      </button>
    </fieldset>
  );
}
