import { approximate } from '../domain/money';
import type { News } from '../domain/news';
import { axis, CURRENCY, money } from './format';

const TITLES: Record<News['is'], string> = {
  'first-commission': 'First commission today',
  tier: 'Bonus tier reached',
  'campaign-ending': 'Campaign ends within a day',
};

/** A notification's two lines. */
export function newsText({ is, name, units }: News): { title: string; message: string } {
  return { title: TITLES[is], message: units === undefined ? name : `${money(units)} ${CURRENCY} so far` };
}

/** Four characters for the toolbar: `312`, `1.2k`, `-3`. */
export function badgeText(value: bigint | number): string {
  const size = typeof value === 'bigint' ? approximate(value) : value;
  if (size === 0) return '';
  if (Math.abs(size) < 10 && typeof value === 'bigint') return size.toFixed(1);
  if (Math.abs(size) < 1_000) return String(Math.round(size));
  return axis(Math.abs(size) < 10_000 ? Math.round(size / 100) * 100 : size).replace(',', '');
}
