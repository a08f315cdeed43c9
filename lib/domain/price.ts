import type { Day } from './day';
import { UNPRICED } from './money';

/** An asset's price by day, in 1e-8 of the reporting currency: what it opened at on that UTC day. */
export interface PriceHistory {
  first: Day;
  /** 0 where there was no price that day. */
  open: BigInt64Array;
  /** When it was asked for, ms. */
  at: number;
}

/** Worth one unit of the reporting currency by definition, as in the exports' own `(USDT)` column. */
const UNIT = 100_000_000n;
export const REPORTING_ASSET = 'USDT';

/** The price on a day, undefined where none is known. */
export function priceOn(asset: string, day: Day, history: PriceHistory | undefined): bigint | undefined {
  if (asset === REPORTING_ASSET) return UNIT;
  const price = history?.open[day - history.first];
  return price === undefined || price === 0n ? undefined : price;
}

/** An amount's value, rounded to eight decimals half away from zero; UNPRICED without a price. */
export function valueAt(amount: bigint, price: bigint | undefined): bigint {
  if (price === undefined) return UNPRICED;
  const product = amount * price;
  const half = product < 0n ? -UNIT / 2n : UNIT / 2n;
  return (product + half) / UNIT;
}
