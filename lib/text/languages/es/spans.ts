import { type Said, said } from '../../language';
import { SPANS } from '../../spans';

export const spans: Said[] = [
  said(SPANS, {
    month: (month, year) => `${month} ${year}`,
    versus: what => `vs. ${what}`,
    versusUntil: (what, time) => `vs. ${what} hasta las ${time}`,
    versusYear: 'vs. un año antes',
    versusDays: days => `vs. ${days} días antes`,
    versusPart: year => `vs. misma parte de ${year}`,
  }),
];
