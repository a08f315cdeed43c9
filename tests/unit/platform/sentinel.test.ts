import { expect, test, vi } from 'vitest';

vi.mock('wxt/browser', () => ({ browser: {} }));
const { isDamaged, parseSentinel } = await import('../../../lib/platform/sentinel');

test.each([undefined, null, 3, {}, { generation: 1, rows: '2', checksum: 3 }])('%j is no sentinel', raw => {
  expect(parseSentinel(raw)).toBeUndefined();
});

const seen = { generation: 5, rows: 10, checksum: 7 };
test.each([
  ['the same ledger', seen, false],
  ['a newer one, though it holds less: something was undone', { generation: 6, rows: 0, checksum: 0 }, false],
  ['an older one', { ...seen, generation: 4 }, true],
  ['an empty one', { generation: 0, rows: 0, checksum: 0 }, true],
  ['one with rows missing', { ...seen, rows: 9 }, true],
  ['one with other rows', { ...seen, checksum: 8 }, true],
])('%s', (_, ledger, damaged) => {
  expect(isDamaged(ledger, seen)).toBe(damaged);
  expect(isDamaged(ledger, undefined)).toBe(false);
});
