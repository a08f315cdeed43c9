import { joinHalves, nearestDouble } from '../domain/money';

const BLOCK = 1 << 20;

/** Text as bytes, in blocks of a megabyte: a million lines without a string for any of them. */
export class ByteWriter {
  readonly parts: Uint8Array<ArrayBuffer>[] = [];
  #block = new Uint8Array(BLOCK);
  #at = 0;

  /** Makes room for `n` bytes in one piece; `n` is at most a block. */
  #room(n: number): void {
    if (this.#at + n <= BLOCK) return;
    this.parts.push(this.#block.slice(0, this.#at));
    this.#at = 0;
  }

  bytes(bytes: Uint8Array): void {
    if (bytes.length > BLOCK) {
      this.#flush();
      this.parts.push(bytes.slice());
      return;
    }
    this.#room(bytes.length);
    const block = this.#block;
    let at = this.#at;
    // Short pieces: a loop is faster than `set`.
    for (let i = 0; i < bytes.length; i++) block[at++] = bytes[i];
    this.#at = at;
  }

  byte(byte: number): void {
    this.#room(1);
    this.#block[this.#at++] = byte;
  }

  /** Two digits. */
  two(n: number): void {
    this.#room(2);
    this.#block[this.#at++] = 48 + Math.floor(n / 10);
    this.#block[this.#at++] = 48 + (n % 10);
  }

  /** The shortest exact decimal of 1e-8 units given as 32-bit halves: `0.00608292`, `-12`. */
  decimal(low: number, high: number): void {
    this.#room(32);
    const negative = high < 0;
    // Up to 2^53 doubles are exact; the rest is rare and goes through bigint.
    let units = nearestDouble(low >>> 0, high);
    if (negative) units = -units;
    if (units > Number.MAX_SAFE_INTEGER) {
      const exact = joinHalves(low >>> 0, high);
      this.#digits(exact < 0n ? -exact : exact, negative);
      return;
    }
    const whole = Math.floor(units / 1e8);
    let fraction = units - whole * 1e8;
    if (negative) this.#block[this.#at++] = 45;
    this.#integer(whole);
    if (fraction === 0) return;
    this.#block[this.#at++] = 46;
    for (let step = 1e7; fraction > 0; step /= 10) {
      const digit = Math.floor(fraction / step);
      this.#block[this.#at++] = 48 + digit;
      fraction -= digit * step;
    }
  }

  #integer(n: number): void {
    let length = 1;
    for (let rest = n; rest >= 10; rest = Math.floor(rest / 10)) length++;
    const end = this.#at + length;
    let rest = n;
    for (let at = end - 1; at >= this.#at; at--) {
      const next = Math.floor(rest / 10);
      this.#block[at] = 48 + (rest - next * 10);
      rest = next;
    }
    this.#at = end;
  }

  #digits(size: bigint, negative: boolean): void {
    const digits = size.toString().padStart(9, '0');
    const fraction = digits.slice(-8).replace(/0+$/, '');
    const text = `${negative ? '-' : ''}${digits.slice(0, -8)}${fraction && `.${fraction}`}`;
    for (let i = 0; i < text.length; i++) this.#block[this.#at++] = text.charCodeAt(i);
  }

  #flush(): void {
    if (this.#at > 0) this.parts.push(this.#block.slice(0, this.#at));
    this.#at = 0;
  }

  /** Everything written so far, in order. */
  finish(): Uint8Array<ArrayBuffer>[] {
    this.#flush();
    return this.parts;
  }
}
