import type { Manifest } from '../store/manifest';
import { todayOf } from './glance';

/** What the toolbar icon can show. */
export type Badge = 'commission' | 'referrals';

/**
 * The number on the toolbar icon: today's commission in units of 1e-8, or the referrals registered today.
 * @param badge undefined: the user wants none.
 * @returns undefined where there is no ledger, or no number is wanted.
 */
export function badgeValue(
  manifest: Manifest,
  badge: Badge | undefined,
  now: number,
): bigint | number | undefined {
  const today = badge && todayOf(manifest, now);
  return badge === 'commission' ? today?.commission : today?.newReferrals;
}
