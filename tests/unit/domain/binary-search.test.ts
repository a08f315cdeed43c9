import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countBefore, firstNot } from '../../../lib/domain/binary-search';

test('as many numbers are before a value as a look at each of them says', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 20 })),
      fc.integer({ min: -2, max: 22 }),
      (some, value) => {
        const sorted = some.sort((a, b) => a - b);
        const want = sorted.filter(one => one < value).length;
        for (const ascending of [sorted, Float64Array.from(sorted), Uint16Array.from(sorted)]) {
          expect(countBefore(ascending, value)).toBe(want);
        }
      },
    ),
  );
});

test('a list is not looked at outside of its positions, and at few of them', () => {
  for (const first of [0, 1, 499, 1000]) {
    const seen: number[] = [];
    const isBefore = (at: number) => seen.push(at) > 0 && at < first;
    expect(firstNot(1000, isBefore)).toBe(first);
    expect(seen.every(at => at >= 0 && at < 1000)).toBe(true);
    expect(seen.length).toBeLessThanOrEqual(10);
  }
  expect(firstNot(0, () => true)).toBe(0);
});
