import { ACCOUNTS, type Account, FILTER_ACCOUNTS } from '../domain/account';
import { type Day, firstDayOf } from '../domain/day';
import { accountOfSlot, dayOfSlot, kindOfSlot } from '../domain/rollup';
import type { LedgerReader } from './reader';

/** How far back an account's last row is looked for: what has been silent for a year is told as that. */
const MONTHS = 12;

export interface AccountFreshness {
  account: Account;
  /** Its last day with a commission; undefined when there was none in the last year of the data. */
  upTo?: Day;
}

/** Up to which day each account has commissions. An account can end before the data does: that is worth seeing. */
export async function readAccountFreshness(ledger: LedgerReader): Promise<AccountFreshness[]> {
  const { source } = ledger;
  const days = new Map<Account, Day>();
  const months = source?.state.months.slice(-MONTHS).reverse() ?? [];
  for (const { month } of months) {
    const from = firstDayOf(month);
    const { figures } = await ledger.figures([{ from, to: from }]);
    const cells = figures.rollups.get(month)?.cells;
    for (const slot of cells?.slot ?? []) {
      const account = ACCOUNTS[accountOfSlot(slot)];
      if (kindOfSlot(slot) !== 0) continue;
      const day = from + dayOfSlot(slot);
      if (!days.has(account) || (days.get(account)! >= from && days.get(account)! < day))
        days.set(account, day);
    }
    if (FILTER_ACCOUNTS.every(account => days.has(account))) break;
  }
  return ACCOUNTS.filter(account => account !== 'other' || days.has(account)).map(account => ({
    account,
    ...(days.has(account) && { upTo: days.get(account) }),
  }));
}
