import { type Said, said } from '../../language';
import { SPANS } from '../../spans';

export const spans: Said[] = [
  said(SPANS, {
    month: (month, year) => `${year}年${month}`,
    versus: what => `对比 ${what}`,
    versusUntil: (what, time) => `对比 ${what} 截至 ${time}`,
    versusYear: '对比一年前',
    versusDays: days => `对比前 ${days} 天`,
    versusPart: year => `对比 ${year} 年同期`,
  }),
];
