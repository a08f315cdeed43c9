import { FORM } from '../../format';
import { type Said, said } from '../../language';

export const format: Said[] = [
  said(FORM, {
    group: '\u202f',
    point: ',',
    months: [
      'янв.',
      'февр.',
      'мар.',
      'апр.',
      'мая',
      'июн.',
      'июл.',
      'авг.',
      'сент.',
      'окт.',
      'нояб.',
      'дек.',
    ],
    day: (month, date) => `${date} ${month}`,
    ofYear: (day, year) => `${day} ${year}`,
    percent: number => `${number}\u202f%`,
    fresh: 'новое',
  }),
];
