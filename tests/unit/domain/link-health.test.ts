import { expect, test } from 'vitest';
import { linkHealth } from '../../../lib/domain/link-health';

test.each([
  ['https://www.binance.com/join?ref=MINE', 'join', 'MINE', true, true],
  ['https://www.binance.com/en/join?ref=MINE', 'join', 'MINE', true, true],
  ['https://accounts.binance.com/register?ref=MINE', 'register', 'MINE', true, false],
  ['https://accounts.binance.com/en/register?ref=OTHER', 'register', 'OTHER', false, false],
  ['https://www.binance.com/en/futures/ref/MINE', 'futures', 'MINE', true, false],
  ['https://www.binance.com/en/support/announcement/abc?ref=MINE', 'page', 'MINE', true, false],
  ['https://s.binance.com/XXXXXXXX', 'short', undefined, false, false],
  ['https://www.binance.com/en/trade/BTC_USDT', 'unknown', undefined, false, false],
])('%s is a %s link of %s', (address, form, code, own, recalls) => {
  expect(linkHealth(address, ['MINE'])).toEqual({
    host: true,
    form,
    ...(code && { code }),
    own,
    recalls,
    doubled: false,
  });
});

test.each([
  'http://www.binance.com/join?ref=MINE',
  'https://www.binance.com.evil.example/join?ref=MINE',
  'https://www.binance.com@evil.example/join?ref=MINE',
  'https://user:x@www.binance.com/join?ref=MINE',
  'https://www.binance.com:8443/join?ref=MINE',
  'https://www.binance.info/join?ref=MINE',
  'https:\\\\www.binance.com\\join?ref=MINE',
  'not a link',
  '',
])('%s does not lead to Binance', address => {
  expect(linkHealth(address, ['MINE']).host).toBe(false);
});

test('two codes in one address are told', () => {
  expect(linkHealth('https://www.binance.com/join?ref=MINE&ref=OTHER', ['MINE']).doubled).toBe(true);
});
