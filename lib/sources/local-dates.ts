/**
 * Dates as spreadsheets write them, each in its country's way: `5/1/2026 7:49`, `1/5/26 7:49 AM`, `05.01.2026 07:49`.
 * Nothing in one date says whether the day or the month comes first; a file's dates together mostly do.
 */
import type { DateOrder } from '../domain/file-choice';

const LOCAL =
  /^(\d{1,2})([./])(\d{1,2})\2(\d{2}|\d{4})(?:,? +| ?T)(\d{1,2}):(\d{2})(?::(\d{2}))?(?: ?([ap])\.? ?m\.?)?$/i;
/** Binance opened then: no commission is older. */
const FIRST_YEAR = 2017;

export const isLocalDate = (text: string): boolean => LOCAL.test(text);

/**
 * Which part comes first in dates of one file.
 * @returns undefined where they do not say; texts of another form say nothing.
 */
export function dateOrderOf(texts: Iterable<string>): DateOrder | undefined {
  for (const text of texts) {
    const match = LOCAL.exec(text);
    if (!match) continue;
    // No country writes the month first with points.
    if (match[2] === '.' || Number(match[1]) > 12) return 'day first';
    if (Number(match[3]) > 12) return 'month first';
  }
  return undefined;
}

/** A local date as `YYYY-MM-DD HH:MM:SS`, without seconds where it has none; any other text as it is. */
export function unlocalDate(text: string, order: DateOrder): string {
  const match = LOCAL.exec(text.trim());
  if (!match) return text;
  const [, first, , second, year, hours, minutes, seconds, half] = match;
  const [day, month] = order === 'day first' ? [first, second] : [second, first];
  const full = year.length === 2 ? `20${year}` : year;
  if (Number(full) < FIRST_YEAR) return text;
  const hour = half ? (Number(hours) % 12) + (/p/i.test(half) ? 12 : 0) : hours;
  return `${full}-${month}-${day} ${hour}:${minutes}${seconds ? `:${seconds}` : ''}`;
}
