import type { Day } from './day';

/** Something a notification may tell. Its key is told once, ever. */
export interface News {
  key: string;
  is: 'first-commission' | 'tier' | 'campaign-ending';
  /** A programme's or campaign's name. */
  name: string;
  /** 1e-8 of the reporting currency: what came first today, or what the tier pays. */
  units?: bigint;
}

/** What has been told, so that nothing is told twice and no day tells more than two. */
export interface Notified {
  day: Day;
  count: number;
  /** Keys, the latest last. */
  keys: string[];
}

const MOST_A_DAY = 2;
const KEYS_KEPT = 200;
export const NOTHING_TOLD: Notified = { day: 0, count: 0, keys: [] };

/** Chooses from what there is to tell, in order. @returns what to tell now, and what has been told then. */
export function chooseNews(news: News[], told: Notified, today: Day): { tell: News[]; told: Notified } {
  const before = told.day === today ? told.count : 0;
  const tell = news.filter(({ key }) => !told.keys.includes(key)).slice(0, MOST_A_DAY - before);
  return {
    tell,
    told: {
      day: today,
      count: before + tell.length,
      keys: [...told.keys, ...tell.map(({ key }) => key)].slice(-KEYS_KEPT),
    },
  };
}
