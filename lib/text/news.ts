import { approximate } from '../domain/money';
import type { News } from '../domain/news';
import { axis, moneyIn } from './amounts';
import { FORM } from './format';

export const NEWS = {
  titles: {
    'first-commission': 'First commission today',
    tier: 'Bonus tier reached',
    'campaign-ending': 'Campaign ends within a day',
  } satisfies Record<News['is'], string>,
  soFar: (amount: string) => `${amount} so far`,
};

/** A notification's two lines. @param currency of its figures; absent: BUSD. */
export function newsText({ is, name, units }: News, currency?: string): { title: string; message: string } {
  return {
    title: NEWS.titles[is],
    message: units === undefined ? name : NEWS.soFar(moneyIn(units, currency)),
  };
}

/** Four characters for the toolbar: `312`, `1.2k`, `-3`. */
export function badgeText(value: bigint | number): string {
  const size = typeof value === 'bigint' ? approximate(value) : value;
  if (size === 0) return '';
  // Little of a dear coin is not nothing.
  if (Math.abs(size) < 0.05 && typeof value === 'bigint') return size < 0 ? '−<.1' : '<.1';
  if (Math.abs(size) < 10 && typeof value === 'bigint') return size.toFixed(1);
  if (Math.abs(size) < 1_000) return String(Math.round(size));
  return axis(Math.abs(size) < 10_000 ? Math.round(size / 100) * 100 : size).replace(FORM.group, '');
}
