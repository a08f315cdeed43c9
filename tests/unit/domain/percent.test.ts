import fc from 'fast-check';
import { expect, test } from 'vitest';
import { percentOf } from '../../../lib/domain/percent';
import { percent } from '../../../lib/text/format';

test.each([
  [423_456_789n, 100_000_000n, 423.5],
  [-428_023_378n, 980_340_795n, -43.7],
  [1n, 3n, 33.3],
  [2n, 3n, 66.7],
  // Halves go away from zero.
  [5n, 10_000n, 0.1],
  [-5n, 10_000n, -0.1],
  [49n, 100_000n, 0],
  [-49n, 100_000n, 0],
])('%d of %d is %d %%', (part, whole, want) => {
  expect(percentOf(part, whole)).toBeCloseTo(want, 10);
});

test('what is shown is never further from the truth than half a tenth', () => {
  fc.assert(
    fc.property(fc.bigInt(-(10n ** 17n), 10n ** 17n), fc.bigInt(10n ** 6n, 10n ** 17n), (part, whole) => {
      const shown = percent(percentOf(part, whole))
        .replace('−', '-')
        .replace(/[^\d.-]/g, '');
      const tenths = BigInt(shown.replace('.', ''));
      // |tenths / 1000 − part / whole| ≤ 1 / 2000, in integers.
      const off = 2n * (tenths * whole - part * 1_000n);
      expect(off <= whole && off >= -whole).toBe(true);
    }),
    { numRuns: 2_000 },
  );
});
