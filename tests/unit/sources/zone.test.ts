import { expect, test } from 'vitest';
import { withoutZone, zoneOf } from '../../../lib/sources/zone';

test.each<[string, number | undefined]>([
  ['a(UTC+1).csv', 3_600_000],
  ['a(UTC--6)_b.csv', -6 * 3_600_000],
  ['a(UTC-3).csv', -3 * 3_600_000],
  ['a(UTC+5_45).csv', 5.75 * 3_600_000],
  ['a(UTC).csv', 0],
  ['a.csv', undefined],
  ['a(UTC+99).csv', undefined],
])('the zone of %s', (name, zone) => expect(zoneOf(name)).toBe(zone));

test.each([
  ['Commission Time(UTC+8)', 'Commission Time'],
  ['Time (UTC)', 'Time'],
  ['返佣时间（UTC+8）', '返佣时间'],
  ['Commission Earned (USDT)', 'Commission Earned (USDT)'],
])('%s without its zone', (cell, bare) => expect(withoutZone(cell)).toBe(bare));
