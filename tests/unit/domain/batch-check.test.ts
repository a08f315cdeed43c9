import { expect, test } from 'vitest';
import { checkIds, findIds } from '../../../lib/domain/batch-check';

const known = new Map([
  ['42254326', 0],
  ['0042', 1],
  ['odd-id', 2],
  ['90071992547409931', 3],
  ['11111', 4],
]);

test('ids are found in any text, each once, zeros and all', () => {
  const text =
    'see 42254326, 42254326; "0042"\n(odd-id) uid:90071992547409931! 2026-11-22 12345 1234 x99999x';
  expect(findIds(text, known)).toEqual(['42254326', '0042', 'odd-id', '90071992547409931', '12345', '99999']);
});

test('each id gets its state', () => {
  const within = {
    low: new Float64Array([5, 0, 0, 0, 0]),
    high: new Float64Array([0, -1, 0, 0, 0]),
    seen: new Uint8Array([1, 1, 0, 0, 0]),
  };
  const table = {
    home: new Int32Array(5),
    first: [],
    last: new Int32Array(5),
    total: { ...within, seen: new Uint8Array([1, 1, 1, 0, 0]) },
  };
  const states = checkIds(['42254326', '0042', 'odd-id', '11111', '777777'], known, table, within);
  expect(states.map(s => s.state)).toEqual(['earning', 'negative', 'idle', 'registered', 'missing']);
});
