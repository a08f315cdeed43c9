import { expect, test, vi } from 'vitest';

vi.mock('wxt/browser', () => ({ browser: {} }));
const { parseSettings } = await import('../../../lib/platform/settings');

test.each([
  [undefined, { codes: [] }],
  [null, { codes: [] }],
  ['text', { codes: [] }],
  [{ codes: 'no list', consentAt: 'yes' }, { codes: [] }],
  [
    { consentAt: 5, codes: ['GOOD_1', 'bad code', 7, 'GOOD_1'], defaultCode: '"><script>' },
    { consentAt: 5, codes: ['GOOD_1'] },
  ],
  [
    { codes: ['A_B_C'], defaultCode: 'A_B_C', unknown: 1 },
    { codes: ['A_B_C'], defaultCode: 'A_B_C' },
  ],
])('settings %j are read as %j', (raw, want) => {
  expect(parseSettings(raw)).toEqual(want);
});
