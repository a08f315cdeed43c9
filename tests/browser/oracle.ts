/** Adds up export rows without any of our code: bigints, strings and sets. What our figures must equal. */
import type { ExportRow } from './export-file.ts';

export function units(decimal: string): bigint {
  const [mantissa, exponent = '0'] = decimal.toLowerCase().split('e');
  const negative = mantissa.startsWith('-');
  const [whole, fraction = ''] = mantissa.replace('-', '').split('.');
  const shift = 8 + Number(exponent) - fraction.length;
  const digits = BigInt(whole + fraction);
  const scaled = shift >= 0 ? digits * 10n ** BigInt(shift) : digits / 10n ** BigInt(-shift);
  return negative ? -scaled : scaled;
}

export function decimal(value: bigint): string {
  const size = (value < 0n ? -value : value).toString().padStart(9, '0');
  const fraction = size.slice(-8).replace(/0+$/, '');
  return `${value < 0n ? '-' : ''}${size.slice(0, -8)}${fraction && `.${fraction}`}`;
}

export const ACCOUNT_OF: Record<string, string> = {
  spot: 'spot',
  margin: 'spot',
  'USDT-futures': 'futures',
  'COIN-futures': 'futures',
  mining: 'mining',
};

/** First and last day of a period, as ISO days; both ends included. */
export function periodDays(period: string, today: string): [string, string] {
  const date = (iso: string, days: number) =>
    new Date(Date.parse(`${iso}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
  const [year, month] = today.split('-').map(Number);
  const endOfMonth = (y: number, m: number) => new Date(Date.UTC(y, m, 0)).toISOString().slice(0, 10);
  const two = (n: number) => String(n).padStart(2, '0');
  switch (period) {
    case 'today':
      return [today, today];
    case 'yesterday':
      return [date(today, -1), date(today, -1)];
    case '7d':
    case '30d':
    case '90d':
      return [date(today, 1 - Number(period.slice(0, -1))), today];
    case 'this-month':
      return [`${year}-${two(month)}-01`, endOfMonth(year, month)];
    case 'last-month': {
      const [y, m] = month === 1 ? [year - 1, 12] : [year, month - 1];
      return [`${y}-${two(m)}-01`, endOfMonth(y, m)];
    }
    case 'this-year':
      return [`${year}-01-01`, `${year}-12-31`];
    case 'last-year':
      return [`${year - 1}-01-01`, `${year - 1}-12-31`];
    default:
      return ['0000', '9999'];
  }
}

export interface Expected {
  commission: string;
  referrals: string;
  'traders-spot': string;
  'traders-futures': string;
  miners: string;
}

/** Every metric over the days `[from, to]`. @param all every known referral counts, not only the registered. */
export function expected(
  rows: readonly ExportRow[],
  [from, to]: [string, string],
  { account, code, all }: { account?: string; code?: string; all?: boolean } = {},
): Expected {
  let commission = 0n;
  const traders: Record<string, Set<string>> = { spot: new Set(), futures: new Set(), mining: new Set() };
  const registered = new Map<string, string>();
  for (const row of rows) {
    if (code !== undefined && row.code !== code) continue;
    const known = registered.get(row.friend);
    if (known === undefined || row.registered < known) registered.set(row.friend, row.registered);
    const day = row.time.slice(0, 10);
    if (day < from || day > to) continue;
    const of = ACCOUNT_OF[row.type];
    if (account === undefined || of === account) commission += units(row.value);
    traders[of]?.add(row.friend);
  }
  const inside = [...registered.values()].filter(
    at => all || (at.slice(0, 10) >= from && at.slice(0, 10) <= to),
  );
  return {
    commission: decimal(commission),
    referrals: String(inside.length),
    'traders-spot': String(traders.spot.size),
    'traders-futures': String(traders.futures.size),
    miners: String(traders.mining.size),
  };
}

/** The UTC day of a row, in days since 1970. */
export const dayOf = (row: ExportRow) =>
  Math.floor(Date.parse(`${row.time.replace(' ', 'T')}Z`) / 86_400_000);

/**
 * What a value is worth in another currency, by long division.
 * @param price of the day; `inverse` where it is the price of that currency and not in it.
 */
export function worth(value: string, price: string, inverse: boolean): bigint {
  const exact = units(value);
  const size = exact < 0n ? -exact : exact;
  const [over, under] = inverse ? [size * 10n ** 8n, units(price)] : [size * units(price), 10n ** 8n];
  const rounded = over / under + ((over % under) * 2n >= under ? 1n : 0n);
  return exact < 0n ? -rounded : rounded;
}
