import { type Day, firstDayOf, type Month, monthOf } from '../domain/day';
import { monthsOf, sumOf } from '../domain/metric';
import { approximate } from '../domain/money';
import type { SnapshotFigures } from '../domain/snapshot';
import type { LedgerReader } from './reader';

export const PUBLIC_FIGURES = ['referrals', 'years', 'index'] as const;
export type PublicFigure = (typeof PUBLIC_FIGURES)[number];

const INDEX_MONTHS = 12;

/**
 * The figures that may be shown to everybody, those of `wanted` alone. No amount can be read out of any of them: the
 * index says of each whole month which part of the best one it was.
 */
export async function readPublicFigures(
  ledger: LedgerReader,
  wanted: readonly PublicFigure[],
  today: Day,
): Promise<SnapshotFigures> {
  const { book } = ledger;
  if (!book) return {};
  const found: SnapshotFigures = {};
  if (wanted.includes('referrals')) found.referrals = book.state.referrals;
  if (wanted.includes('years')) found.years = Math.floor((today - book.known.from) / 365.25);
  if (wanted.includes('index')) {
    // The month that has begun would always look like a fall.
    const last: Month = monthOf(today) - 1;
    const span = { from: firstDayOf(last - INDEX_MONTHS + 1), to: firstDayOf(last + 1) - 1 };
    // In BUSD whatever is shown: what is published must not tell which currency that is, nor follow its fall.
    const { figures } = await ledger.inBase().figures([span]);
    const months = monthsOf(span).map(month => {
      const days = { from: firstDayOf(month), to: firstDayOf(month + 1) - 1 };
      return Math.max(0, approximate(sumOf('commission', figures, days, {}).units));
    });
    const best = Math.max(...months);
    if (best > 0) found.index = months.map(value => Math.round((value / best) * 100));
  }
  return found;
}
