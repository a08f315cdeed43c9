import { describe, expect, test } from 'vitest';
import { readTexts, type Texts } from './reach';

/** What is easily written anew where it is needed, and the one module that has it. */
const HOMES: [what: string, written: RegExp, homes: string[]][] = [
  ['a day, an hour or a minute in ms', /\b(?:86_?400_?000|3_?600_?000|60_000)\b/, ['lib/domain/day.ts']],
  // The demo's dice are no money: they make a fraction of 32 random bits.
  ['32-bit halves of money', /\b4_?294_?967_?296n?\b/, ['lib/domain/money.ts', 'lib/sources/demo.ts']],
  ['bits of a set', />>>\s*5\b/, ['lib/domain/bits.ts']],
  ['a binary search', /\([^()]*\+[^()]*\)\s*>>>?\s*1\b/, ['lib/domain/binary-search.ts']],
  [
    'the parts of a slot',
    /\b(?:kindOfSlot|SLOTS_PER_DAY)\b/,
    ['lib/domain/rollup.ts', 'lib/domain/cells.ts', 'lib/domain/referral-table.ts'],
  ],
];

const strays = (texts: Texts, written: RegExp, homes: string[]) =>
  [...texts].filter(([file, text]) => !homes.includes(file) && written.test(text)).map(([file]) => file);

describe('written in one place only', () => {
  const texts = readTexts('lib', 'components', 'entrypoints');

  test.each(HOMES)('%s', (_, written, homes) => {
    expect(strays(texts, written, homes)).toEqual([]);
    // A place that has moved must not leave the check without anything to find.
    for (const home of homes) expect(written.test(texts.get(home) ?? ''), home).toBe(true);
  });

  test.each([
    [0, 'const DAY = 86_400_000;'],
    [0, 'const HOUR = 3600000;'],
    [1, 'BigInt(high) * 4_294_967_296n'],
    [2, 'bits[p >>> 5] & (1 << (p & 31))'],
    [3, 'const middle = (low + high) >>> 1;'],
    [4, 'if (kindOfSlot(slot) !== 0) continue;'],
  ])('copy %d is seen: %s', (which, text) => {
    const [, written, homes] = HOMES[which];
    expect(strays(new Map([['lib/ledger/new.ts', text]]), written, homes)).toEqual(['lib/ledger/new.ts']);
  });
});
