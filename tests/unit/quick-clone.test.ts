import { expect, test } from 'vitest';
import { quickClone } from './quick-clone';

const native = structuredClone;

test.each([
  [undefined],
  [null],
  [5n],
  ['text'],
  [{ a: [1, { b: undefined }], c: null }],
  [{ times: new Float64Array([1, 2]), values: new BigInt64Array([3n]), bits: new Uint32Array([4]) }],
  [new Map([['a', new Set([1])]])],
  [new Date(5)],
])('the quick clone of %o is the native one', value => {
  const copy = quickClone(value);
  expect(copy).toEqual(native(value));
  if (typeof value === 'object' && value !== null) expect(copy).not.toBe(value);
});

test('what cannot be stored is refused', () => {
  expect(() => quickClone({ a: () => {} })).toThrow();
  expect(() => quickClone([Symbol('a')])).toThrow();
});

test('what is changed afterwards is not changed in the copy', () => {
  const value = { list: [{ n: 1 }], bytes: new Uint8Array([1, 2]).subarray(1) };
  const copy = quickClone(value);
  value.list[0].n = 2;
  value.bytes[0] = 9;
  expect(copy).toEqual({ list: [{ n: 1 }], bytes: new Uint8Array([2]) });
});
