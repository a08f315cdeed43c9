import fc from 'fast-check';
import { expect, test } from 'vitest';
import { halves } from '../../../lib/domain/money';
import { firstInOrder, radixOrder } from '../../../lib/domain/radix-order';

test('orders int64 keys as a stable sort does, in both directions', () => {
  const key = fc.oneof(
    fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }),
    fc.bigInt({ min: -3n, max: 3n }),
  );
  fc.assert(
    fc.property(fc.array(key, { maxLength: 60 }), fc.boolean(), (keys, descending) => {
      const words = halves(BigInt64Array.from(keys));
      const low = Uint32Array.from(keys, (_, i) => words[2 * i]);
      const high = Int32Array.from(keys, (_, i) => words[2 * i + 1]);
      const want = keys
        .map((k, i) => ({ k, i }))
        .sort((a, b) => (a.k === b.k ? 0 : a.k < b.k !== descending ? -1 : 1) || a.i - b.i)
        .map(({ i }) => i);
      expect([...radixOrder(low, high, descending)]).toEqual(want);
      expect([...firstInOrder(low, high, descending, 7)]).toEqual(want.slice(0, 7));
    }),
    { numRuns: 500 },
  );
});
