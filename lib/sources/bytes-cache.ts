/**
 * Remembers what a sequence of raw bytes stood for, so that a text is decoded once and not once per row. Only an
 * accelerator: two spellings of one thing are two entries with one answer.
 */
export class BytesCache {
  #table = new Int32Array(1024).fill(-1);
  #hashes = new Int32Array(512);
  #from = new Uint32Array(513);
  #answers = new Int32Array(512);
  #arena = new Uint8Array(16_384);
  #count = 0;
  #hash = 0;
  #length = 0;
  #key = new Uint8Array(1024);

  /** Starts a key. */
  begin(): void {
    this.#hash = 0x811c9dc5;
    this.#length = 0;
  }

  /** Adds a part to the key. */
  add(buf: Uint8Array, from: number, to: number): void {
    let hash = this.#hash;
    let length = this.#length;
    if (length + (to - from) + 3 > this.#key.length) {
      const grown = new Uint8Array((length + (to - from) + 3) * 2);
      grown.set(this.#key);
      this.#key = grown;
    }
    const key = this.#key;
    // The part's length goes first, so that no two sequences of parts make the same key.
    key[length++] = to - from;
    key[length++] = (to - from) >> 8;
    key[length++] = (to - from) >> 16;
    hash = Math.imul(hash ^ (to - from), 0x01000193);
    for (let i = from; i < to; i++) {
      const byte = buf[i];
      key[length++] = byte;
      hash = Math.imul(hash ^ byte, 0x01000193);
    }
    this.#hash = hash;
    this.#length = length;
  }

  /** The answer for the key, or -1. */
  find(): number {
    const hash = this.#hash ^ (this.#hash >>> 15);
    const mask = this.#table.length - 1;
    const length = this.#length;
    const key = this.#key;
    const arena = this.#arena;
    for (let at = hash & mask; ; at = (at + 1) & mask) {
      const entry = this.#table[at];
      if (entry < 0) return -1;
      const from = this.#from[entry];
      if (this.#hashes[entry] !== hash || this.#from[entry + 1] - from !== length) continue;
      let i = 0;
      while (i < length && arena[from + i] === key[i]) i++;
      if (i === length) return this.#answers[entry];
    }
  }

  /** Remembers the answer (≥ 0) for the key. */
  set(answer: number): void {
    if ((this.#count + 1) * 2 > this.#table.length) this.#grow();
    const from = this.#from[this.#count];
    if (from + this.#length > this.#arena.length) {
      const grown = new Uint8Array((from + this.#length) * 2);
      grown.set(this.#arena);
      this.#arena = grown;
    }
    this.#arena.set(this.#key.subarray(0, this.#length), from);
    const hash = this.#hash ^ (this.#hash >>> 15);
    const entry = this.#count++;
    this.#hashes[entry] = hash;
    this.#answers[entry] = answer;
    this.#from[entry + 1] = from + this.#length;
    this.#place(entry);
  }

  #place(entry: number): void {
    const mask = this.#table.length - 1;
    let at = this.#hashes[entry] & mask;
    while (this.#table[at] >= 0) at = (at + 1) & mask;
    this.#table[at] = entry;
  }

  #grow(): void {
    const size = this.#table.length * 2;
    const widen = <T extends Int32Array | Uint32Array>(from: T, to: T): T => {
      to.set(from);
      return to;
    };
    this.#hashes = widen(this.#hashes, new Int32Array(size / 2));
    this.#answers = widen(this.#answers, new Int32Array(size / 2));
    this.#from = widen(this.#from, new Uint32Array(size / 2 + 1));
    this.#table = new Int32Array(size).fill(-1);
    for (let entry = 0; entry < this.#count; entry++) this.#place(entry);
  }
}
