/** The programme's own grouping of markets; the order is the order of stacking and of storage. */
export const ACCOUNTS = ['spot', 'futures', 'mining', 'other'] as const;
export type Account = (typeof ACCOUNTS)[number];
/** The accounts a filter can name (`account=` in the hash). */
export const FILTER_ACCOUNTS = ['spot', 'futures', 'mining'] as const satisfies Account[];
export type FilterAccount = (typeof FILTER_ACCOUNTS)[number];

export const MARKETS = ['spot', 'margin', 'usd-m futures', 'coin-m futures', 'mining', 'other'] as const;
export type Market = (typeof MARKETS)[number];

/**
 * Words in an export's *Order Type*, first match wins. `USDT-futures` and `spot` are seen in public files, the rest
 * is read by public tools (docs/facts/binance.md §2.1), also in Chinese exports.
 */
const WORDS: [RegExp, Market][] = [
  [/coin.*futures?|\bcoin m\b|币本位/, 'coin-m futures'],
  [/futures?|\busd[ts]? m\b|合约|u本位/, 'usd-m futures'],
  [/\bmining\b|\bpool\b|矿池|挖矿/, 'mining'],
  [/\bmargin\b|杠杆/, 'margin'],
  [/\bspot\b|现货/, 'spot'],
];

/** The market an order type names; `other` when it is unknown, and the caller keeps the literal. */
export function marketOf(orderType: string): Market {
  const text = orderType.normalize('NFKC').toLowerCase().replace(/[_-]/g, ' ').trim();
  return WORDS.find(([pattern]) => pattern.test(text))?.[1] ?? 'other';
}

const ACCOUNT_OF: Record<Market, Account> = {
  spot: 'spot',
  margin: 'spot',
  'usd-m futures': 'futures',
  'coin-m futures': 'futures',
  mining: 'mining',
  other: 'other',
};

export function accountOf(market: Market): Account {
  return ACCOUNT_OF[market];
}
