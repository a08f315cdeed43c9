import { FORM } from '../../format';
import { type Said, said } from '../../language';

export const format: Said[] = [
  said(FORM, {
    group: ',',
    point: '.',
    months: ['1月', '2月', '3月', '4月', '5月', '6月', '7月', '8月', '9月', '10月', '11月', '12月'],
    day: (month, date) => `${month}${date}日`,
    ofYear: (day, year) => `${year}年${day}`,
    percent: number => `${number}%`,
    fresh: '新增',
  }),
];
