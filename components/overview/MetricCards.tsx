import { METRICS } from '../../lib/domain/metric';
import { exactDecimal } from '../../lib/domain/money';
import type { Card, Overview } from '../../lib/ledger/overview';
import { setFilter } from '../../lib/state/route';
import { overview } from '../../lib/state/sections';
import { CURRENCY, change, count, DASH, direction, exactMoney, money } from '../../lib/text/format';
import { METRIC_NAMES, OVERVIEW } from '../../lib/text/overview';
import { compared, comparedShort } from '../../lib/text/spans';
import { Sparkline } from '../chart/Sparkline';

/** The headline figures. Pressing one makes it the chart's metric. */
export function MetricCards({ data, today }: { data: Overview; today: number }) {
  const all = data.filter.period === 'all';
  return (
    <section class="panel cards" aria-label={OVERVIEW.figures}>
      {data.cards.map(card => (
        <MetricCard key={card.metric} card={card} data={data} today={today} all={all} />
      ))}
    </section>
  );
}

interface Props {
  card: Card;
  data: Overview;
  today: number;
  all: boolean;
}

function MetricCard({ card, data, today, all }: Props) {
  const isMoney = METRICS[card.metric].unit === 'money';
  // Registrations are known back to before the first commission, so they count even where no file speaks for a day.
  const known = data.coveredDays > 0 || card.value !== 0n;
  const tone = direction(card.change);
  const name = card.metric === 'referrals' && all ? OVERVIEW.referralsOfAll : METRIC_NAMES[card.metric];
  return (
    <button
      type="button"
      class="card"
      aria-pressed={data.filter.metric === card.metric}
      onClick={() => setFilter({ metric: card.metric })}
    >
      <span class="k">{name}</span>
      <span class="v">
        {/* Preact leaves a value where it is when it becomes undefined: without one it must be another element. */}
        <data
          key={overview.stale.value ? 'pending' : 'known'}
          class="value"
          data-metric={card.metric}
          value={overview.stale.value ? undefined : isMoney ? exactDecimal(card.value) : String(card.value)}
          title={isMoney ? exactMoney(card.value) : undefined}
        >
          {known ? (isMoney ? money(card.value) : count(card.value)) : DASH}
        </data>
        {isMoney && known && <small>{CURRENCY}</small>}
      </span>
      <span class="d">
        <Detail card={card} data={data} today={today} known={known} />
      </span>
      <Sparkline values={card.spark} tone={tone} />
    </button>
  );
}

function Detail({ card, data, today, known }: Omit<Props, 'all'> & { known: boolean }) {
  if (!known) return <small>{OVERVIEW.noData}</small>;
  const unpriced = card.unpriced > 0 && (
    <small title={OVERVIEW.unpricedWhy}>{OVERVIEW.unpriced(card.unpriced)} </small>
  );
  if (!card.change || !data.compared) return <>{unpriced || <small>{OVERVIEW.noChange}</small>}</>;
  return (
    <>
      <span class={direction(card.change)}>{change(card.change)}</span>{' '}
      {unpriced || (
        <small class="versus" title={compared(data.compared, today)}>
          {comparedShort(data.compared, data.filter.period, data.filter.compare, today)}
        </small>
      )}
    </>
  );
}
