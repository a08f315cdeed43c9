import { INTERVALS, type Interval } from './interval';
import { COMPARISONS, type ComparisonName, type PeriodName } from './period';
import { type SectionId, sectionOfKey } from './section';

/** The letter of each period, shown in its menu. */
export const PERIOD_KEYS: Partial<Record<PeriodName, string>> = {
  today: 'D',
  yesterday: 'E',
  '7d': 'W',
  '30d': 'T',
  '90d': 'N',
  'this-month': 'M',
  'last-month': 'P',
  'this-year': 'Y',
  all: 'A',
  custom: 'C',
};

/** What a key means, whatever carries it out. */
export type KeyAction =
  | { is: 'period'; period: PeriodName }
  | { is: 'step'; steps: -1 | 1 }
  | { is: 'interval' }
  | { is: 'compare' }
  | { is: 'filter' }
  | { is: 'search' }
  | { is: 'section'; path: SectionId }
  | { is: 'go' }
  | { is: 'clear' }
  | { is: 'sheet' };

const PERIOD_OF = new Map(Object.entries(PERIOD_KEYS).map(([period, key]) => [key, period as PeriodName]));

/**
 * @param key as the keyboard event names it. @param afterG whether the key before was G.
 * @returns the action, or nothing for a key that means nothing.
 */
export function actionOf(key: string, afterG: boolean): KeyAction | undefined {
  const letter = key.toUpperCase();
  if (afterG) {
    const path = sectionOfKey(letter);
    return path ? { is: 'section', path } : undefined;
  }
  const period = key.length === 1 ? PERIOD_OF.get(letter) : undefined;
  if (period) return { is: 'period', period };
  const others: Record<string, KeyAction> = {
    ArrowLeft: { is: 'step', steps: -1 },
    ArrowRight: { is: 'step', steps: 1 },
    I: { is: 'interval' },
    X: { is: 'compare' },
    F: { is: 'filter' },
    '/': { is: 'search' },
    G: { is: 'go' },
    Escape: { is: 'clear' },
    '?': { is: 'sheet' },
  };
  return others[key.length === 1 ? letter : key];
}

export const nextInterval = (of: Interval): Interval =>
  INTERVALS[(INTERVALS.indexOf(of) + 1) % INTERVALS.length];
export const nextComparison = (of: ComparisonName): ComparisonName =>
  COMPARISONS[(COMPARISONS.indexOf(of) + 1) % COMPARISONS.length];
