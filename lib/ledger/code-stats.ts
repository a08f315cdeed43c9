import { codeShares } from '../domain/code-share';
import type { LedgerReader } from './reader';
import { readReferralTable } from './referrals';

/** What a code has brought over everything that is known. */
export interface CodeStats {
  /** 1e-8 units. */
  commission: bigint;
  /** Referrals that registered with it, and those of them that ever brought a commission. */
  referrals: number;
  traders: number;
}

export async function readCodeStats(ledger: LedgerReader): Promise<ReadonlyMap<string, CodeStats>> {
  const { book } = ledger;
  const stats = new Map<string, CodeStats>();
  if (!book) return stats;
  const [{ figures }, { table }] = await Promise.all([
    ledger.figures([book.known]),
    readReferralTable(ledger),
  ]);
  const { codes } = book.state;
  for (const code of codes) stats.set(code, { commission: 0n, referrals: 0, traders: 0 });
  for (const { code, commission } of codeShares(figures, book.known, {}, codes)) {
    const entry = stats.get(code);
    if (entry) entry.commission = commission;
  }
  for (let r = 0; r < table.home.length; r++) {
    const entry = table.home[r] < 0 ? undefined : stats.get(codes[figures.parties.code[table.home[r]]]);
    if (!entry) continue;
    entry.referrals++;
    if (table.total.seen[r]) entry.traders++;
  }
  return stats;
}
