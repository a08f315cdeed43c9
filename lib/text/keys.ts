import { PERIOD_KEYS, SECTION_KEYS } from '../domain/keys';
import type { PeriodName } from '../domain/period';
import { PERIOD_NAMES } from './overview';
import { NAV } from './product';

export const KEY_SHEET = {
  title: 'Keys',
  close: 'Close',
};

const SECTION_NAMES: Record<string, string> = NAV;

/** Everything the keyboard does, as the sheet lists it. */
export const KEY_LIST: { keys: string[]; does: string }[] = [
  ...Object.entries(PERIOD_KEYS).map(([period, key]) => ({
    keys: [key],
    does: PERIOD_NAMES[period as PeriodName],
  })),
  { keys: ['←', '→'], does: 'Period before, period after' },
  { keys: ['I'], does: 'Next interval' },
  { keys: ['X'], does: 'Next comparison' },
  { keys: ['/'], does: 'Search' },
  { keys: ['F'], does: 'Go to the filters' },
  ...Object.entries(SECTION_KEYS).map(([key, path]) => ({ keys: ['G', key], does: SECTION_NAMES[path] })),
  { keys: ['Esc'], does: 'Close, or clear the filters' },
  { keys: ['?'], does: 'This sheet' },
];
