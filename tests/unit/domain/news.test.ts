import { expect, test } from 'vitest';
import { chooseNews, type News, NOTHING_TOLD } from '../../../lib/domain/news';
import { badgeText, newsText } from '../../../lib/text/news';

const news = (key: string): News => ({ key, is: 'tier', name: key });

test('nothing is told twice, and no day tells more than two', () => {
  const first = chooseNews(['a', 'b', 'c'].map(news), NOTHING_TOLD, 10);
  expect(first.tell.map(n => n.key)).toEqual(['a', 'b']);
  const second = chooseNews(['a', 'b', 'c'].map(news), first.told, 10);
  expect(second.tell).toEqual([]);
  const next = chooseNews(['a', 'b', 'c', 'd'].map(news), second.told, 11);
  expect(next.tell.map(n => n.key)).toEqual(['c', 'd']);
  expect(next.told.keys).toEqual(['a', 'b', 'c', 'd']);
});

test('a notification says what and how much; the badge has room for four characters', () => {
  expect(newsText({ key: '', is: 'first-commission', name: '', units: 312_840_000_000n })).toEqual({
    title: 'First commission today',
    message: '3,128.40 BUSD so far',
  });
  const badges = [
    0n,
    40_000_000n,
    31_284_000_000n,
    123_456_000_000n,
    9_999_999_000_000n,
    12,
    0,
    -250_000_000n,
  ];
  expect(badges.map(badgeText)).toEqual(['', '0.4', '313', '1200', '100k', '12', '', '-2.5']);
});
