import { statusOf } from '../domain/dictionary';
import { UNPRICED } from '../domain/money';
import type { Receipt } from '../domain/receipt';
import { NOBODY } from '../domain/rollup';
import type { LedgerReader } from './reader';
import type { CommissionRow } from './row-at';

/** The rows that a batch's files lack, in words. */
export async function readMissing(
  ledger: LedgerReader,
  { lackingRows = [] }: Receipt,
): Promise<CommissionRow[]> {
  const [names, { figures }] = await Promise.all([ledger.names(), ledger.figures([])]);
  const { parties } = figures;
  return lackingRows.map(({ time, party, type, asset, amount, value }) => ({
    time,
    type: names.types[type].literal,
    kind: names.types[type].kind,
    status: statusOf(names.types[type]),
    asset: names.assets[asset],
    amount,
    ...(value !== UNPRICED && { value }),
    referral: parties.referral[party] === NOBODY ? '' : names.referrals[parties.referral[party]],
    sub: names.subs[party],
    code: names.codes[parties.code[party]],
  }));
}
