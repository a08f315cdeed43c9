import { FORM } from '../../format';
import { type Said, said } from '../../language';

export const format: Said[] = [
  said(FORM, {
    group: '.',
    point: ',',
    months: ['jan', 'fev', 'mar', 'abr', 'mai', 'jun', 'jul', 'ago', 'set', 'out', 'nov', 'dez'],
    day: (month, date) => `${date} ${month}`,
    ofYear: (day, year) => `${day} ${year}`,
    percent: number => `${number}%`,
    fresh: 'novo',
  }),
];
