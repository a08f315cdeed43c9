import { describe, expect, test } from 'vitest';
import { parseDay } from '../../../lib/domain/day';
import { change, money, percent } from '../../../lib/text/format';
import { compared, span } from '../../../lib/text/spans';

const day = (iso: string) => parseDay(iso)!;
const today = day('2026-11-22');

test.each([
  [1_005_928_000_000n, '10,059.28'],
  [-310_000_000n, '−3.10'],
  [499_999n, '0.00'],
  [-499_999n, '0.00'],
  [500_000n, '0.01'],
  [123_456_789_012_345_678n, '1,234,567,890.12'],
  [0n, '0.00'],
])('%d units are shown as %s', (units, want) => {
  expect(money(units)).toBe(want);
});

test('every digit on demand', () => {
  expect(money(608_292n, 8)).toBe('0.00608292');
});

describe('spans', () => {
  test.each([
    ['2026-11-22', '2026-11-22', 'Nov 22'],
    ['2026-11-01', '2026-11-22', 'Nov 1–22'],
    ['2026-10-24', '2026-11-22', 'Oct 24 – Nov 22'],
    ['2026-10-01', '2026-10-31', 'Oct 2026'],
    ['2025-01-01', '2025-12-31', '2025'],
    ['2025-12-20', '2026-01-04', 'Dec 20, 2025 – Jan 4, 2026'],
    ['2024-02-03', '2024-02-09', 'Feb 3–9, 2024'],
  ])('%s to %s', (from, to, want) => {
    expect(span({ from: day(from), to: day(to) }, today)).toBe(want);
  });

  test('what is compared with', () => {
    const until = Date.parse('2026-11-21T13:00Z');
    expect(compared({ from: day('2026-11-21'), to: day('2026-11-20'), until }, today)).toBe(
      'vs Nov 21 until 13:00',
    );
    expect(compared({ from: day('2026-10-01'), to: day('2026-10-31') }, today)).toBe('vs Oct 2026');
  });
});

test('changes carry their sign', () => {
  expect(change({ percent: 18.44 })).toBe('+18.4\u202f%');
  expect(change({ percent: -2.16 })).toBe('−2.2\u202f%');
  expect(change({ percent: -0.04 })).toBe('0.0\u202f%');
  expect(change('new')).toBe('new');
  expect(percent(1234.5)).toBe('1,234.5\u202f%');
});
