import { expect, test } from 'vitest';
import { saidNarrowing } from '../../../lib/text/narrowing';

test('what narrows is said by name, dimension by dimension', () => {
  expect(saidNarrowing({})).toEqual([]);
  expect(saidNarrowing({ country: 'DE', account: 'spot', code: 'A_CODE' })).toEqual([
    { dimension: 'account', value: 'spot', name: 'Spot (Margin)', chip: 'Account is Spot (Margin)' },
    { dimension: 'code', value: 'A_CODE', name: 'A_CODE', chip: 'Code is A_CODE' },
    { dimension: 'country', value: 'DE', name: 'Germany', chip: 'Country is Germany' },
  ]);
});
