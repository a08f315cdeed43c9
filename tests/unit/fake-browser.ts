/**
 * An area of the browser's storage, in memory. Like the browser's it tells of changes, to who made them too, in a
 * later turn than the one they are made in.
 */
function area() {
  const items = new Map<string, unknown>();
  const listeners = new Set<(changes: Record<string, { newValue?: unknown }>) => void>();
  const tell = (key: string, newValue: unknown) => {
    for (const listener of listeners) setImmediate(() => listener({ [key]: { newValue } }));
  };
  const listOf = (keys: string | string[]) => (typeof keys === 'string' ? [keys] : keys);
  return {
    items,
    get: async (keys: string | string[] | null) =>
      structuredClone(
        Object.fromEntries(
          keys === null
            ? items
            : listOf(keys)
                .filter(k => items.has(k))
                .map(k => [k, items.get(k)]),
        ),
      ),
    set: async (values: Record<string, unknown>) => {
      for (const [key, value] of Object.entries(values)) {
        // What stays the same is no change.
        const isSame = JSON.stringify(items.get(key)) === JSON.stringify(value);
        items.set(key, structuredClone(value));
        if (!isSame) tell(key, structuredClone(value));
      }
    },
    remove: async (keys: string | string[]) => {
      for (const key of listOf(keys)) if (items.delete(key)) tell(key, undefined);
    },
    onChanged: {
      addListener: (listener: (changes: Record<string, { newValue?: unknown }>) => void) => {
        listeners.add(listener);
      },
      removeListener: (listener: (changes: Record<string, { newValue?: unknown }>) => void) => {
        listeners.delete(listener);
      },
    },
  };
}

/** The browser's storage for tests: `vi.mock('wxt/browser', async () => ({ browser: fakeBrowser() }))`. */
export const fakeBrowser = () => ({ storage: { local: area(), session: area() } });

/** Web Locks that are held by one after the other. */
export function fakeLocks(): LockManager {
  const tails = new Map<string, Promise<unknown>>();
  const request = (name: string, ...rest: unknown[]) => {
    const work = rest.at(-1) as (lock: object) => Promise<unknown>;
    const next = (tails.get(name) ?? Promise.resolve()).then(() => work({ name }));
    tails.set(
      name,
      next.catch(() => {}),
    );
    return next;
  };
  return { request } as unknown as LockManager;
}
