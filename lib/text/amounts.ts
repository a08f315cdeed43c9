import { MINUTE_MS } from '../domain/day';
import { BASE, count, DIGITS, FORM, grouped, MINUS, money } from './format';

/** Words that go with numbers. */
export const AMOUNTS = {
  bytes: 'bytes',
};

/** An amount with its currency's name, whatever the page shows figures in. */
export function moneyIn(units: bigint, currency = BASE): string {
  return `${money(units, DIGITS[currency] ?? 2)} ${currency}`;
}

/** `1 row`, `12,408 rows` */
export function counted(n: number, one: string, many = `${one}s`): string {
  return `${count(n)} ${n === 1 ? one : many}`;
}

/** `2026-11-22 13:04:59`, for columns of moments; the head says that it is UTC. */
export function stampOf(moment: number): string {
  return new Date(moment).toISOString().slice(0, 19).replace('T', ' ');
}

/** `UTC+5:30`. @param zone ms east of UTC */
export function zoneName(zone: number): string {
  if (zone === 0) return 'UTC';
  const minutes = Math.abs(zone) / MINUTE_MS;
  const rest = minutes % 60 === 0 ? '' : `:${String(minutes % 60).padStart(2, '0')}`;
  return `UTC${zone < 0 ? MINUS : '+'}${Math.floor(minutes / 60)}${rest}`;
}

/** A round number on an axis: `1,500`, `20k`, `1.2M`. */
export function axis(value: number): string {
  const size = Math.abs(value);
  const sign = value < 0 ? MINUS : '';
  if (size >= 1e6) return `${sign}${trim(size / 1e6)}M`;
  if (size >= 1e4) return `${sign}${trim(size / 1e3)}k`;
  if (size < 1) return `${sign}${trim(size)}`;
  const [whole, fraction] = String(Math.round(size * 100) / 100).split('.');
  return `${sign}${grouped(whole)}${fraction ? FORM.point + fraction : ''}`;
}

const trim = (n: number) => String(Number(n.toPrecision(3))).replace('.', FORM.point);

export function bytes(n: number): string {
  if (n < 1024) return `${count(n)} ${AMOUNTS.bytes}`;
  const units = ['kB', 'MB', 'GB'];
  let size = n / 1024;
  let unit = 0;
  while (size >= 1024 && unit < 2) {
    size /= 1024;
    unit++;
  }
  return `${size < 10 ? size.toFixed(1).replace('.', FORM.point) : Math.round(size)} ${units[unit]}`;
}
