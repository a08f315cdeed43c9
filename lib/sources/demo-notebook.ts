import { CAMPAIGN_KINDS, type Campaign } from '../domain/campaign';
import { DAY_MS, dayOf, firstDayOf, HOUR_MS, monthOf } from '../domain/day';
import { EMPTY_NOTEBOOK, type Notebook } from '../domain/notebook';

/** What the demo's affiliate has written down: invented like the rest of it, and only ever shown with the demo. */
export function demoNotebook(now: number): Notebook {
  const today = dayOf(now);
  const start = firstDayOf(monthOf(today) - 23);
  const at = (days: number, hour = 0) => (today + days) * DAY_MS + hour * HOUR_MS;
  const campaign = (
    kind: Campaign['kind'],
    title: string,
    from: number | undefined,
    to: number | undefined,
    prize: string,
  ): Campaign => ({
    title,
    kind: CAMPAIGN_KINDS.includes(kind) ? kind : 'other',
    url: `https://www.binance.com/en/support/announcement/demo-${title.toLowerCase().replace(/[^a-z0-9]+/g, '-')}`,
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
    prize,
  });
  const terms = (spot: number, futures: number, kickback: number) => ({
    ratio: { spot: spot * 100, futures: futures * 100, mining: 500 },
    kickback: { spot: kickback * 100, futures: kickback * 50 },
  });
  return {
    ...EMPTY_NOTEBOOK,
    codes: {
      DEMO_YT: {
        label: 'Video channel',
        channel: 'YouTube',
        terms: [
          { from: start, ...terms(40, 30, 5) },
          { from: today - 120, ...terms(41, 30, 10) },
        ],
      },
      DEMO_TG: { label: 'Group', channel: 'Telegram', terms: [{ from: start, ...terms(41, 30, 0) }] },
      DEMO_BLOG: { label: 'Guides', channel: 'Blog', terms: [{ from: start, ...terms(40, 30, 20) }] },
      DEMO_X: { channel: 'X', terms: [{ from: start, ...terms(40, 30, 0) }] },
    },
    remarks: {
      'demo-1': { day: today - 9, text: 'Video about futures fees' },
      'demo-2': { day: today - 118, text: 'Kickback of DEMO_YT raised to 10 %' },
    },
    programmes: {
      'demo-monthly': {
        name: 'Monthly futures bonus',
        metric: 'fees-futures',
        when: { is: 'month' },
        versions: [
          {
            from: 0,
            tiers: [
              { name: 'Tier 1', threshold: '15000', reward: '1,500 USDT' },
              { name: 'Tier 2', threshold: '40000', reward: '4,000 USDT' },
              { name: 'Tier 3', threshold: '120000', reward: '12,000 USDT' },
            ],
          },
        ],
        needs: {
          metric: 'new-traders-futures',
          threshold: '3',
          when: { is: 'rolling', months: 3 },
        },
      },
      'demo-badge': {
        name: 'New traders in three months',
        metric: 'new-traders-futures',
        when: { is: 'rolling', months: 3 },
        versions: [
          {
            from: 0,
            tiers: [
              { name: 'Silver', threshold: '300', reward: '42 %' },
              { name: 'Gold', threshold: '500', reward: '45 %' },
              { name: 'Diamond', threshold: '900', reward: '50 %' },
            ],
          },
        ],
      },
    },
    campaigns: {
      'demo-a': campaign('competition', 'Autumn Trading Tournament', at(-12, 9), at(4, 23), '1,000,000 USDT'),
      'demo-b': campaign(
        'referral',
        'Invite Friends and Share a Prize Pool',
        at(-20),
        at(11),
        '500,000 USDT',
      ),
      'demo-c': campaign(
        'new-users',
        'New User Gift: Deposit & Trade',
        at(-3, 8),
        at(27, 23),
        'up to 15 USDT',
      ),
      'demo-d': campaign('airdrop', 'Holder Airdrop, Season 7', at(3, 10), at(9, 10), '200,000 DEMO'),
      'demo-e': campaign('earn', 'Earn Season: Fixed Products', undefined, undefined, ''),
      'demo-f': campaign('competition', 'Summer Futures Cup', at(-90), at(-61, 23), '750,000 USDT'),
    },
    exclusive: {
      'demo-exclusive': {
        name: 'Affiliate Dual-Star Programme',
        metric: 'new-referrals',
        when: { is: 'fixed', from: today - 21, to: today + 9 },
        versions: [
          {
            from: 0,
            tiers: [
              { name: 'One star', threshold: '150', reward: 'share of 100,000 USDT' },
              { name: 'Two stars', threshold: '400', reward: 'share of 400,000 USDT' },
            ],
          },
        ],
        eligibility: 'Affiliates with at least 10 new referrals in the last month.',
      },
      'demo-exclusive-old': {
        name: 'Summer Referral Finale',
        metric: 'traders-spot',
        when: { is: 'fixed', from: today - 110, to: today - 80 },
        versions: [{ from: 0, tiers: [{ name: 'Goal', threshold: '1500', reward: '8,000 USDC' }] }],
        eligibility: 'All affiliates.',
      },
    },
  };
}
