/** Where a memo keeps what it has made. */
interface Kept<K, V> {
  get(key: K): V | undefined;
  set(key: K, value: V): unknown;
  delete(key: K): unknown;
}

/**
 * Makes a value once a key and keeps it. A promise that fails is not kept: it is made anew when it is asked for again.
 * @param make must not answer undefined: that would be made again every time.
 */
export const memo = <K, V>(make: (key: K) => V, kept: Kept<K, V> = new Map<K, V>()): ((key: K) => V) =>
  memoBy(key => key, make, kept);

/** The same for keys that are alike when `idOf` says the same of them. */
export function memoBy<K, I, V>(
  idOf: (key: K) => I,
  make: (key: K) => V,
  kept: Kept<I, V> = new Map<I, V>(),
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

/** Keeps the entries that were asked for last. */
export class LastAsked<K, V> implements Kept<K, V> {
  #entries = new Map<K, V>();

  /** @param most how many are kept. */
  constructor(private readonly most: number) {}

  get(key: K): V | undefined {
    const value = this.#entries.get(key);
    if (value !== undefined) this.set(key, value);
    return value;
  }

  set(key: K, value: V): void {
    // A map is in order of insertion, so the first one is the one that nobody has asked for the longest.
    this.#entries.delete(key);
    this.#entries.set(key, value);
    if (this.#entries.size > this.most) this.#entries.delete(this.#entries.keys().next().value!);
  }

  delete(key: K): void {
    this.#entries.delete(key);
  }
}
