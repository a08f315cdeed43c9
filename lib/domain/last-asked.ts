import type { MemoStore } from './memo';

/** Keeps the entries that were asked for last. */
export class LastAsked<K, V> implements MemoStore<K, V> {
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
