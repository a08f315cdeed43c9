import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  countBits,
  hasBit,
  intersectBits,
  noBits,
  setBit,
  takeBits,
  uniteBits,
} from '../../../lib/domain/bits';

const LENGTH = 100;
// The ends of words, where a shift goes wrong first.
const positions = fc.uniqueArray(
  fc.oneof(fc.constantFrom(0, 31, 32, 63, 64, LENGTH - 1), fc.nat({ max: LENGTH - 1 })),
);

function bitsOf(all: Iterable<number>): Uint32Array {
  const bits = noBits(LENGTH);
  for (const at of all) setBit(bits, at);
  return bits;
}
const membersOf = (bits: Uint32Array) =>
  Array.from({ length: LENGTH }, (_, at) => at).filter(at => hasBit(bits, at));
const ascending = (all: Iterable<number>) => [...all].sort((a, b) => a - b);

test('bits hold what a set holds', () => {
  fc.assert(
    fc.property(positions, all => {
      expect(membersOf(bitsOf(all))).toEqual(ascending(all));
      expect(countBits(bitsOf(all))).toBe(all.length);
    }),
  );
});

test('sets are united, intersected and taken out of each other as sets are', () => {
  fc.assert(
    fc.property(positions, positions, (one, other) => {
      const [a, b] = [new Set(one), new Set(other)];
      const united = bitsOf(a);
      uniteBits(united, bitsOf(b));
      expect(membersOf(united)).toEqual(ascending(new Set([...a, ...b])));
      const common = bitsOf(a);
      intersectBits(common, bitsOf(b));
      expect(membersOf(common)).toEqual(ascending(one.filter(at => b.has(at))));
      const rest = bitsOf(a);
      const taken: number[] = [];
      takeBits(rest, bitsOf(b), at => taken.push(at));
      expect(taken).toEqual(membersOf(common));
      expect(membersOf(rest)).toEqual(ascending(one.filter(at => !b.has(at))));
    }),
  );
});

test('a shorter set adds what it has, and what a set has no word for is not in it', () => {
  const bits = bitsOf([5, 99]);
  const few = noBits(32);
  setBit(few, 31);
  uniteBits(bits, few);
  expect(membersOf(bits)).toEqual([5, 31, 99]);
  expect(hasBit(few, 99)).toBe(false);
});
