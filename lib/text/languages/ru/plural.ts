import { count } from '../../format';

const rules = new Intl.PluralRules('ru');

/** The form a number asks for: `1 строка`, `2 строки`, `5 строк`. */
export function form(n: number, one: string, few: string, many: string): string {
  const category = rules.select(n);
  return category === 'one' ? one : category === 'few' ? few : many;
}

/** A number with its word. */
export const counted = (n: number, one: string, few: string, many: string): string =>
  `${count(n)} ${form(n, one, few, many)}`;

export const rows = (n: number): string => counted(n, 'строка', 'строки', 'строк');
export const days = (n: number): string => counted(n, 'день', 'дня', 'дней');
