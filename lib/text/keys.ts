import { PERIOD_KEYS } from '../domain/keys';
import type { PeriodName } from '../domain/period';
import { keyOfSection, SECTIONS } from '../domain/section';
import { NAV } from './nav';
import { PERIOD_NAMES } from './overview';

export const KEY_SHEET = {
  title: 'Keys',
  close: 'Close',
  arrows: 'Period before, period after',
  interval: 'Next interval',
  comparison: 'Next comparison',
  search: 'Search',
  filters: 'Go to the filters',
  escape: 'Close, or clear the filters',
  sheet: 'This sheet',
};

/** Everything the keyboard does, as the sheet lists it. */
export const keyList = (): { keys: string[]; does: string }[] => [
  ...Object.entries(PERIOD_KEYS).map(([period, key]) => ({
    keys: [key],
    does: PERIOD_NAMES[period as PeriodName],
  })),
  { keys: ['←', '→'], does: KEY_SHEET.arrows },
  { keys: ['I'], does: KEY_SHEET.interval },
  { keys: ['X'], does: KEY_SHEET.comparison },
  { keys: ['/'], does: KEY_SHEET.search },
  { keys: ['F'], does: KEY_SHEET.filters },
  ...SECTIONS.flatMap(({ id }) => {
    const key = keyOfSection(id);
    return key ? [{ keys: ['G', key], does: NAV[id] }] : [];
  }),
  { keys: ['Esc'], does: KEY_SHEET.escape },
  { keys: ['?'], does: KEY_SHEET.sheet },
];
