import { ACCOUNTS, type Account, FILTER_ACCOUNTS } from '../domain/account';
import { eachCell, type Selection } from '../domain/cells';
import type { Kind } from '../domain/commission';
import type { CountryMapping } from '../domain/country';
import type { Day } from '../domain/day';
import type { Filter } from '../domain/filter';
import { changeOf, type Figures, type MetricChange, measure } from '../domain/metric';
import { ExactSum } from '../domain/money';
import { type Span, touched } from '../domain/period';
import { accountOfSlot } from '../domain/rollup';
import { readFigures } from './figures';
import type { LedgerReader } from './reader';
import { type Scope, scopeOf } from './scope';

export interface IncomeFigure {
  value: bigint;
  unpriced: number;
  change?: MetricChange;
}

export interface IncomeView extends Scope {
  commission: IncomeFigure;
  accounts: Record<Account, IncomeFigure>;
  kickback: IncomeFigure;
  bonus: IncomeFigure;
  /**
   * One bit a party: whose rows count; absent where everybody's do. Parties are positions in the dictionary of this
   * generation and of no other: undo brings an older dictionary back.
   */
  parties?: { of: number; bits: Uint32Array };
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
  const spans = [span, ...(compared ? [touched(compared)] : [])];
  const { figures, select } = await readFigures(ledger, spans, filter, mapping);
  const partial = compared && (await ledger.partial(compared));
  const figure = (metric: Kind, chosen: Selection): IncomeFigure => {
    const own = measure(metric, figures, span, chosen);
    if (!compared) return own;
    return {
      ...own,
      change: changeOf(own.value, measure(metric, figures, compared, chosen, { partial }).value),
    };
  };
  const accounts = Object.fromEntries(
    FILTER_ACCOUNTS.map(account => [
      account,
      filter.account && filter.account !== account
        ? { value: 0n, unpriced: 0 }
        : figure('commission', { ...select, account }),
    ]),
  ) as IncomeView['accounts'];
  const commission = figure('commission', select);
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
    kickback: figure('kickback', select),
    bonus: figure('bonus', select),
    ...(select.people && { parties: { of: ledger.manifest.generation, bits: select.people.bits } }),
  };
}

/** The days on which a kind was paid, the latest first: for kinds that are rare. */
export function paidDays(
  kind: Kind,
  figures: Figures,
  span: Span,
  select: Selection,
): { day: Day; units: bigint; account: Account }[] {
  const days = new Map<string, { day: Day; sum: ExactSum; account: Account }>();
  eachCell(figures.rollups, span, kind, select, ({ slot, sum }, at, day) => {
    const account = ACCOUNTS[accountOfSlot(slot[at])];
    const key = `${day} ${account}`;
    const entry = days.get(key) ?? { day, sum: new ExactSum(), account };
    entry.sum.add(sum.low[at], sum.high[at]);
    days.set(key, entry);
  });
  return [...days.values()]
    .sort((a, b) => b.day - a.day)
    .map(({ day, sum, account }) => ({ day, units: sum.total, account }));
}
