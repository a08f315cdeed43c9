import { expect, test } from 'vitest';
import { allowance } from '../../../lib/domain/allowance';

/** How many of so many questions, one each so many ms, are answered. */
const answered = (count: number, every: number) => {
  const isAllowed = allowance<string>();
  return Array.from({ length: count }, (_, i) => isAllowed('tab', i * every)).filter(Boolean).length;
};

test.each([
  ['our own script, four a second for a minute', 240, 250, 240],
  ['a handful of presses at once', 12, 0, 12],
  ['5,000 at once', 5_000, 0, 20],
  ['a thousand a second for ten seconds', 10_000, 1, 69],
])('of %s: %i each %i ms, %i are answered', (_, count, every, want) => {
  expect(answered(count, every)).toBe(want);
});

test('one asker uses up nobody else’s, a clock that goes back gives nothing, and rest gives it back', () => {
  const isAllowed = allowance<string>();
  for (let i = 0; i < 25; i++) isAllowed('loud', 10_000);
  expect(isAllowed('loud', 10_000)).toBe(false);
  expect(isAllowed('quiet', 10_000)).toBe(true);
  expect(isAllowed('loud', 0)).toBe(false);
  expect(isAllowed('loud', 4_000)).toBe(true);
});

test('askers by the thousand are forgotten, those who still ask are not', () => {
  const isAllowed = allowance<number>();
  for (let i = 0; i < 25; i++) isAllowed(-1, 0);
  for (let tab = 0; tab < 5_000; tab++) expect(isAllowed(tab, 0)).toBe(true);
  expect(isAllowed(-1, 0)).toBe(false);
});
