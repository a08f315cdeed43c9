/**
 * Orders rows by an integer key of up to 64 bits, given as halves. Radix passes instead of comparisons: a million rows
 * by value take a few dozen milliseconds. Rows with equal keys keep their order.
 * @param low lower halves of the keys, as unsigned; @param high upper halves, as signed; absent for 32-bit keys.
 * @returns positions in `low`.
 */
export function radixOrder(low: Uint32Array, high: Int32Array | undefined, descending: boolean): Uint32Array {
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
