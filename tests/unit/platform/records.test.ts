import { expect, test, vi } from 'vitest';

vi.mock('wxt/browser', () => ({ browser: {} }));
const { parseSentinel } = await import('../../../lib/platform/sentinel');

test.each([undefined, null, 3, {}, { generation: 1, rows: '2', checksum: 3 }])('%j is no sentinel', raw => {
  expect(parseSentinel(raw)).toBeUndefined();
});
