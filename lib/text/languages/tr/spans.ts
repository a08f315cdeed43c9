import { type Said, said } from '../../language';
import { SPANS } from '../../spans';

export const spans: Said[] = [
  said(SPANS, {
    month: (month, year) => `${month} ${year}`,
    versus: what => `karş. ${what}`,
    versusUntil: (what, time) => `karş. ${what}, saat ${time}`,
    versusYear: 'bir yıl önce',
    versusDays: days => `önceki ${days} gün`,
    versusPart: year => `${year} aynı dönem`,
  }),
];
