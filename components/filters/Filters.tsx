import { useState } from 'preact/hooks';
import { FILTER_ACCOUNTS, type FilterAccount } from '../../lib/domain/account';
import { isoDay, parseDay } from '../../lib/domain/day';
import { INTERVALS } from '../../lib/domain/interval';
import { PERIOD_KEYS } from '../../lib/domain/keys';
import type { Dimension } from '../../lib/domain/narrowing';
import { begun, COMPARISONS, PERIODS, type PeriodName, resolvePeriod } from '../../lib/domain/period';
import type { Scope } from '../../lib/ledger/scope';
import { setFilter } from '../../lib/state/route';
import { ACCOUNT_NAMES } from '../../lib/text/accounts';
import { saidNarrowing } from '../../lib/text/narrowing';
import { COMPARISON_NAMES, INTERVAL_NAMES, OVERVIEW, PERIOD_NAMES } from '../../lib/text/overview';
import { span } from '../../lib/text/spans';
import { Menu } from '../controls/Menu';

const NAMED = PERIODS.filter(name => name !== 'custom');

const rank = (dimension: Dimension) => (dimension === 'account' ? 1 : 0);

/** The row of pills; a filter that narrows what is shown is an amber chip that takes it away. */
export function Filters({ data, today }: { data: Scope; today: number }) {
  const { filter } = data;
  // The account's chip stands beside its menu.
  const chips = saidNarrowing(filter).sort((a, b) => rank(a.dimension) - rank(b.dimension));
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms; this is a row of menus
    <div class="filters" role="group" aria-label={OVERVIEW.filters}>
      {chips.map(({ dimension, chip }) => (
        <Chip key={dimension} text={chip} remove={() => setFilter({ [dimension]: undefined })} />
      ))}
      <Menu<FilterAccount | 'all'>
        label={OVERVIEW.account}
        name="account"
        value={filter.account ?? 'all'}
        items={[
          { value: 'all', label: OVERVIEW.allAccounts },
          ...FILTER_ACCOUNTS.map(value => ({ value, label: ACCOUNT_NAMES[value] })),
        ]}
        onPick={value => setFilter({ account: value === 'all' ? undefined : value })}
      >
        {filter.account ? ACCOUNT_NAMES[filter.account] : OVERVIEW.allAccounts}
      </Menu>
      <Menu
        label={OVERVIEW.interval}
        name="interval"
        value={data.interval}
        items={INTERVALS.map(value => ({ value, label: INTERVAL_NAMES[value] }))}
        onPick={interval => setFilter({ interval })}
      >
        {INTERVAL_NAMES[data.interval]}
      </Menu>
      <Menu<PeriodName>
        label={OVERVIEW.period}
        name="period"
        value={filter.period}
        items={NAMED.map(value => ({
          value,
          label: PERIOD_NAMES[value],
          detail: span(begun(resolvePeriod(value, today, data.known), today), today),
          shortcut: PERIOD_KEYS[value],
        }))}
        onPick={period => setFilter({ period, custom: undefined, interval: undefined })}
        footer={close => <Custom data={data} close={close} />}
      >
        <b>{PERIOD_NAMES[filter.period]}</b> {span(data.shown, today)}
      </Menu>
      <Menu
        label={OVERVIEW.compare}
        name="compare"
        spoken
        value={filter.compare}
        items={COMPARISONS.map(value => ({ value, label: COMPARISON_NAMES[value] }))}
        onPick={compare => setFilter({ compare })}
      >
        {OVERVIEW.compareWith(OVERVIEW.comparedWith[filter.compare])}
      </Menu>
    </div>
  );
}

function Chip({ text, remove }: { text: string; remove: () => void }) {
  return (
    <button type="button" class="pill chip" aria-label={OVERVIEW.remove(text)} onClick={remove}>
      {text} <span aria-hidden="true">✕</span>
    </button>
  );
}

function Custom({ data, close }: { data: Scope; close: () => void }) {
  const [from, setFrom] = useState(isoDay(data.shown.from));
  const [to, setTo] = useState(isoDay(data.shown.to));
  const custom = { from: parseDay(from), to: parseDay(to) };
  const valid = custom.from !== undefined && custom.to !== undefined && custom.from <= custom.to;
  const apply = (event: Event) => {
    event.preventDefault();
    if (!valid) return;
    setFilter({
      period: 'custom',
      custom: { from: custom.from!, to: custom.to! },
      interval: undefined,
    });
    close();
  };
  return (
    <form class="custom" onSubmit={apply}>
      <label>
        {OVERVIEW.from}
        <input class="input" type="date" value={from} onInput={e => setFrom(e.currentTarget.value)} />
      </label>
      <label>
        {OVERVIEW.to}
        <input class="input" type="date" value={to} onInput={e => setTo(e.currentTarget.value)} />
      </label>
      <button type="submit" class="btn" disabled={!valid}>
        {OVERVIEW.apply}
      </button>
    </form>
  );
}
