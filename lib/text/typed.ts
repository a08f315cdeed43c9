import { FORM } from './format';

/**
 * A number as it was typed, as a plain decimal: groups are taken out, the decimal sign is a point. What cannot be read
 * two ways is read in either; `1,500` and `1.500` are read as the language of the page writes numbers.
 * @returns undefined for what is no number.
 */
export function typedNumber(text: string): string | undefined {
  const plain = text.replace(/\s/g, '').replace('−', '-');
  return numberWith(plain, FORM.point) ?? numberWith(plain, FORM.point === '.' ? ',' : '.');
}

function numberWith(text: string, point: string): string | undefined {
  const group = point === '.' ? ',' : '\\.';
  const form = new RegExp(`^([-+]?)(\\d{1,3}(?:${group}\\d{3})+|\\d*)(?:\\${point}(\\d*))?$`);
  const [, sign, whole, fraction = ''] = form.exec(text) ?? [];
  if (whole === undefined || (whole === '' && fraction === '')) return undefined;
  return `${sign === '-' ? '-' : ''}${whole.replace(/\D/g, '') || '0'}${fraction && `.${fraction}`}`;
}

/** A plain decimal as somebody would type it here. */
export const asTyped = (decimal: string): string => decimal.replace('.', FORM.point);
