import { useState } from 'preact/hooks';
import { PROGRAMME_METRICS, type ProgrammeMetric, thresholdOf, type When } from '../../lib/domain/bonus';
import { isoDay, parseDay } from '../../lib/domain/day';
import type { ExclusiveCampaign } from '../../lib/domain/exclusive-campaign';
import { BONUS, PROGRAMME_METRIC_NAMES } from '../../lib/text/bonus';
import { asTyped, typedNumber } from '../../lib/text/typed';
import { FormEnd } from '../controls/FormEnd';
import { TierFields, type TierText } from './TierFields';

const METRIC_OPTIONS = Object.keys(PROGRAMME_METRICS) as ProgrammeMetric[];
const WHENS: When['is'][] = ['month', 'rolling', 'fixed'];

interface Props {
  programme?: ExclusiveCampaign;
  today: number;
  /** Exclusive campaigns say who may take part. */
  exclusive?: boolean;
  save: (programme: ExclusiveCampaign) => void;
  close: () => void;
}

/** Sets up a programme. Tiers that change keep the old ones for the time before. */
export function ProgrammeForm({ programme, today, exclusive, save, close }: Props) {
  const version = programme?.versions.at(-1);
  const fixed = programme?.when.is === 'fixed' ? programme.when : { from: today, to: today + 30 };
  const [name, setName] = useState(programme?.name ?? '');
  const [metric, setMetric] = useState<ProgrammeMetric>(programme?.metric ?? 'commission-futures');
  const [when, setWhen] = useState<When['is']>(programme?.when.is ?? (exclusive ? 'fixed' : 'month'));
  const [months, setMonths] = useState(String(programme?.when.is === 'rolling' ? programme.when.months : 3));
  const [from, setFrom] = useState(isoDay(fixed.from));
  const [to, setTo] = useState(isoDay(fixed.to));
  const [since, setSince] = useState(version?.from ? isoDay(version.from) : '');
  const [tiers, setTiers] = useState<TierText[]>(
    version?.tiers.map(tier => ({ ...tier, threshold: asTyped(tier.threshold) })) ?? [
      { name: '', threshold: '', reward: '' },
    ],
  );
  const [eligibility, setEligibility] = useState(programme?.eligibility ?? '');
  const [note, setNote] = useState(programme?.note ?? '');
  const [error, setError] = useState('');

  const submit = (event: Event) => {
    event.preventDefault();
    const [begin, end] = [parseDay(from), parseDay(to)];
    if (name.trim() === '') return setError(BONUS.noName);
    const kept = tiers
      .map((tier, i) => ({
        name: tier.name.trim() || `${BONUS.tier} ${i + 1}`,
        threshold: tier.threshold.trim() && (typedNumber(tier.threshold) ?? '?'),
        reward: tier.reward.trim(),
      }))
      .filter(tier => tier.threshold !== '');
    if (kept.length === 0 || kept.some(tier => thresholdOf(metric, tier.threshold) === undefined)) {
      return setError(BONUS.noTiers);
    }
    if (when === 'fixed' && (begin === undefined || end === undefined || end < begin)) {
      return setError(BONUS.badDates);
    }
    const start = parseDay(since) ?? 0;
    save({
      ...(programme?.needs && { needs: programme.needs }),
      ...(programme?.source && { source: programme.source }),
      ...(programme?.url && { url: programme.url }),
      name: name.trim(),
      metric,
      when:
        when === 'fixed'
          ? { is: 'fixed', from: begin!, to: end! }
          : when === 'rolling'
            ? { is: 'rolling', months: Math.min(24, Math.max(1, Math.floor(Number(months)) || 3)) }
            : { is: 'month' },
      versions: [...(programme?.versions ?? []).filter(v => v.from < start), { from: start, tiers: kept }],
      ...(eligibility.trim() && { eligibility: eligibility.trim() }),
      ...(note.trim() && { note: note.trim() }),
    });
    close();
  };

  return (
    <form class="panel box stack" onSubmit={submit}>
      <div class="fields">
        <label class="field grow">
          {BONUS.name}
          <input class="input" value={name} maxLength={120} onInput={e => setName(e.currentTarget.value)} />
        </label>
        <label class="field">
          {BONUS.metric}
          <select
            class="input"
            value={metric}
            onChange={e => setMetric(e.currentTarget.value as ProgrammeMetric)}
          >
            {METRIC_OPTIONS.map(value => (
              <option key={value} value={value}>
                {PROGRAMME_METRIC_NAMES[value]}
              </option>
            ))}
          </select>
        </label>
      </div>
      <div class="fields">
        <label class="field">
          {BONUS.when}
          <select class="input" value={when} onChange={e => setWhen(e.currentTarget.value as When['is'])}>
            {WHENS.map(value => (
              <option key={value} value={value}>
                {BONUS.whens[value]}
              </option>
            ))}
          </select>
        </label>
        {when === 'rolling' && (
          <label class="field">
            {BONUS.months}
            <input
              class="input"
              type="number"
              min={1}
              max={24}
              value={months}
              onInput={e => setMonths(e.currentTarget.value)}
            />
          </label>
        )}
        {when === 'fixed' && (
          <>
            <label class="field">
              {BONUS.from}
              <input class="input" type="date" value={from} onInput={e => setFrom(e.currentTarget.value)} />
            </label>
            <label class="field">
              {BONUS.to}
              <input class="input" type="date" value={to} onInput={e => setTo(e.currentTarget.value)} />
            </label>
          </>
        )}
      </div>
      <TierFields tiers={tiers} change={setTiers} />
      <label class="field">
        {BONUS.since}
        <input class="input short" type="date" value={since} onInput={e => setSince(e.currentTarget.value)} />
        <small>{BONUS.sinceHint}</small>
      </label>
      {exclusive && (
        <label class="field">
          {BONUS.eligibility}
          <input
            class="input"
            value={eligibility}
            maxLength={500}
            onInput={e => setEligibility(e.currentTarget.value)}
          />
        </label>
      )}
      <label class="field">
        {BONUS.note}
        <input class="input" value={note} maxLength={500} onInput={e => setNote(e.currentTarget.value)} />
      </label>
      <FormEnd error={error} close={close} />
    </form>
  );
}
