import { expect, test } from 'vitest';
import { isCode, joinLink } from '../../../lib/domain/link';

test('the join link is built from parts and holds nothing but the code', () => {
  expect(joinLink('CPA_00ABCDEFGH')).toBe('https://www.binance.com/join?ref=CPA_00ABCDEFGH');
});

test.each(['', 'ab', 'a'.repeat(33), 'a&b', 'a b', 'ä1234', '../x', 'x"onload', 'abc\n'])(
  '%j is no code',
  text => {
    expect(isCode(text)).toBe(false);
    expect(() => joinLink(text)).toThrow(RangeError);
  },
);
