/** A referral code, in every public form: digits, words, `CPA_…`, `GRO_…`, `LIMIT_…` (docs/facts/binance.md §3). */
const CODE = /^[A-Za-z0-9_]{3,32}$/;
/** @internal */
export const BINANCE_SITE = 'https://www.binance.com';

export function isCode(text: string): boolean {
  return CODE.test(text);
}

/** @internal @throws RangeError for anything that is not a code. */
export function checkedCode(code: string): string {
  if (!isCode(code)) throw new RangeError('not a referral code');
  return code;
}

/**
 * The form Binance tells affiliates to use: it counts for new users and for recalled ones.
 * Built from parts, so nothing but a valid code can get into it.
 * @throws RangeError for anything that is not a code.
 */
export function joinLink(code: string): string {
  return `${BINANCE_SITE}/join?ref=${checkedCode(code)}`;
}
