import { describe, expect, test } from 'vitest';
import { DECIMAL_COMMA, DecimalReader } from '../../../lib/sources/decimal-bytes';

function read(text: string, point?: number) {
  const reader = new DecimalReader(point);
  const bytes = new TextEncoder().encode(text);
  if (!reader.read(bytes, 0, bytes.length)) return reader.fault;
  return Number((BigInt(reader.high) << 32n) | BigInt(reader.low >>> 0)) / 1e8;
}

describe('numbers with a comma before their decimals', () => {
  test.each<[string, number | string]>([
    ['0,25', 0.25],
    ['1250', 1250],
    ['1.250,75', 1250.75],
    ['-1.250,5', -1250.5],
    ['1.250.000', 1_250_000],
    ['2,2E-07', 2.2e-7],
    // A thousand and more, or one and a bit.
    ['1.250', 'not a number'],
    ['0.25', 'not a number'],
    ['1.25,5', 'not a number'],
  ])('%s', (text, value) => expect(read(text, DECIMAL_COMMA)).toBe(value));
});

describe('numbers with a point', () => {
  test.each<[string, number | string]>([
    ['1,250.75', 1250.75],
    ['1,250,000', 1_250_000],
    ['1,250', 'not a number'],
  ])('%s', (text, value) => expect(read(text)).toBe(value));
});

describe('powers of ten', () => {
  test.each<[string, boolean]>([
    ['2.2E-07', true],
    ['2.2E-7', false],
    // As programs write them, too.
    ['0E-10', false],
    ['1.5E-10', false],
  ])('%s was written by a spreadsheet: %s', (text, isSo) => {
    const reader = new DecimalReader();
    const bytes = new TextEncoder().encode(text);
    reader.read(bytes, 0, bytes.length);
    expect(reader.hasPowers).toBe(isSo);
  });
});
