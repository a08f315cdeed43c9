import { HOUR_MS, MINUTE_MS } from '../domain/day';
import type { Zones } from '../domain/receipt';

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

/** Whether a cell names a zone that there is not. */
export const hasStrangeZone = (cell: string): boolean =>
  /[(（]UTC[^)）]*[)）]/i.test(cell) && zoneOf(cell) === undefined;

/**
 * In which of several zones a file's times are read, each in ms east of UTC: what the user says, else what the header
 * says, else the name.
 */
export function chooseZone(...told: (number | undefined)[]): { zone?: number; zones?: Zones } {
  const [zone, ...others] = told.filter(zone => zone !== undefined);
  const other = others.find(other => other !== zone);
  return { zone, ...(other !== undefined && { zones: { believed: zone, other } }) };
}

export const withoutZone = (cell: string): string => cell.replace(ZONE, '');
