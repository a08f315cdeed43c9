import { FORM } from '../../format';
import { type Said, said } from '../../language';

export const format: Said[] = [
  said(FORM, {
    group: '\u202f',
    point: ',',
    months: ['ene', 'feb', 'mar', 'abr', 'may', 'jun', 'jul', 'ago', 'sep', 'oct', 'nov', 'dic'],
    day: (month, date) => `${date} ${month}`,
    ofYear: (day, year) => `${day} ${year}`,
    percent: number => `${number}\u202f%`,
    fresh: 'nuevo',
  }),
];
