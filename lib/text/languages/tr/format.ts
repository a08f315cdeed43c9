import { FORM } from '../../format';
import { type Said, said } from '../../language';

export const format: Said[] = [
  said(FORM, {
    group: '.',
    point: ',',
    months: ['Oca', 'Şub', 'Mar', 'Nis', 'May', 'Haz', 'Tem', 'Ağu', 'Eyl', 'Eki', 'Kas', 'Ara'],
    day: (month, date) => `${date} ${month}`,
    ofYear: (day, year) => `${day} ${year}`,
    percent: number => `%${number}`,
    fresh: 'yeni',
  }),
];
