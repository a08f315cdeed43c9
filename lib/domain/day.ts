/**
 * Days, weeks (Monday first) and months are UTC, as in the exports.
 * A *day* is the number of days since 1970-01-01, a *month* the number of months since 1970-01.
 */
export const MINUTE_MS = 60_000;
export const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;

export type Day = number;
export type Month = number;

export function dayOf(moment: number): Day {
  return Math.floor(moment / DAY_MS);
}

export function momentOf(day: Day): number {
  return day * DAY_MS;
}

/** The last moment of a day, ms. */
export const endOfDay = (day: Day): number => momentOf(day + 1) - 1;

export function monthOf(day: Day): Month {
  const date = new Date(day * DAY_MS);
  return (date.getUTCFullYear() - 1970) * 12 + date.getUTCMonth();
}

export function firstDayOf(month: Month): Day {
  return Math.floor(Date.UTC(1970 + Math.floor(month / 12), ((month % 12) + 12) % 12, 1) / DAY_MS);
}

/** The first moment of a month, ms. */
export function startOfMonth(month: Month): number {
  return momentOf(firstDayOf(month));
}

export function lastDayOf(month: Month): Day {
  return firstDayOf(month + 1) - 1;
}

/** The Monday of the day's week. Day 0 was a Thursday. */
export function mondayOf(day: Day): Day {
  return day - ((((day + 3) % 7) + 7) % 7);
}

/** `2026-11-22` */
export function isoDay(day: Day): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

/** The day `2026-11-22` names, or undefined if there is no such day. */
export function parseDay(text: string): Day | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined;
  const moment = Date.parse(`${text}T00:00:00Z`);
  if (Number.isNaN(moment) || new Date(moment).toISOString().slice(0, 10) !== text) return undefined;
  return dayOf(moment);
}

export interface DayParts {
  year: number;
  /** 0 is January. */
  month: number;
  date: number;
}

export function partsOf(day: Day): DayParts {
  const date = new Date(day * DAY_MS);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth(), date: date.getUTCDate() };
}
