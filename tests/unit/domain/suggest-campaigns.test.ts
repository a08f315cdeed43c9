import { expect, test } from 'vitest';
import type { Campaign } from '../../../lib/domain/campaign';
import { suggestCampaigns } from '../../../lib/domain/suggest-campaigns';

const NOW = Date.UTC(2026, 10, 22);
const DAY = 86_400_000;
const campaign = (title: string, days: number): Campaign => ({
  title,
  kind: 'competition',
  url: `https://www.binance.com/en/support/announcement/${title.toLowerCase().replaceAll(' ', '-')}`,
  to: NOW + days * DAY,
});
const titles = (all: Campaign[], text: string) => suggestCampaigns(all, text, 'MINE', NOW).map(s => s.title);

test('what ends first comes first, what is over does not come', () => {
  const all = [campaign('Winter Cup', 9), campaign('Summer Cup', 1), campaign('Old Cup', -1)];
  expect(titles(all, ' CUP ')).toEqual(['Summer Cup', 'Winter Cup']);
  expect(titles(all, 'winter')).toEqual(['Winter Cup']);
  expect(suggestCampaigns(all, 'winter', 'MINE', NOW)[0].link).toBe(
    'https://www.binance.com/en/support/announcement/winter-cup?ref=MINE',
  );
});

test('six at most, and none whose address is no campaign of Binance', () => {
  const many = Array.from({ length: 9 }, (_, i) => campaign(`Cup ${i}`, i + 1));
  const foreign = {
    ...campaign('Cup', 0.5),
    url: 'https://www.binance.com.evil.example/en/support/announcement/x',
  };
  expect(titles([foreign, ...many], 'cup')).toEqual(many.slice(0, 6).map(c => c.title));
});
