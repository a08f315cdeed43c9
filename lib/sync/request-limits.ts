import { DAY_MS } from '../domain/day';
import type { ApiRequest } from '../sources/api';
import { changeQuota } from '../store/quota';
import { type AskEnv, BudgetSpent, RetryLater } from './ask-faults';

/** Limits count per minute; a little more, because nobody knows where Binance's minute begins. */
const MINUTE = 61_000;
/** Of each limit, so that the user's other programs have theirs. */
const SHARE = 0.5;
/** Longer waits are for an alarm. */
const LONGEST_WAIT = 15_000;
export const LONGEST_BAN = 3 * DAY_MS;

/** A ban that would last longer than any is one of a clock that has been set back. */
const isBanned = (until = 0, now: number) => until > now && until - now <= LONGEST_BAN;

/** Takes the weight of a request out of this minute's share, waiting for it if it is near. */
export async function spend(env: AskEnv, { host, limit, weight }: ApiRequest, name: string): Promise<void> {
  for (;;) {
    const now = env.now();
    let free: number | undefined;
    const { bans } = await changeQuota(env.db, quota => {
      const recent = (quota.spent[name] ?? []).filter(([at]) => now - at < MINUTE && at <= now);
      let sum = recent.reduce((n, [, spent]) => n + spent, weight);
      if (sum > limit.most * SHARE) {
        for (const [at, spent] of recent) {
          sum -= spent;
          free = at + MINUTE;
          if (sum <= limit.most * SHARE) break;
        }
        return quota;
      }
      // Before it leaves: a death in between must not make room.
      const banned = isBanned(quota.bans[host], now);
      return banned ? quota : { ...quota, spent: { ...quota.spent, [name]: [...recent, [now, weight]] } };
    });
    if (isBanned(bans[host], now)) throw new RetryLater('banned', bans[host]);
    if (free === undefined) return;
    if (free - now > LONGEST_WAIT) throw new BudgetSpent(free);
    await env.wait(free - now);
  }
}

/** What Binance counts can be more than ours: the user may run other programs. */
export async function noteSpent(
  { db, now }: AskEnv,
  { limit }: ApiRequest,
  name: string,
  response: Response,
): Promise<void> {
  const used = Number(response.headers.get(limit.header));
  if (!(used > 0)) return;
  await changeQuota(db, quota => {
    const spent = quota.spent[name] ?? [];
    const ours = spent.reduce((n, [, weight]) => n + weight, 0);
    if (used <= ours) return quota;
    return { ...quota, spent: { ...quota.spent, [name]: [...spent, [now(), used - ours]] } };
  });
}
