/** How many at once, and how many a second after that. */
const AT_ONCE = 20;
const A_SECOND = 5;
const SECOND = 1_000;

/**
 * Counts what each asker asks, and says when it is too much. Our own script asks four times a second at most: whoever
 * asks more often is not our script, but a page that has got hold of its door.
 * @returns whether a question of this asker is to be answered, at this time in ms.
 */
export function allowance<Asker>(): (asker: Asker, now: number) => boolean {
  const left = new Map<Asker, { count: number; at: number }>();
  return (asker, now) => {
    const { count, at } = left.get(asker) ?? { count: AT_ONCE, at: now };
    const grown = Math.min(AT_ONCE, count + (Math.max(0, now - at) / SECOND) * A_SECOND);
    const isAllowed = grown >= 1;
    left.set(asker, { count: isAllowed ? grown - 1 : grown, at: now });
    // Who has its whole allowance again needs no place.
    if (left.size > 100) {
      for (const [who, seen] of left) if (now - seen.at > (AT_ONCE / A_SECOND) * SECOND) left.delete(who);
    }
    return isAllowed;
  };
}
