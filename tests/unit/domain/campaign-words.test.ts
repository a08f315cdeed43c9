import { describe, expect, test } from 'vitest';
import {
  campaignPeriod,
  isForAffiliates,
  kindOf,
  prizeOf,
  regionOf,
} from '../../../lib/domain/campaign-words';

/** Wordings of docs/facts/binance.md §4.3. */
test.each([
  [
    'Promotion Period: 2025-09-29 09:00 (UTC) to 2025-10-20 23:59 (UTC)',
    '2025-09-29T09:00:00Z',
    '2025-10-20T23:59:59Z',
  ],
  ['2026-06-09 00:00:00 (UTC) to 2026-06-22 23:59:59 (UTC)', '2026-06-09T00:00:00Z', '2026-06-22T23:59:59Z'],
  [
    '1st QUID Trading Competition Promotion Period: 2026-08-05 13:00 (UTC) to 2026-08-12 13:00 (UTC)',
    '2026-08-05T13:00:00Z',
    '2026-08-12T13:00:00Z',
  ],
  [
    'Activity Period: 2023/09/08 00:00:00 - 2023/09/23 23:59:59 (UTC)',
    '2023-09-08T00:00:00Z',
    '2023-09-23T23:59:59Z',
  ],
  [
    'from 2021-08-01 00:00 AM (UTC) to 2021-10-31 11:59 PM (UTC)',
    '2021-08-01T00:00:00Z',
    '2021-10-31T23:59:59Z',
  ],
  [
    'Farming Period: 2026-01-01 00:00 (UTC) | - | – 2026-02-01 00:00 (UTC)',
    '2026-01-01T00:00:00Z',
    '2026-02-01T00:00:00Z',
  ],
  [
    'Campaign Period: 2026-01-01 08:00 (UTC+8) to 2026-01-02 08:00 (UTC+8)',
    '2026-01-01T00:00:00Z',
    '2026-01-02T00:00:00Z',
  ],
])('%s', (text, from, to) => {
  const period = campaignPeriod(text)!;
  expect([new Date(period.from).toISOString(), new Date(period.to).toISOString()]).toEqual([
    from.replace('Z', '.000Z'),
    to.replace('Z', '.000Z'),
  ]);
});

describe('what is not stated stays unknown', () => {
  test.each([
    'Trade and share! (2026-07-30)',
    '2026-06-09 00:00 to 2026-06-22 23:59, your local time',
    '2026-06-22 23:59 (UTC) to 2026-06-09 00:00 (UTC)',
    '2026-13-40 00:00 (UTC) to 2026-14-22 23:59 (UTC)',
    '',
  ])('%s', text => {
    expect(campaignPeriod(text)).toBeUndefined();
  });
});

test('the campaign’s own periods count, not those of its details', () => {
  const text =
    'Registration: 2026-01-01 00:00 (UTC) to 2026-01-02 00:00 (UTC)\nPromotion Period: 2026-02-01 00:00 (UTC) to 2026-02-05 00:00 (UTC)\nSecond Promotion Period: 2026-02-06 00:00 (UTC) to 2026-02-09 00:00 (UTC)';
  const period = campaignPeriod(text)!;
  expect([new Date(period.from).getUTCDate(), new Date(period.to).getUTCDate()]).toEqual([1, 9]);
});

test.each([
  [
    'August Affiliate Dual-Star Program: Refer & Trade to Share the 500,000 USDC Prize Pool!',
    'referral',
    '500,000 USDC',
    true,
  ],
  ['Referral Summer Finale: Invite Friends and Earn Up to 8,000 USDC', 'referral', 'Up to 8,000 USDC', true],
  [
    'ERA Trading Tournament: Trade to Share Up to 5,000,000 ERA Token Vouchers',
    'competition',
    'Up to 5,000,000 ERA',
    false,
  ],
  [
    'Binance Alpha Trading Competition: Trade Cap (CAP) and Share $200K Worth of Rewards (2026-07-30)',
    'competition',
    '$200K',
    false,
  ],
  [
    'Limited-Time LATAM New User Gift: Deposit & Trade to Get Up to 15 USDT worth of Rewards',
    'new-users',
    'Up to 15 USDT',
    false,
  ],
  ['Binance Earn Bloom Season: Share $1 Million Worth of SENT Rewards', 'earn', '$1 Million', false],
  ['Wallet news', 'other', undefined, false],
] as const)('%s', (title, kind, prize, affiliate) => {
  expect([kindOf(title), prizeOf(title), isForAffiliates(title)]).toEqual([kind, prize, affiliate]);
});

test('a rule of dashes behind a date takes no time', () => {
  const start = performance.now();
  expect(
    campaignPeriod(`2026-01-01 00:00 (UTC) ${'-'.repeat(5_000)}${'| – '.repeat(5_000)} nothing`),
  ).toBeUndefined();
  // It was for ever: each further dash took twice the time.
  expect(performance.now() - start).toBeLessThan(2_000);
});

test('a region is named as the title names it', () => {
  expect(regionOf('Limited-Time LATAM New User Gift')).toBe('LATAM');
  expect(regionOf('Latam-like words are none: Flatamerica')).toBe('Latam');
  expect(regionOf('Share rewards')).toBeUndefined();
});
