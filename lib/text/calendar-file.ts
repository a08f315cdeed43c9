import { PRODUCT } from './product';

/** A deadline for a calendar. */
export interface Deadline {
  /** Names the event for ever, so that a second import replaces it. */
  uid: string;
  title: string;
  /** ms */
  at: number;
  url: string;
  text: string;
}

const stamp = (moment: number) => `${new Date(moment).toISOString().replace(/[-:]|\.\d{3}/g, '')}`;
const escaped = (text: string) =>
  text
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, ' ')
    .replace(/[\\;,]/g, '\\$&')
    .replace(/\r?\n/g, '\\n');

/** RFC 5545: lines of at most 75 bytes, continued with a space; never cut inside a character. */
function fold(line: string): string {
  const bytes = new TextEncoder();
  const parts: string[] = [];
  let part = '';
  let size = 0;
  for (const char of line) {
    const length = bytes.encode(char).length;
    if (size + length > (parts.length === 0 ? 75 : 74)) {
      parts.push(part);
      part = '';
      size = 0;
    }
    part += char;
    size += length;
  }
  return [...parts, part].join('\r\n ');
}

/** An iCalendar file of deadlines, each with a reminder a day before. */
export function calendarFile(deadlines: Deadline[], now: number): string {
  const lines = ['BEGIN:VCALENDAR', 'VERSION:2.0', `PRODID:-//${PRODUCT}//EN`, 'CALSCALE:GREGORIAN'];
  for (const { uid, title, at, url, text } of deadlines) {
    lines.push(
      'BEGIN:VEVENT',
      `UID:${uid.replace(/[^\w.-]/g, '')}@referral-dashboard-pro`,
      `DTSTAMP:${stamp(now)}`,
      `DTSTART:${stamp(at)}`,
      `DTEND:${stamp(at)}`,
      `SUMMARY:${escaped(title)}`,
      `DESCRIPTION:${escaped(text)}`,
      `URL:${url}`,
      'BEGIN:VALARM',
      'ACTION:DISPLAY',
      'TRIGGER:-P1D',
      `DESCRIPTION:${escaped(title)}`,
      'END:VALARM',
      'END:VEVENT',
    );
  }
  return `${[...lines, 'END:VCALENDAR'].map(fold).join('\r\n')}\r\n`;
}
