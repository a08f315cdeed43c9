import { exactDecimal } from '../../lib/domain/money';
import type { IncomeFigure, IncomeView } from '../../lib/ledger/income';
import { income } from '../../lib/state/sections';
import { ACCOUNT_NAMES } from '../../lib/text/accounts';
import { CURRENCY, change, DASH, direction, exactMoney, money } from '../../lib/text/format';
import { INCOME, KIND_NAMES } from '../../lib/text/income';
import { OVERVIEW } from '../../lib/text/overview';
import { compared, comparedShort } from '../../lib/text/spans';

/** Commissions by account, and apart from them what is no commission. */
export function IncomeTotals({ data, today }: { data: IncomeView; today: number }) {
  const { accounts } = data;
  const figures: { metric: string; name: string; of: IncomeFigure; tone?: string; why?: string }[] = [
    { metric: 'commission', name: INCOME.all, of: data.commission },
    ...(['spot', 'futures', 'mining'] as const).map(account => ({
      metric: `commission-${account}`,
      name: ACCOUNT_NAMES[account],
      of: accounts[account],
      tone: `var(--${account})`,
    })),
    ...(accounts.other.value !== 0n || accounts.other.unpriced > 0
      ? [{ metric: 'commission-other', name: ACCOUNT_NAMES.other, of: accounts.other, tone: 'var(--other)' }]
      : []),
  ];
  const apart: typeof figures = [
    { metric: 'kickback', name: KIND_NAMES.kickback, of: data.kickback, why: INCOME.kickbackWhy },
    { metric: 'bonus', name: KIND_NAMES.bonus, of: data.bonus, why: INCOME.bonusWhy },
  ];
  const known = data.coveredDays > 0;
  return (
    <section class="panel totals" aria-label={INCOME.totals}>
      {[...figures, ...apart].map(({ metric, name, of, tone, why }) => (
        <div key={metric} class={metric === 'kickback' ? 'apart' : ''} title={why}>
          <span class={tone ? 'k key' : 'k'} style={tone ? { '--tone': tone } : undefined}>
            {name}
          </span>
          <span class="v">
            <data
              key={income.stale.value ? 'pending' : 'known'}
              class="value"
              data-metric={metric}
              value={income.stale.value ? undefined : exactDecimal(of.value)}
              title={exactMoney(of.value)}
            >
              {known ? money(of.value) : DASH}
            </data>
            {metric === 'commission' && known && <small>{CURRENCY}</small>}
          </span>
          <span class="d">
            {!known && <small>{OVERVIEW.noData}</small>}
            {known && of.unpriced > 0 && (
              <small title={OVERVIEW.unpricedWhy}>{OVERVIEW.unpriced(of.unpriced)} </small>
            )}
            {known && of.change && data.compared && (
              <>
                <span class={direction(of.change)}>{change(of.change)}</span>{' '}
                {metric === 'commission' && (
                  <small title={compared(data.compared, today)}>
                    {comparedShort(data.compared, data.filter.period, data.filter.compare, today)}
                  </small>
                )}
              </>
            )}
          </span>
        </div>
      ))}
    </section>
  );
}
