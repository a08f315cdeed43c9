import { expect, test } from 'vitest';
import { parseHash } from '../../../lib/domain/filter';
import { actionOf } from '../../../lib/domain/keys';
import { keyOfSection, parseSectionPath, SECTIONS, sectionOf } from '../../../lib/domain/section';
import { keyList } from '../../../lib/text/keys';
import { NAV } from '../../../lib/text/nav';

test.each([
  ['', 'overview'],
  ['links', 'links'],
  ['links/', 'links/'],
  ['income/bonus', 'income/bonus'],
  ['referrals/50%25/x', 'referrals/50%25/x'],
  ['nonsense', 'overview'],
  ['nonsense/income', 'overview'],
  ['/links', 'overview'],
  ['Overview', 'overview'],
])('the path %j leads to %j', (text, want) => {
  expect(parseSectionPath(text)).toBe(want);
});

test('every section has an address, a name, and its key if it has one', () => {
  for (const { id } of SECTIONS) {
    expect(sectionOf(parseHash(`#/${id}?period=all`).path)).toBe(id);
    const key = keyOfSection(id);
    const listed = keyList().filter(({ keys }) => keys[0] === 'G' && keys[1] === key);
    expect(listed.map(({ does }) => does)).toEqual(key ? [NAV[id]] : []);
    if (key) expect(actionOf(key.toLowerCase(), true)).toEqual({ is: 'section', path: id });
  }
  const letters = SECTIONS.flatMap(({ id }) => keyOfSection(id) ?? []);
  expect(new Set(letters).size).toBe(letters.length);
  expect(actionOf('z', true)).toBeUndefined();
});
