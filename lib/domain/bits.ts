/** Sets of positions as bits, 32 in a word. A position that a set has no word for is not in it. */
export const noBits = (length: number): Uint32Array => new Uint32Array((length + 31) >>> 5);

export const hasBit = (bits: Uint32Array, at: number): boolean => (bits[at >>> 5] & (1 << (at & 31))) !== 0;

export function setBit(bits: Uint32Array, at: number): void {
  bits[at >>> 5] |= 1 << (at & 31);
}

/** Adds to `bits` what is in `others`, which may be shorter. */
export function uniteBits(bits: Uint32Array, others: Uint32Array): void {
  for (let word = 0; word < others.length; word++) bits[word] |= others[word];
}

/** Leaves in `bits` only what is in `others` too. */
export function intersectBits(bits: Uint32Array, others: Uint32Array): void {
  for (let word = 0; word < bits.length; word++) bits[word] &= others[word];
}

/** Takes out of `bits` what is in `others` too. @param taken is told each position that was there, ascending. */
export function takeBits(bits: Uint32Array, others: Uint32Array, taken: (at: number) => void): void {
  for (let word = 0; word < others.length; word++) {
    let both = bits[word] & others[word];
    bits[word] ^= both;
    for (; both !== 0; both &= both - 1) taken(word * 32 + 31 - Math.clz32(both & -both));
  }
}

/** How many positions are in a set. */
export function countBits(bits: Uint32Array): number {
  let count = 0;
  for (let word = 0; word < bits.length; word++) {
    // The sums of neighbouring bits side by side: of two, of four, of eight, of all.
    let v = bits[word];
    v -= (v >>> 1) & 0x55555555;
    v = (v & 0x33333333) + ((v >>> 2) & 0x33333333);
    count += Math.imul((v + (v >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
  }
  return count;
}
