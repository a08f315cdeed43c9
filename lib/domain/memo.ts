/** Where a memo keeps what it has made. */
export interface MemoStore<K, V> {
  get(key: K): V | undefined;
  set(key: K, value: V): unknown;
  delete(key: K): unknown;
}

/**
 * Makes a value once a key and keeps it. A promise that fails is not kept: it is made anew when it is asked for again.
 * @param make must not answer undefined: that would be made again every time.
 */
export const memo = <K, V>(make: (key: K) => V, kept: MemoStore<K, V> = new Map<K, V>()): ((key: K) => V) =>
  memoBy(key => key, make, kept);

/** The same for keys that are alike when `idOf` says the same of them. */
export function memoBy<K, I, V>(
  idOf: (key: K) => I,
  make: (key: K) => V,
  kept: MemoStore<I, V> = new Map<I, V>(),
): (key: K) => V {
  return key => {
    const id = idOf(key);
    let found = kept.get(id);
    if (found === undefined) {
      found = make(key);
      kept.set(id, found);
      // Who asked gets the error; who asks next tries again.
      if (found instanceof Promise) found.catch(() => kept.delete(id));
    }
    return found;
  };
}

/** The same for objects, which go when nobody else has them any more, and what was made of them with them. */
export const weakMemo = <K extends WeakKey, V>(make: (key: K) => V): ((key: K) => V) =>
  memo(make, new WeakMap<K, V>());

/** The same for what there is one of. */
export function once<V>(make: () => V): () => V {
  const made = memo<undefined, V>(make);
  return () => made(undefined);
}
