import { marketOf } from '../domain/account';
import { isConfirmed } from '../domain/counted-rows';
import { type CoverageClaim, spanOfClaim } from '../domain/coverage-claim';
import { DAY_MS, dayOf, isoDay } from '../domain/day';
import { statusOf, type TypeMark } from '../domain/dictionary';
import { guardFormula } from '../domain/formula-guard';
import { halves, UNPRICED_HIGH, UNPRICED_LOW } from '../domain/money';
import { NOBODY } from '../domain/rollup';
import { EXPORT, type SourceId } from '../domain/source';
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
  'Covered From',
  'Covered To',
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
  const end = encoder.encode(',,\r\n');
  const out = new ByteWriter();
  out.bytes(encoder.encode(`${CSV_COLUMNS.map(name => cell(name)).join(',')}\r\n`));
  const types = names.types.map(type => ({
    head: encoder.encode(`${cell(type.literal)},`),
    tail: encoder.encode(`,${type.kind},${marketOf(type.literal)},`),
    status: encoder.encode(`${statusOf(type)},${sourceWordOf(type)}`),
    confirmed: encoder.encode(`credited,${sourceWordOf(type)}`),
  }));
  const covered = coverage(meaning);
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
      out.bytes(isConfirmed(block, columns, i, pairs) ? type.confirmed : type.status);
      const begun = covered(columns.type[i], moment);
      out.bytes(begun ? encoder.encode(`,${begun.map(csvMoment)}\r\n`) : end);
    }
  };
  return { write, finish: async () => new Blob(out.finish(), { type: 'text/csv;charset=utf-8' }) };
}

const wordOfSource = (source: SourceId) => (source === EXPORT || source === 'copy' ? source : 'account');

/**
 * What each source speaks for stands at the first row it has there: Covered From and Covered To, from which our import
 * knows that where no row is there was no payment.
 * @returns for each row, in order of time, the time that begins to be spoken for with it.
 */
function coverage({
  names,
  pairs,
  claims,
}: RowNames): (type: number, moment: number) => CoveredSpan | undefined {
  const open = new Map<string, CoveredSpan[]>();
  const openOf = names.types.map((type, t) => {
    const word = sourceWordOf(type);
    const key = `${word} ${pairs[t]}`;
    const spans =
      open.get(key) ??
      together(
        claims.filter(({ source }) => wordOfSource(source) === word),
        pairs[t],
      );
    open.set(key, spans);
    return spans;
  });
  return (type, moment) => {
    const spans = openOf[type];
    while (spans.length > 0 && spans[0][1] < moment) spans.shift();
    return spans.length > 0 && spans[0][0] <= moment ? spans.shift() : undefined;
  };
}

type CoveredSpan = [first: number, last: number];

/** The time that claims speak for a pair, in order and without gaps that are none. */
function together(claims: CoverageClaim[], pair: number): CoveredSpan[] {
  const spans: CoveredSpan[] = [];
  const all = claims.flatMap(claim =>
    [spanOfClaim(claim, pair) ?? []].filter((span): span is CoveredSpan => span.length > 0),
  );
  for (const [first, last] of all.sort(([a], [b]) => a - b)) {
    const before = spans.at(-1);
    if (before && first <= before[1] + 1) before[1] = Math.max(before[1], last);
    else spans.push([first, last]);
  }
  return spans;
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
