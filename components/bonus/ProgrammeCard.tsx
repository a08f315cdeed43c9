import type { ComponentChildren } from 'preact';
import { PROGRAMME_METRICS } from '../../lib/domain/bonus';
import { partsOf } from '../../lib/domain/day';
import { exactDecimal } from '../../lib/domain/money';
import type { ProgrammeView } from '../../lib/ledger/programmes';
import { amountOf, BONUS, PROGRAMME_METRIC_NAMES, paceText } from '../../lib/text/bonus';
import { day } from '../../lib/text/format';
import { span } from '../../lib/text/spans';

interface Props {
  view: ProgrammeView;
  today: number;
  /** Beside the name. */
  actions?: ComponentChildren;
  children?: ComponentChildren;
}

/** A programme's way through its tiers: where it stands, what is missing, at what pace. */
export function ProgrammeCard({
  view: { programme, progress, withoutRatio },
  today,
  actions,
  children,
}: Props) {
  const { unit } = PROGRAMME_METRICS[programme.metric];
  const amount = (value: bigint) => amountOf(unit, value);
  const { tiers, value, state } = progress;
  const top = tiers.at(-1)?.threshold ?? 0n;
  const share = (of: bigint) => (top > 0n ? Math.min(100, Number((of * 10_000n) / top) / 100) : 0);
  const next = tiers[progress.next]?.tier;
  const year = partsOf(today).year;
  return (
    <section class="panel box programme" aria-label={programme.name}>
      <div class="spread">
        <div>
          <h2>{programme.name}</h2>
          <p class="muted">
            {PROGRAMME_METRIC_NAMES[programme.metric]} · {span(progress.span, today)}
          </p>
        </div>
        {actions}
      </div>
      <div class="reach">
        <data class="big" value={unit === 'money' ? exactDecimal(value) : String(value)}>
          {amount(value)}
        </data>
        {progress.at >= 0 && (
          <span class="demo-tag">
            {tiers[progress.at].tier.name} · {BONUS.reached}
          </span>
        )}
      </div>
      <div
        class="steps"
        role="progressbar"
        aria-label={programme.name}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={Math.round(share(value))}
        aria-valuetext={amount(value)}
      >
        <i style={{ width: `${share(value < 0n ? 0n : value)}%` }} />
        {tiers.map(({ threshold, tier }) => (
          <b key={tier.name} style={{ left: `${share(threshold)}%` }} />
        ))}
      </div>
      <ul class="tiers">
        {tiers.map(({ tier, threshold, reached }) => (
          <li key={tier.name} class={reached ? 'done' : ''}>
            <span>{tier.name}</span>
            <span>{amount(threshold)}</span>
            <span>{tier.reward}</span>
            <span class="up">{reached ? BONUS.reached : ''}</span>
          </li>
        ))}
      </ul>
      <p class="note line">
        {state === 'upcoming' && <span>{BONUS.upcoming(day(progress.span.from, year))}</span>}
        {state === 'over' && <span>{BONUS.over(day(progress.span.to, year))}</span>}
        {state === 'running' && (
          <>
            <b>{next ? BONUS.missing(amount(progress.missing), next.name) : BONUS.topReached}</b>
            <span>{BONUS.pace(paceText(unit, progress.pace))}</span>
            {next && progress.needed !== undefined && (
              <span>
                {progress.daysLeft === 0
                  ? BONUS.lastDay
                  : BONUS.needed(paceText(unit, progress.needed), progress.daysLeft!)}
              </span>
            )}
            {progress.leaving && (
              <span>{BONUS.leaving(amount(progress.leaving.value), day(progress.leaving.on, year))}</span>
            )}
          </>
        )}
      </p>
      {progress.needs && programme.needs && (
        <p class="note line">
          <span>
            {BONUS.needs(
              PROGRAMME_METRIC_NAMES[programme.needs.metric],
              amountOf(PROGRAMME_METRICS[programme.needs.metric].unit, progress.needs.value),
              amountOf(PROGRAMME_METRICS[programme.needs.metric].unit, progress.needs.threshold),
            )}
          </span>
          <b class={progress.needs.met ? 'up' : 'down'}>{progress.needs.met ? BONUS.met : BONUS.notMet}</b>
        </p>
      )}
      {withoutRatio.length > 0 && (
        <p class="note">
          {BONUS.withoutRatio(withoutRatio.map(code => code.slice(0, 40) || BONUS.noCode).join(', '))}
        </p>
      )}
      {programme.note && <p class="note">{programme.note}</p>}
      {programme.source && (
        <p class="note">{BONUS.presetFrom(programme.source.text, programme.source.date)}</p>
      )}
      {children}
    </section>
  );
}
