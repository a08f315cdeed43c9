import { HOUR_MS, MINUTE_MS } from '../domain/day';

/** `(UTC)`, `(UTC+1)`, `(UTC+5:30)`; two minus signs are one: the first only separates. */
const ZONE = /\s*[(（]UTC(?:([+-]{1,2})(\d{1,2})(?:[:_.]?(\d{2}))?)?[)）]/i;

/** The zone that a file's name or a header's cell names, in ms east of UTC; undefined where it names none. */
export function zoneOf(text: string): number | undefined {
  const match = ZONE.exec(text);
  if (!match) return undefined;
  const [, sign = '+', hours = '0', minutes = '0'] = match;
  const size = (Number(hours) * 60 + Number(minutes)) * MINUTE_MS;
  return size <= 14 * HOUR_MS ? (sign.includes('-') ? -size : size) : undefined;
}

export const withoutZone = (cell: string): string => cell.replace(ZONE, '');
