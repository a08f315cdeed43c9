import { expect, test } from 'vitest';
import { LastAsked } from '../../../lib/domain/last-asked';
import { memo } from '../../../lib/domain/memo';

test.each([
  ['no more than there is room for', 'a b c', 'b c'],
  ['what is asked for again stays', 'a b a c', 'a c'],
  ['what is asked for twice is one', 'a b b', 'a b'],
])('of what was asked for last is kept: %s', (_, asked, kept) => {
  const made: string[] = [];
  const read = memo((key: string) => made.push(key) && key, new LastAsked<string, string>(2));
  for (const key of asked.split(' ')) read(key);
  made.length = 0;
  for (const key of kept.split(' ')) read(key);
  expect(made).toEqual([]);
  for (const key of 'abc'.split('').filter(letter => !kept.includes(letter))) {
    read(key);
    expect(made).toContain(key);
  }
});
