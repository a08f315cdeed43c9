import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  carryAt,
  ExactSum,
  exactDecimal,
  halves,
  joinHalves,
  lowerHalf,
  nearestDouble,
  parseDecimal,
  upperHalf,
} from '../../../lib/domain/money';
import { DecimalReader } from '../../../lib/sources/decimal-bytes';

const bytes = (text: string) => new TextEncoder().encode(text);

function readBytes(text: string): bigint | string {
  const reader = new DecimalReader();
  const buf = bytes(`x${text}y`);
  if (!reader.read(buf, 1, buf.length - 1)) return reader.fault!;
  return (BigInt(reader.high | 0) << 32n) | BigInt(reader.low >>> 0);
}

describe('decimals are kept exactly or refused by name', () => {
  test.each<[string, bigint | string]>([
    ['0.00608292', 608_292n],
    ['0.00608300', 608_300n],
    ['2.2E-7', 22n],
    ['0E-8', 0n],
    ['-1.5', -150_000_000n],
    ['+3', 300_000_000n],
    ['.5', 50_000_000n],
    ['5.', 500_000_000n],
    ['1e3', 100_000_000_000n],
    ['0.000000010000', 1n],
    ['-0', 0n],
    ['9007199.25474099', 900_719_925_474_099n],
    ['92233720368.54775807', 9_223_372_036_854_775_807n],
    ['-92233720368.54775807', -9_223_372_036_854_775_807n],
    ['92233720368.54775808', 'too large'],
    ['1e11', 'too large'],
    ['0.000000001', 'more than 8 decimals'],
    ['1E-9', 'more than 8 decimals'],
    ['', 'not a number'],
    ['-', 'not a number'],
    ['.', 'not a number'],
    ['1,5', 'not a number'],
    ['0x10', 'not a number'],
    ['NaN', 'not a number'],
    ['1 2', 'not a number'],
    ['１２', 'not a number'],
  ])('%s', (text, want) => {
    expect(parseDecimal(text)).toBe(want);
    expect(readBytes(text)).toBe(want);
  });

  test('bytes and text agree on any decimal', () => {
    const decimal = fc
      .tuple(
        fc.constantFrom('', '-', '+'),
        fc.nat(10 ** 12),
        fc.string({ unit: fc.constantFrom(...'0123456789'), maxLength: 11 }),
        fc.constantFrom('', 'E-2', 'e1'),
      )
      .map(([sign, whole, fraction, exponent]) => `${sign}${whole}${fraction && `.${fraction}`}${exponent}`);
    fc.assert(
      fc.property(decimal, text => {
        expect(readBytes(text)).toBe(parseDecimal(text));
      }),
      { numRuns: 5000 },
    );
  });

  test('writing and reading is the identity', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(2n ** 62n), max: 2n ** 62n }), units => {
        expect(parseDecimal(exactDecimal(units))).toBe(units);
      }),
    );
  });
});

test('sums of int64 columns are exact, whatever their size', () => {
  fc.assert(
    fc.property(fc.array(fc.bigInt({ min: -(2n ** 63n) + 1n, max: 2n ** 63n - 1n })), all => {
      const words = halves(BigInt64Array.from(all));
      const sum = new ExactSum();
      for (let i = 0; i < words.length; i += 2) sum.add(words[i], words[i + 1]);
      expect(sum.total).toBe(all.reduce((a, b) => a + b, 0n));
    }),
  );
});

describe('halves of 32 bits', () => {
  test('are one number again', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), units => {
        const [low, high] = [lowerHalf(units), upperHalf(units)];
        expect(low >= 0 && low < 2 ** 32).toBe(true);
        expect(joinHalves(low, high)).toBe(BigInt(units));
        expect(nearestDouble(low, high)).toBe(units);
      }),
    );
  });

  test('stay the same number when the lower one is carried over', () => {
    fc.assert(
      fc.property(fc.nat({ max: 2 ** 50 }), fc.integer(), (low, high) => {
        for (const [lows, highs] of [
          [
            [7, low],
            [7, high],
          ],
          [Float64Array.of(7, low), Float64Array.of(7, high)],
        ]) {
          carryAt(lows, highs, 1);
          expect(lows[1]).toBeLessThan(2 ** 32);
          expect(joinHalves(lows[1], highs[1])).toBe(joinHalves(low, high));
          expect([lows[0], highs[0]]).toEqual([7, 7]);
        }
      }),
    );
  });
});
