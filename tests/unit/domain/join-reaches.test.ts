import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { FileCoverage } from '../../../lib/domain/coverage';
import { spanOfClaim } from '../../../lib/domain/coverage-claim';
import { joinReaches } from '../../../lib/domain/join-reaches';
import { thorough } from '../thorough';

const reach = (first: number, last: number, more: Partial<FileCoverage> = {}): FileCoverage => ({
  first,
  last,
  ...more,
});

test.each<[string, FileCoverage[], FileCoverage[], FileCoverage[]]>([
  ['the same again', [reach(1, 9)], [reach(1, 9)], [reach(1, 9)]],
  ['a part of one', [reach(1, 9)], [reach(2, 9)], [reach(1, 9)]],
  ['one that says more', [reach(2, 8)], [reach(1, 9)], [reach(1, 9)]],
  [
    'one that says other things',
    [reach(1, 9, { pairs: 1 })],
    [reach(1, 9, { pairs: 2 })],
    [reach(1, 9, { pairs: 1 }), reach(1, 9, { pairs: 2 })],
  ],
  [
    'another source',
    [reach(1, 9)],
    [reach(1, 9, { source: 'copy' })],
    [reach(1, 9), reach(1, 9, { source: 'copy' })],
  ],
  [
    'what surely was spoken for less long',
    [reach(1, 9, { pairs: 1, spans: [[0, 2, 8]] })],
    [reach(1, 9, { pairs: 1, spans: [[0, 3, 7]] })],
    [reach(1, 9, { pairs: 1, spans: [[0, 2, 8]] })],
  ],
  [
    'our own file again',
    [reach(1, 9, { own: 'a/0' })],
    [reach(1, 9, { own: 'b/0' })],
    [reach(1, 9, { own: 'a/0' })],
  ],
  [
    'a part of our own file',
    [reach(1, 9, { own: 'a/0' })],
    [reach(2, 9, { own: 'b/0' })],
    [reach(1, 9, { own: 'a/0' }), reach(2, 9, { own: 'b/0' })],
  ],
])('reaches and %s', (_, before, added, joined) => {
  expect(joinReaches(before, added)).toEqual(joined);
});

const reaches = fc.array(
  fc
    .record({
      first: fc.nat(9),
      length: fc.nat(9),
      pairs: fc.option(fc.integer({ min: 1, max: 3 }), { nil: undefined }),
      source: fc.constantFrom(undefined, 'copy' as const),
    })
    .map(({ first, length, pairs, source }) =>
      reach(first, first + length, { ...(pairs && { pairs }), ...(source && { source }) }),
    ),
  { maxLength: 6 },
);
const spoken = (all: FileCoverage[]) =>
  new Set(
    all.flatMap(one =>
      [0, 1].flatMap(pair => {
        const [first, last] = spanOfClaim(one, pair) ?? [1, 0];
        return Array.from({ length: last - first + 1 }, (_, i) => `${one.source} ${pair} ${first + i}`);
      }),
    ),
  );

test('joined, they speak for what they spoke for, and nothing is said twice', () => {
  fc.assert(
    fc.property(reaches, reaches, (before, added) => {
      const joined = joinReaches(before, added);
      expect(spoken(joined)).toEqual(spoken([...before, ...added]));
      expect(joinReaches(joined, added)).toEqual(joined);
    }),
    { numRuns: thorough(1000) },
  );
});
