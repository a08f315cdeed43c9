import { expect, test } from 'vitest';
import { accountOf, marketOf } from '../../../lib/domain/account';

test.each([
  ['spot', 'spot', 'spot'],
  ['Spot', 'spot', 'spot'],
  ['margin', 'margin', 'spot'],
  ['USDT-futures', 'usd-m futures', 'futures'],
  ['USDT_futures', 'usd-m futures', 'futures'],
  ['USD-M Futures', 'usd-m futures', 'futures'],
  ['COIN-futures', 'coin-m futures', 'futures'],
  ['Coin-M Futures', 'coin-m futures', 'futures'],
  ['mining', 'mining', 'mining'],
  ['Pool', 'mining', 'mining'],
  ['现货', 'spot', 'spot'],
  ['合约', 'usd-m futures', 'futures'],
  ['币本位合约', 'coin-m futures', 'futures'],
  ['options', 'other', 'other'],
  ['', 'other', 'other'],
  ['spotlight', 'other', 'other'],
])('%s is %s', (literal, market, account) => {
  expect(marketOf(literal)).toBe(market);
  expect(accountOf(marketOf(literal))).toBe(account);
});
