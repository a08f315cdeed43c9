import { describe, expect, test, vi } from 'vitest';
import { memo, memoBy, once, weakMemo } from '../../../lib/domain/memo';

describe('a memo', () => {
  test('makes one value a key', () => {
    const make = vi.fn((key: string) => ({ key }));
    const read = memo(make);
    expect(read('a')).toBe(read('a'));
    expect(read('b')).toEqual({ key: 'b' });
    expect(make).toHaveBeenCalledTimes(2);
  });

  test('by what is said of a key makes one value for keys that are alike', () => {
    const make = vi.fn((key: { id: number }) => ({ of: key.id }));
    const read = memoBy(({ id }) => id, make);
    expect(read({ id: 1 })).toBe(read({ id: 1 }));
    expect(make).toHaveBeenCalledOnce();
  });

  test('of objects makes one value an object, equal or not', () => {
    const read = weakMemo((key: object) => ({ key }));
    const one = {};
    expect(read(one)).toBe(read(one));
    expect(read(one)).not.toBe(read({}));
  });

  test('of what there is one of makes it when it is first asked for', () => {
    const make = vi.fn(() => ({}));
    const read = once(make);
    expect(make).not.toHaveBeenCalled();
    expect(read()).toBe(read());
    expect(make).toHaveBeenCalledOnce();
  });

  test('shares a promise that waits, forgets one that failed and keeps one that came true', async () => {
    let answer = Promise.withResolvers<string>();
    const make = vi.fn((_: string) => answer.promise);
    const read = memo(make);
    const [first, second] = [read('a'), read('a')];
    answer.reject(new Error('the database is away'));
    await expect(first).rejects.toThrow('away');
    await expect(second).rejects.toThrow('away');
    expect(make).toHaveBeenCalledOnce();
    answer = Promise.withResolvers<string>();
    const third = read('a');
    answer.resolve('there');
    expect(await third).toBe('there');
    expect(read('a')).toBe(third);
    expect(make).toHaveBeenCalledTimes(2);
  });
});
