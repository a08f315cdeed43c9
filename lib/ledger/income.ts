import { ACCOUNTS, type Account, FILTER_ACCOUNTS } from '../domain/account';
import type { CountryMapping } from '../domain/country';
import { type Day, firstDayOf } from '../domain/day';
import type { Filter } from '../domain/filter';
import { type Change, cellsOf, changeOf, type Figures, measure, type Selection } from '../domain/metric';
import { ExactSum } from '../domain/money';
import { type Span, touched } from '../domain/period';
import { accountOfSlot, dayOfSlot, kindOfSlot } from '../domain/rollup';
import { readCountries } from './countries';
import type { LedgerReader } from './reader';
import { type Scope, scopeOf } from './scope';

export interface IncomeFigure {
  value: bigint;
  unpriced: number;
  change?: Change;
}

export interface IncomeView extends Scope {
  commission: IncomeFigure;
  accounts: Record<Account, IncomeFigure>;
  kickback: IncomeFigure;
  bonus: IncomeFigure;
}

/** The totals of the Income section: commissions by account, and apart from them kickback and bonus. */
export async function readIncome(
  ledger: LedgerReader,
  filter: Filter,
  now: number,
  mapping: CountryMapping,
): Promise<IncomeView> {
  const scope = scopeOf(ledger, filter, now);
  const { span, compared } = scope;
  const countries = filter.country === undefined ? undefined : await readCountries(ledger, mapping);
  const spans = [span, ...(compared ? [touched(compared)] : [])];
  const { figures, select } = await ledger.figures(spans, filter, countries);
  const partial = compared && (await ledger.partial(compared));
  const figure = (metric: 'commission' | 'kickback' | 'bonus', chosen: Selection): IncomeFigure => {
    const own = measure(metric, figures, span, chosen);
    if (!compared) return own;
    return {
      ...own,
      change: changeOf(own.value, measure(metric, figures, compared, chosen, { partial }).value),
    };
  };
  const chosen = { ...select, account: filter.account };
  const accounts = Object.fromEntries(
    FILTER_ACCOUNTS.map(account => [
      account,
      filter.account && filter.account !== account
        ? { value: 0n, unpriced: 0 }
        : figure('commission', { ...select, account }),
    ]),
  ) as IncomeView['accounts'];
  const commission = figure('commission', chosen);
  // No filter can name it, so it is what is left.
  accounts.other = {
    value: FILTER_ACCOUNTS.reduce((left, account) => left - accounts[account].value, commission.value),
    unpriced: FILTER_ACCOUNTS.reduce(
      (left, account) => left - accounts[account].unpriced,
      commission.unpriced,
    ),
  };
  return {
    ...scope,
    commission,
    accounts,
    kickback: figure('kickback', chosen),
    bonus: figure('bonus', chosen),
  };
}

/** The days on which a kind was paid, the latest first: for kinds that are rare. */
export function paidDays(
  kind: 'kickback' | 'bonus',
  figures: Figures,
  span: Span,
  select: Selection,
): { day: Day; units: bigint; account: Account }[] {
  const wanted = kind === 'kickback' ? 1 : 2;
  const days = new Map<string, { day: Day; sum: ExactSum; account: Account }>();
  for (const [month, rollup] of figures.rollups) {
    const first = firstDayOf(month);
    const { slot, sum } = cellsOf(rollup, select);
    for (let i = 0; i < slot.length; i++) {
      const day = first + dayOfSlot(slot[i]);
      if (kindOfSlot(slot[i]) !== wanted || day < span.from || day > span.to) continue;
      const account = ACCOUNTS[accountOfSlot(slot[i])];
      if (select.account && account !== select.account) continue;
      const key = `${day} ${account}`;
      const entry = days.get(key) ?? { day, sum: new ExactSum(), account };
      entry.sum.add(sum.low[i], sum.high[i]);
      days.set(key, entry);
    }
  }
  return [...days.values()]
    .sort((a, b) => b.day - a.day)
    .map(({ day, sum, account }) => ({ day, units: sum.total, account }));
}
