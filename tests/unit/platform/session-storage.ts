/** `browser.storage.session` in memory: what goes in and comes out is a copy, as in the browser. */
export function sessionStorageArea() {
  const items = new Map<string, unknown>();
  const listOf = (keys: string | string[]) => (typeof keys === 'string' ? [keys] : keys);
  return {
    items,
    get: async (keys: string | string[] | null) =>
      structuredClone(
        Object.fromEntries([...items].filter(([key]) => keys === null || listOf(keys).includes(key))),
      ),
    set: async (values: Record<string, unknown>) => {
      for (const [key, value] of Object.entries(structuredClone(values))) items.set(key, value);
    },
    remove: async (keys: string | string[]) => {
      for (const key of listOf(keys)) items.delete(key);
    },
  };
}
