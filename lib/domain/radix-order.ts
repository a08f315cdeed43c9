/**
 * Orders rows by an integer key of up to 64 bits, given as halves. Radix passes instead of comparisons: a million rows
 * by value take a few dozen milliseconds. Rows with equal keys keep their order.
 * @param low lower halves of the keys, as unsigned; @param high upper halves, as signed; absent for 32-bit keys.
 * @returns positions in `low`.
 */
export function radixOrder(
  low: Uint32Array,
  high: Int32Array | undefined,
  descending: boolean,
): Uint32Array<ArrayBuffer> {
  const n = low.length;
  let order = new Uint32Array(n);
  for (let i = 0; i < n; i++) order[i] = i;
  let spare = new Uint32Array(n);
  const flip = descending ? 0xffff : 0;
  const counts = new Uint32Array(65_536);
  const pass = (digit: (i: number) => number) => {
    counts.fill(0);
    for (let i = 0; i < n; i++) counts[digit(i) ^ flip]++;
    if (n > 0 && counts[digit(0) ^ flip] === n) return;
    let sum = 0;
    for (let d = 0; d < 65_536; d++) {
      const count = counts[d];
      counts[d] = sum;
      sum += count;
    }
    for (let i = 0; i < n; i++) spare[counts[digit(order[i]) ^ flip]++] = order[i];
    [order, spare] = [spare, order];
  };
  pass(i => low[i] & 0xffff);
  pass(i => low[i] >>> 16);
  if (high) {
    pass(i => high[i] & 0xffff);
    // The sign bit is turned over, so that negatives come first.
    pass(i => (high[i] >>> 16) ^ 0x8000);
  }
  return order;
}

/**
 * The first `k` rows of that order, in order: one pass that turns nearly every row away with one comparison. What a
 * screen shows while the rest is ordered.
 */
export function firstInOrder(
  low: Uint32Array,
  high: Int32Array | undefined,
  descending: boolean,
  k: number,
): Uint32Array {
  /** Whether row a comes before row b; of equal keys the earlier row does. */
  const before = (a: number, b: number) => {
    const h = high ? high[a] - high[b] : 0;
    const by = h !== 0 ? h : low[a] - low[b];
    return by === 0 ? a < b : descending ? by > 0 : by < 0;
  };
  // A heap with the last of the chosen rows on top.
  const heap: number[] = [];
  const sink = () => {
    const row = heap[0];
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= heap.length) break;
      if (child + 1 < heap.length && before(heap[child], heap[child + 1])) child++;
      if (!before(row, heap[child])) break;
      heap[at] = heap[child];
      at = child;
    }
    heap[at] = row;
  };
  for (let row = 0; row < low.length; row++) {
    if (heap.length < k) {
      let at = heap.push(row) - 1;
      while (at > 0) {
        const parent = (at - 1) >> 1;
        if (!before(heap[parent], row)) break;
        heap[at] = heap[parent];
        at = parent;
      }
      heap[at] = row;
    } else if (before(row, heap[0])) {
      heap[0] = row;
      sink();
    }
  }
  return Uint32Array.from(heap).sort((a, b) => (before(a, b) ? -1 : 1));
}
