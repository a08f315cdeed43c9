import type { StreamState, SyncState, SyncTrouble } from '../domain/connection';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../domain/day';
import { Unreadable } from '../sources/api';
import { BudgetSpent, RetryLater, TooWide } from './ask-faults';

/** How long each trouble keeps us away, and how much longer at most when it comes again and again. */
const AWAY: Record<SyncTrouble, [first: number, most: number]> = {
  offline: [MINUTE_MS, HOUR_MS],
  limited: [2 * MINUTE_MS, HOUR_MS],
  banned: [10 * MINUTE_MS, 3 * DAY_MS],
  server: [MINUTE_MS, HOUR_MS],
  firewall: [10 * MINUTE_MS, 6 * HOUR_MS],
  region: [DAY_MS, DAY_MS],
  unreadable: [10 * MINUTE_MS, 6 * HOUR_MS],
  permission: [DAY_MS, DAY_MS],
  unavailable: [DAY_MS, DAY_MS],
  declined: [HOUR_MS, DAY_MS],
  clock: [5 * MINUTE_MS, HOUR_MS],
  moved: [MINUTE_MS, HOUR_MS],
  internal: [10 * MINUTE_MS, HOUR_MS],
};
/** Troubles that pressing *Sync now* tries again; bans and limits it does not. */
const BY_HAND: SyncTrouble[] = [
  'offline',
  'server',
  'unreadable',
  'permission',
  'unavailable',
  'declined',
  'clock',
  'moved',
  'internal',
];

/** Troubles a press of the user ends. */
export function forgiven(state: SyncState): SyncState {
  const forgive = <T extends StreamState>({ trouble, ...way }: T) =>
    trouble && !BY_HAND.includes(trouble.why) ? { ...way, trouble } : way;
  const ways = Object.fromEntries(Object.entries(state.ways).map(([name, way]) => [name, forgive(way)]));
  const { refused: _, trouble, ...rest } = state;
  const kept = trouble && !BY_HAND.includes(trouble.why) ? { trouble } : {};
  // Who presses after a refusal has changed something: the proof is asked for anew.
  return { ...rest, ...kept, ways, ...(state.refused && { checkedAt: 0 }) };
}

/** What went wrong, and until when to stay away: longer each time in a row. */
export function troubleOf(
  error: unknown,
  last: StreamState['trouble'],
  now: number,
): NonNullable<StreamState['trouble']> {
  const why: SyncTrouble =
    error instanceof RetryLater
      ? error.why
      : error instanceof Unreadable
        ? 'unreadable'
        : error instanceof TooWide
          ? 'declined'
          : 'server';
  const isTold = [RetryLater, Unreadable, BudgetSpent, TooWide].some(kind => error instanceof kind);
  if (!isTold) throw error;
  const tries = last?.why === why ? last.tries + 1 : 1;
  const [first, most] = AWAY[why];
  const named =
    error instanceof RetryLater ? error.until : error instanceof BudgetSpent ? error.until : undefined;
  return { why, until: named ?? now + Math.min(most, first * 2 ** (tries - 1)), tries };
}
