import { type Said, said } from '../../language';
import { SPANS } from '../../spans';

export const spans: Said[] = [
  said(SPANS, {
    month: (month, year) => `${month} ${year}`,
    versus: what => `vs. ${what}`,
    versusUntil: (what, time) => `vs. ${what} até ${time}`,
    versusYear: 'vs. um ano antes',
    versusDays: days => `vs. ${days} dias antes`,
    versusPart: year => `vs. mesma parte de ${year}`,
  }),
];
