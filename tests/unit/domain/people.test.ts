import { expect, test } from 'vitest';
import { People } from '../../../lib/domain/people';

// Four referrals: A_CODE has the first two, Germany the second and the third, the last has registered nowhere.
const people = new People(
  {
    referral: Uint32Array.of(0, 1, 2, 3),
    code: Uint32Array.of(0, 0, 1, 1),
    registration: Float64Array.of(10, 20, 30, Number.NaN),
    referrals: 4,
  },
  ['A_CODE', 'B_CODE'],
);
const countries = { list: ['unknown', 'DE'], of: Uint16Array.of(0, 1, 1, 0) };
const membersOf = (set?: { has(party: number): boolean }) => set && [0, 1, 2, 3].filter(p => set.has(p));

test.each([
  [{}, undefined, undefined, undefined, [10, 20, 30]],
  [{ account: 'spot' as const }, undefined, undefined, undefined, [10, 20, 30]],
  [{ code: 'B_CODE' }, 1, undefined, [2, 3], [30]],
  [{ country: 'DE' }, undefined, [1, 2], [1, 2], [20, 30]],
  [{ country: 'DE', code: 'A_CODE' }, 0, [1, 2], [1], [20]],
  [{ country: 'FR', code: 'A_CODE' }, 0, [], [], []],
])('%o leaves', (by, code, among, left, moments) => {
  const { select, registrations } = people.narrowed(by, countries);
  expect(select.account).toBe('account' in by ? by.account : undefined);
  expect(select.code).toBe(code);
  expect(membersOf(select.among)).toEqual(among);
  expect(membersOf(select.people)).toEqual(left);
  expect([...registrations.moments]).toEqual(moments);
});

test('a code nobody has used matches no position', () => {
  const { select, registrations } = people.narrowed({ code: 'NEVER' });
  expect(select.code).toBe(0xffffffff);
  expect(registrations.count).toBe(0);
});

test('sets are kept: by what they are narrowed to, and for as long as countries are the same', () => {
  const one = people.narrowed({ country: 'DE', code: 'A_CODE' }, countries).select;
  const same = people.narrowed({ code: 'A_CODE', account: 'spot', country: 'DE' }, countries).select;
  expect(same.people).toBe(one.people);
  expect(people.narrowed({ country: 'DE', code: 'B_CODE' }, countries).select.among).toBe(one.among);
  const told = { list: ['unknown', 'DE'], of: Uint16Array.of(1, 0, 0, 0) };
  expect(membersOf(people.narrowed({ country: 'DE' }, told).select.people)).toEqual([0]);
  const byCode = people.narrowed({ code: 'A_CODE' }, countries);
  expect(people.narrowed({ code: 'A_CODE' }, told).select.people).toBe(byCode.select.people);
  expect(people.narrowed({ code: 'A_CODE' }).registrations).toBe(byCode.registrations);
});

test('while nobody has told a country, everybody is of an unknown one', () => {
  expect(membersOf(people.narrowed({ country: 'unknown' }).select.people)).toEqual([0, 1, 2, 3]);
  expect(membersOf(people.narrowed({ country: 'DE' }).select.people)).toEqual([]);
});
