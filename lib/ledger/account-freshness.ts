import { ACCOUNTS, type Account, FILTER_ACCOUNTS } from '../domain/account';
import { eachCell } from '../domain/cells';
import { type Day, firstDayOf, lastDayOf } from '../domain/day';
import { accountOfSlot } from '../domain/rollup';
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
  const { book } = ledger;
  const days = new Map<Account, Day>();
  const months = book?.state.months.slice(-MONTHS).reverse() ?? [];
  for (const { month } of months) {
    const span = { from: firstDayOf(month), to: lastDayOf(month) };
    const { figures } = await ledger.figures([span]);
    const inMonth = new Map<Account, Day>();
    eachCell(figures.rollups, span, 'commission', {}, ({ slot }, at, day) => {
      inMonth.set(ACCOUNTS[accountOfSlot(slot[at])], day);
    });
    // Months come latest first, and days of a month in order.
    for (const [account, day] of inMonth) if (!days.has(account)) days.set(account, day);
    if (FILTER_ACCOUNTS.every(account => days.has(account))) break;
  }
  return ACCOUNTS.filter(account => account !== 'other' || days.has(account)).map(account => ({
    account,
    ...(days.has(account) && { upTo: days.get(account) }),
  }));
}
