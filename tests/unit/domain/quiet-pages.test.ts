import { expect, test } from 'vitest';
import { hideAt, isQuietAt } from '../../../lib/domain/quiet-pages';

const CUP = 'https://www.binance.com/en/support/announcement/summer-cup';
const CUP_SPANISH = 'https://www.binance.com/es/support/announcement/summer-cup?ref=X';
const OTHER = 'https://www.binance.com/en/support/announcement/winter-cup';
const TRADE = 'https://www.binance.com/en/trade/BTC_USDT';

test('hidden on a page, our buttons stay away from it in every language, and from no other', () => {
  const settings = hideAt({}, 'page', CUP);
  expect([CUP, CUP_SPANISH, OTHER].map(address => isQuietAt(settings, address))).toEqual([true, true, false]);
  expect(isQuietAt(hideAt({}, 'page', TRADE), TRADE)).toBe(true);
});

test('hidden on the site they stay away from all of it', () => {
  expect(isQuietAt(hideAt({}, 'site', CUP), OTHER)).toBe(true);
  expect(isQuietAt({}, OTHER)).toBe(false);
});

test('the oldest of many hidden pages is forgotten', () => {
  let settings: { quietPages?: string[] } = hideAt({}, 'page', CUP);
  for (let i = 0; i < 200; i++) settings = hideAt(settings, 'page', `${OTHER}-${i}`);
  expect(settings.quietPages).toHaveLength(200);
  expect(isQuietAt(settings, CUP)).toBe(false);
});
