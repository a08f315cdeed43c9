import { marketOf } from '../domain/account';
import { isConfirmed } from '../domain/counted-rows';
import { DAY_MS, dayOf, isoDay } from '../domain/day';
import { statusOf, type TypeMark } from '../domain/dictionary';
import { guardFormula } from '../domain/formula-guard';
import { halves, UNPRICED_HIGH, UNPRICED_LOW } from '../domain/money';
import { NOBODY } from '../domain/rollup';
import { ByteWriter } from './byte-writer';
import type { Block, RowNames } from './row-query';
import type { RowSink } from './row-sink';

/** The columns of Binance's own export, and ours behind them: our import reads both back (lib/sources). */
export const CSV_COLUMNS = [
  'Order Type',
  "Friend's ID(Spot)",
  "Friend's sub ID (Spot)",
  'Commission Asset',
  'Commission Earned',
  'Commission Earned (USDT)',
  'Commission Time',
  'Registration Time',
  'Referral ID',
  'Kind',
  'Market',
  'Status',
  'Source',
];

/** What the column Source says: the account's own records, a copy that a spreadsheet has saved, or Binance's export. */
const sourceWordOf = ({ credited, copied }: TypeMark) => (credited ? 'account' : copied ? 'copy' : 'export');

const COMMA = 44;
const encoder = new TextEncoder();

/** A text cell: never a formula, quoted where it must be. */
function cell(text: string): string {
  const safe = guardFormula(text);
  return /[",\r\n\t;]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** `2026-01-31 07:49:33`, with milliseconds only where there are any. */
export function csvMoment(moment: number): string {
  return new Date(moment)
    .toISOString()
    .replace('T', ' ')
    .replace(/(?:\.000)?Z$/, '');
}

/** Writes rows in the format they came in. */
export function csvSink(meaning: RowNames): RowSink {
  const { names, parties, pairs } = meaning;
  const confirmed = encoder.encode('credited,export\r\n');
  const out = new ByteWriter();
  out.bytes(encoder.encode(`${CSV_COLUMNS.map(name => cell(name)).join(',')}\r\n`));
  const types = names.types.map(type => ({
    head: encoder.encode(`${cell(type.literal)},`),
    tail: encoder.encode(`,${type.kind},${marketOf(type.literal)},`),
    status: encoder.encode(`${statusOf(type)},${sourceWordOf(type)}\r\n`),
  }));
  const assets = names.assets.map(asset => encoder.encode(`${cell(asset)},`));
  const people: { head: Uint8Array; tail: Uint8Array }[] = [];
  const person = (p: number) => {
    const id = parties.referral[p] === NOBODY ? '' : names.referrals[parties.referral[p]];
    const registered = parties.registration[p];
    people[p] = {
      head: encoder.encode(`${cell(id)},${cell(names.subs[p])},`),
      tail: encoder.encode(
        `,${Number.isNaN(registered) ? '' : csvMoment(registered)},${cell(names.codes[parties.code[p]])}`,
      ),
    };
    return people[p];
  };

  const write = (block: Block, rows: Uint32Array, from: number, to: number) => {
    const { begin, columns } = block;
    const amount = halves(columns.amount);
    const value = halves(columns.value);
    let day = -1;
    let date: Uint8Array = new Uint8Array(0);
    for (let n = from; n < to; n++) {
      const i = rows[n];
      const type = types[columns.type[i]];
      const { head, tail } = people[columns.party[i]] ?? person(columns.party[i]);
      out.bytes(type.head);
      out.bytes(head);
      out.bytes(assets[columns.asset[i]]);
      out.decimal(amount[2 * i], amount[2 * i + 1]);
      out.byte(COMMA);
      if (value[2 * i] !== UNPRICED_LOW || value[2 * i + 1] !== UNPRICED_HIGH) {
        out.decimal(value[2 * i], value[2 * i + 1]);
      }
      out.byte(COMMA);
      const moment = begin + columns.time[i];
      if (dayOf(moment) !== day) {
        day = dayOf(moment);
        date = encoder.encode(`${isoDay(day)} `);
      }
      out.bytes(date);
      clock(out, moment - day * DAY_MS);
      out.bytes(tail);
      out.bytes(type.tail);
      out.bytes(isConfirmed(block, columns, i, pairs) ? confirmed : type.status);
    }
  };
  return { write, finish: async () => new Blob(out.finish(), { type: 'text/csv;charset=utf-8' }) };
}

function clock(out: ByteWriter, ms: number): void {
  const seconds = Math.floor(ms / 1000);
  out.two(Math.floor(seconds / 3600));
  out.byte(58);
  out.two(Math.floor(seconds / 60) % 60);
  out.byte(58);
  out.two(seconds % 60);
  const rest = ms - seconds * 1000;
  if (rest > 0) out.bytes(encoder.encode(`.${String(rest).padStart(3, '0')}`));
}
