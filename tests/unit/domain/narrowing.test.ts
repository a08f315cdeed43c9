import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DEFAULT_FILTER } from '../../../lib/domain/filter';
import {
  DIMENSION_NAMES,
  isNarrowed,
  type Narrowing,
  NOT_NARROWED,
  narrowingKey,
  PARTY_DIMENSION_NAMES,
  partyTest,
  rowNarrowing,
} from '../../../lib/domain/narrowing';
import { NOBODY } from '../../../lib/domain/rollup';

const narrowings = fc.record<Narrowing>(
  {
    account: fc.constantFrom('spot', 'futures', 'mining'),
    code: fc.constantFrom('A_CODE', 'B_CODE', 'DE'),
    country: fc.constantFrom('DE', 'BR', 'unknown'),
  },
  { requiredKeys: [] },
);

test('keys are the same for what leaves the same, and differ for what does not', () => {
  fc.assert(
    fc.property(narrowings, narrowings, (one, other) => {
      const same = DIMENSION_NAMES.every(name => one[name] === other[name]);
      expect(narrowingKey(one) === narrowingKey(other)).toBe(same);
      const samePeople = PARTY_DIMENSION_NAMES.every(name => one[name] === other[name]);
      expect(narrowingKey(one, PARTY_DIMENSION_NAMES) === narrowingKey(other, PARTY_DIMENSION_NAMES)).toBe(
        samePeople,
      );
    }),
  );
});

test('a narrowing is taken apart and away', () => {
  fc.assert(
    fc.property(narrowings, by => {
      expect(isNarrowed(by)).toBe(Object.keys(by).length > 0);
      const { code: _, country: __, ...ofRows } = by;
      expect(rowNarrowing(by)).toEqual(ofRows);
      const widened = { ...DEFAULT_FILTER, ...by, ...NOT_NARROWED };
      expect(isNarrowed(widened)).toBe(false);
      expect(widened).toEqual(DEFAULT_FILTER);
    }),
  );
});

describe('of parties a narrowing leaves', () => {
  // Two referrals and rows of nobody; the second referral has two parties.
  const facts = {
    parties: {
      referral: Uint32Array.of(0, 1, 1, NOBODY),
      code: Uint32Array.of(0, 0, 1, 1),
      registration: new Float64Array(4),
      referrals: 2,
    },
    codes: ['A_CODE', 'B_CODE'],
    countries: { list: ['unknown', 'DE'], of: Uint16Array.of(1, 0) },
  };
  test.each<[Narrowing, number[]]>([
    [{ code: 'A_CODE' }, [0, 1]],
    [{ code: 'B_CODE' }, [2, 3]],
    [{ code: 'NOBODY_HAS_IT' }, []],
    [{ country: 'DE' }, [0]],
    [{ country: 'BR' }, []],
    [{ country: 'unknown' }, [1, 2, 3]],
    [{ country: 'unknown', code: 'A_CODE' }, [1]],
    [{ country: 'DE', code: 'B_CODE', account: 'spot' }, []],
  ])('%o: %o', (by, want) => {
    expect([0, 1, 2, 3].filter(partyTest(by, facts)!)).toEqual(want);
  });

  test('all where no dimension is of parties', () => {
    expect(partyTest({}, facts)).toBeUndefined();
    expect(partyTest({ account: 'spot' }, facts)).toBeUndefined();
  });
});
