import { type Said, said } from '../../language';
import { SPANS } from '../../spans';

export const spans: Said[] = [
  said(SPANS, {
    // The short names follow a date; alone, May has another ending.
    month: (month, year) => `${month === 'мая' ? 'май' : month} ${year}`,
    versus: what => `к ${what}`,
    versusUntil: (what, time) => `к ${what} до ${time}`,
    versusYear: 'к прошлому году',
    versusDays: days => `к пред. ${days} дн.`,
    versusPart: year => `к той же части ${year}`,
  }),
];
