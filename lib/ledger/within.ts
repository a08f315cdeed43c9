import type { FilterAccount } from '../domain/account';
import type { Span } from '../domain/period';
import { type PerReferral, withinSpan } from '../domain/referral-table';
import type { LedgerReader } from './reader';

/** So many spans' sums by referral are kept: some hundred kB each. */
const KEPT = 12;
const known = new WeakMap<LedgerReader, Map<string, PerReferral>>();

/** What each referral brought in a span (`withinSpan`). The spans asked for last are kept: one click leads back. */
export async function readWithin(
  ledger: LedgerReader,
  span: Span,
  account?: FilterAccount,
  code?: string,
): Promise<PerReferral> {
  const kept = known.get(ledger) ?? new Map<string, PerReferral>();
  known.set(ledger, kept);
  const key = `${span.from} ${span.to} ${account} ${code}`;
  let within = kept.get(key);
  // The one used last is the last to go.
  kept.delete(key);
  if (!within) {
    const { figures, select } = await ledger.figures([span], { code });
    within = withinSpan(figures, span, account, select.code);
    if (kept.size >= KEPT) kept.delete(kept.keys().next().value!);
  }
  kept.set(key, within);
  return within;
}
