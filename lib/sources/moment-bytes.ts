import { DAY_MS, dayOf, HOUR_MS, MINUTE_MS, type Month, monthOf, startOfMonth } from '../domain/day';
import type { DateOrder } from '../domain/file-choice';
import { unlocalDate } from './local-dates';

const MOMENT =
  /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})[ T](\d{1,2}):(\d{2})(?::(\d{2})(?:\.(\d{1,3}))?)?(Z| ?UTC|([+-])(\d{2}):?(\d{2}))?$/i;

const WITH_SECONDS = /:\d{2}:\d{2}/;

/**
 * The moment a text names, in ms, or undefined. A zone written with it counts.
 * @param zone ms east of UTC, where the text names none: exports do not, and every reader of them assumes UTC.
 */
export function parseMoment(text: string, zone = 0): number | undefined {
  const match = MOMENT.exec(text.trim());
  if (!match) return undefined;
  const [year, month, date, hour, minute, second = 0] = match.slice(1, 7).map(part => Number(part ?? 0));
  const ms = Number((match[7] ?? '').padEnd(3, '0'));
  // Outside this century it is no commission but a zero date or a mangled one.
  if (year < 2000 || year > 2099 || hour > 23 || minute > 59 || second > 59) return undefined;
  const moment = Date.UTC(year, month - 1, date, hour, minute, second, ms);
  const back = new Date(moment);
  const isDate = back.getUTCMonth() === month - 1 && back.getUTCDate() === date;
  return isDate ? moment - (writtenZone(match) ?? zone) : undefined;
}

function writtenZone([, , , , , , , , zone, sign, hours, minutes]: RegExpExecArray): number | undefined {
  if (zone === undefined) return undefined;
  if (sign === undefined) return 0;
  const size = Number(hours) * HOUR_MS + Number(minutes) * MINUTE_MS;
  return sign === '-' ? -size : size;
}

/**
 * Reads `YYYY-MM-DD HH:MM:SS` from bytes as a month and milliseconds since it began. The date of the row before is
 * remembered: an export has thousands of rows a day.
 */
export class MomentReader {
  month: Month = 0;
  /** ms since the month began */
  time = 0;
  #date = new Uint8Array(10);
  #inMonth = 0;
  #known = false;
  /** Whether any moment so far was written with its seconds. */
  hasSeconds = false;

  /**
   * @param zone of moments that name none, ms east of UTC.
   * @param order of dates that a spreadsheet has written.
   */
  constructor(
    private readonly zone = 0,
    private readonly order?: DateOrder,
  ) {}

  /** @returns whether `buf[from..to)` is a moment. */
  read(buf: Uint8Array, from: number, to: number): boolean {
    if (to - from === 19 && this.#known && buf[from + 10] === 32) {
      let same = true;
      for (let i = 0; i < 10; i++) {
        if (buf[from + i] !== this.#date[i]) {
          same = false;
          break;
        }
      }
      if (same) {
        const ms = clock(buf, from + 11);
        if (ms >= 0) {
          this.time = this.#inMonth + ms;
          return true;
        }
      }
    }
    if (to - from > 40) return false;
    let text = '';
    for (let i = from; i < to; i++) text += String.fromCharCode(buf[i]);
    if (this.order) text = unlocalDate(text, this.order);
    const moment = parseMoment(text, this.zone);
    if (moment === undefined) return false;
    this.hasSeconds ||= WITH_SECONDS.test(text);
    this.month = monthOf(dayOf(moment));
    this.time = moment - startOfMonth(this.month);
    this.#known = to - from === 19 && buf[from + 10] === 32 && buf[from + 13] === 58;
    if (this.#known) {
      const midnight = moment - ((moment + this.zone) % DAY_MS);
      this.#inMonth = midnight - startOfMonth(this.month);
      this.#date.set(buf.subarray(from, from + 10));
      // A day of another zone may lie in two months of UTC.
      const isWithin = (at: number) => monthOf(dayOf(at)) === this.month;
      this.#known = isWithin(midnight) && isWithin(midnight + DAY_MS - 1);
    }
    return true;
  }
}

/** `HH:MM:SS` as milliseconds, -1 if it is none. */
function clock(buf: Uint8Array, at: number): number {
  if (buf[at + 2] !== 58 || buf[at + 5] !== 58) return -1;
  const hour = two(buf, at);
  const minute = two(buf, at + 3);
  const second = two(buf, at + 6);
  if (hour < 0 || minute < 0 || second < 0 || hour > 23 || minute > 59 || second > 59) return -1;
  return ((hour * 60 + minute) * 60 + second) * 1000;
}

/** Two digits, -1 if they are none. */
function two(buf: Uint8Array, at: number): number {
  const tens = buf[at] - 48;
  const ones = buf[at + 1] - 48;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : -1;
}
