import { describe, expect, test } from 'vitest';
import { FORM } from '../../../lib/text/format';
import { typedNumber } from '../../../lib/text/typed';

describe('typed numbers', () => {
  test.each([
    ['15000', '15000'],
    ['15,000', '15000'],
    ['1,234,567.5', '1234567.5'],
    ['12,50', '12.50'],
    ['1.234.567,5', '1234567.5'],
    ['15 000,5', '15000.5'],
    ['−3.1', '-3.1'],
    ['.5', '0.5'],
    ['1.500', '1.500'],
    ['1,500', '1500'],
    ['1,50,0', undefined],
    ['1.2.3', undefined],
    ['12 USDT', undefined],
    ['', undefined],
    ['-', undefined],
  ])('%s in English is %s', (text, plain) => expect(typedNumber(text)).toBe(plain));

  test('what could be read two ways is read as the page writes numbers', () => {
    Object.assign(FORM, { group: '.', point: ',' });
    expect(typedNumber('1.500')).toBe('1500');
    expect(typedNumber('1,500')).toBe('1.500');
    expect(typedNumber('12.50')).toBe('12.50');
    Object.assign(FORM, { group: ',', point: '.' });
  });
});
