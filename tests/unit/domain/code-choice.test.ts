import { expect, test } from 'vitest';
import { codeInUse, rememberCode } from '../../../lib/domain/code-choice';

const codes = ['MINE', 'OTHER'];

test.each([
  [{ codes, defaultCode: 'MINE' }, 'MINE'],
  [{ codes, defaultCode: 'MINE', lastCode: 'OTHER' }, 'OTHER'],
  // It has been removed since.
  [{ codes, defaultCode: 'MINE', lastCode: 'GONE' }, 'MINE'],
  [{ codes: [], lastCode: 'GONE' }, undefined],
])('with %j links are made with %s', (choice, want) => {
  expect(codeInUse(choice)).toBe(want);
});

test('a code that is used is remembered, unless it is the default or not the user’s', () => {
  const choice = { codes, defaultCode: 'MINE', theme: 'dark' };
  expect(rememberCode(choice, 'OTHER')).toEqual({ ...choice, lastCode: 'OTHER' });
  expect(rememberCode({ ...choice, lastCode: 'OTHER' }, 'MINE')).toEqual(choice);
  expect(rememberCode(choice, 'THEIRS')).toEqual(choice);
});
