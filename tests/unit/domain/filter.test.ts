import { expect, test } from 'vitest';
import { formatHash, PARAMETERS, parseHash } from '../../../lib/domain/filter';
import type { Dimension } from '../../../lib/domain/narrowing';

test.each([
  ['#/overview?period=this-month&account=futures&interval=week&metric=miners&code=bp_code'],
  ['#/overview?period=custom&from=2026-01-01&to=2026-01-31'],
  ['#/data'],
  ['#/overview?compare=year'],
  ['#/links?period=all'],
])('%s comes back as it went', hash => {
  expect(formatHash(parseHash(hash))).toBe(hash);
});

test.each([
  ['', '#/overview'],
  ['#/overview?period=nonsense&account=other&interval=hour', '#/overview'],
  ['#/overview?period=custom', '#/overview'],
  ['#/overview?period=custom&from=2026-02-30&to=2026-03-01', '#/overview'],
  ['#/overview?from=2026-03-02&to=2026-03-01', '#/overview'],
  ['#/overview?code=<script>', '#/overview'],
  ['#/overview?from=0001-01-01&to=9999-12-31', '#/overview'],
  ['#/overview?period=30d', '#/overview'],
  ['#/overview?from=2026-01-01&to=2026-01-02', '#/overview?period=custom&from=2026-01-01&to=2026-01-02'],
])('%s is read as %s', (hash, want) => {
  expect(formatHash(parseHash(hash))).toBe(want);
});

test.each<[Dimension, string, string | undefined]>([
  ['account', 'futures', 'futures'],
  ['account', 'other', undefined],
  ['account', '', undefined],
  ['code', 'bp_code', 'bp_code'],
  ['code', '<script>', undefined],
  ['code', '', undefined],
  ['country', 'BR', 'BR'],
  ['country', 'unknown', 'unknown'],
  ['country', 'XX', undefined],
  ['country', '', undefined],
])('%s of an address: "%s" is %s', (dimension, text, want) => {
  expect(PARAMETERS[dimension](text)).toBe(want);
});
