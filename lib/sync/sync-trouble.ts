import type { StreamState, SyncState, SyncTrouble } from '../domain/connection';
import { DAY_MS } from '../domain/day';
import { Unreadable } from '../sources/api';
import { BudgetSpent, RetryLater, TooWide } from './ask-binance';

const MINUTE = 60_000;
const HOUR = 3_600_000;

/** How long each trouble keeps us away, and how much longer at most when it comes again and again. */
const AWAY: Record<SyncTrouble, [first: number, most: number]> = {
  offline: [MINUTE, HOUR],
  limited: [2 * MINUTE, HOUR],
  banned: [10 * MINUTE, 3 * DAY_MS],
  server: [MINUTE, HOUR],
  firewall: [10 * MINUTE, 6 * HOUR],
  region: [DAY_MS, DAY_MS],
  unreadable: [10 * MINUTE, 6 * HOUR],
  permission: [DAY_MS, DAY_MS],
  unavailable: [DAY_MS, DAY_MS],
  declined: [HOUR, DAY_MS],
  clock: [5 * MINUTE, HOUR],
  moved: [MINUTE, HOUR],
  internal: [10 * MINUTE, HOUR],
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
