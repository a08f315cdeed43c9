import { startOfMonth } from '../domain/day';
import { statusOf } from '../domain/dictionary';
import { fateOf, type MissingFate } from '../domain/missing';
import { UNPRICED } from '../domain/money';
import { NOBODY } from '../domain/rollup';
import type { Book } from '../store/manifest';
import type { LedgerReader } from './reader';
import type { CommissionRow } from './row-at';

/** How many rows that a batch's files lack have come to each fate. A newer batch may lack them too: they are its then. */
export function tallyMissing(book: Book | undefined, batch: string): Record<MissingFate, number> {
  const tally = { open: 0, kept: 0, removed: 0, again: 0 };
  for (const state of book?.missing ?? []) {
    if (state.batch === batch) tally[fateOf(state)] += state.chunks.reduce((n, { rows }) => n + rows, 0);
  }
  return tally;
}

/** The first rows of one fate that a batch's files lack, month by month, in words. */
export async function readMissing(
  ledger: LedgerReader,
  batch: string,
  fate: MissingFate,
  most: number,
): Promise<CommissionRow[]> {
  const states = (ledger.book?.state.missing ?? [])
    .filter(state => state.batch === batch && fateOf(state) === fate)
    .sort((a, b) => a.month - b.month);
  const [names, { figures }] = await Promise.all([ledger.names(), ledger.figures([])]);
  const { parties } = figures;
  const rows: CommissionRow[] = [];
  for (const { month, chunks } of states) {
    // One chunk holds more than any list shows.
    const [c] = rows.length < most ? await ledger.rowsIn(chunks.slice(0, 1)) : [];
    for (let i = 0; i < (c?.time.length ?? 0) && rows.length < most; i++) {
      const type = names.types[c.type[i]];
      const referral = parties.referral[c.party[i]];
      rows.push({
        time: startOfMonth(month) + c.time[i],
        type: type.literal,
        kind: type.kind,
        status: statusOf(type),
        asset: names.assets[c.asset[i]],
        amount: c.amount[i],
        ...(c.value[i] !== UNPRICED && { value: c.value[i] }),
        referral: referral === NOBODY ? '' : names.referrals[referral],
        sub: names.subs[c.party[i]],
        code: names.codes[parties.code[c.party[i]]],
      });
    }
  }
  return rows;
}
