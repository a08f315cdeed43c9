import fc from 'fast-check';
import { expect, test } from 'vitest';
import { UNPRICED } from '../../../lib/domain/money';
import { priceOn, valueAt } from '../../../lib/domain/price';

test('a value is the amount times the price, rounded half away from zero to eight decimals', () => {
  expect(valueAt(3n, 50_000_000n)).toBe(2n);
  expect(valueAt(-3n, 50_000_000n)).toBe(-2n);
  expect(valueAt(3n, 49_999_999n)).toBe(1n);
  expect(valueAt(123_456_789n, 100_000_000n)).toBe(123_456_789n);
  expect(valueAt(5n, undefined)).toBe(UNPRICED);
  fc.assert(
    fc.property(fc.bigInt(-(10n ** 15n), 10n ** 15n), fc.bigInt(1n, 10n ** 13n), (amount, price) => {
      const off = valueAt(amount, price) * 100_000_000n - amount * price;
      expect(off <= 50_000_000n && off >= -50_000_000n).toBe(true);
      expect(valueAt(-amount, price)).toBe(-valueAt(amount, price));
    }),
  );
});

test('no price is no zero', () => {
  const history = { first: 100, open: BigInt64Array.from([5n, 0n, 7n]), at: 0 };
  expect([99, 100, 101, 102, 103].map(day => priceOn('BTC', day, history))).toEqual([
    undefined,
    5n,
    undefined,
    7n,
    undefined,
  ]);
  expect(priceOn('USDT', 1, undefined)).toBe(100_000_000n);
  expect(priceOn('BTC', 1, undefined)).toBeUndefined();
});
