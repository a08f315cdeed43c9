import type { Programme } from './bonus';

/**
 * Programmes Binance has had, to begin with: docs/facts/binance.md §2.4, from public articles. Their numbers change,
 * so every one bears its date and can be edited. Only what those articles state is here: tiers they leave out are
 * left out.
 */
export const BONUS_PRESETS: Record<string, Programme> = {
  'futures-bonus': {
    name: 'Futures Affiliate Bonus',
    metric: 'fees-futures',
    when: { is: 'month' },
    versions: [{ from: 0, tiers: [{ name: 'Stated example', threshold: '15000', reward: '1,500 USDT' }] }],
    needs: { metric: 'new-traders-futures', threshold: '3', when: { is: 'rolling', months: 3 } },
    note: 'Up to 20 % on top of 30 %, up to 72,000 USDT a month by the fees of referrals. The article states one example tier; add yours.',
    source: { text: 'Binance blog 421499824684900492', date: '2022' },
  },
  'futures-badges': {
    name: 'Futures badges (traders)',
    metric: 'traders-futures',
    when: { is: 'month' },
    versions: [
      {
        from: 0,
        tiers: [
          { name: 'Silver', threshold: '3', reward: '42 %' },
          { name: 'Gold', threshold: '10', reward: '45 %' },
          { name: 'Diamond', threshold: '25', reward: '50 %' },
          { name: 'Guru', threshold: '50', reward: '50 % and 4,000 USDT a month' },
        ],
      },
    ],
    note: 'The badges also need a trading volume of 17, 50, 100 and 200 BTC, which no export has.',
    source: { text: 'Binance Futures affiliate badges', date: '2023' },
  },
};
