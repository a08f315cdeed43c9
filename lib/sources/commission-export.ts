/**
 * The referral commission export of Binance: header, columns and quirks as in docs/facts/binance.md §2.1. One public
 * row exists; Chinese headers and GB18030 are read by a public tool.
 */
import { KINDS, type Kind, type MonthRows } from '../domain/commission';
import type { Dictionary } from '../domain/dictionary';
import { unguardFormula } from '../domain/formula-guard';
import { UNPRICED_HIGH, UNPRICED_LOW } from '../domain/money';
import type { Lookalike } from '../domain/receipt';
import { BytesCache } from './bytes-cache';
import { DecimalReader } from './decimal-bytes';
import { aliasOf, COLUMN_ROLES, type ColumnRole, REQUIRED } from './export-columns';
import { headerLooksLike, looksLike } from './lookalike';
import { MomentReader, parseMoment } from './moment-bytes';
import { type ExportSink, firstLine, RowDecoder } from './row-decoder';
import { withoutZone, zoneOf } from './zone';

/** What exports and spreadsheets write where there is nothing. */
const NOTHING = /^(?:|-{1,2}|—|n\/a|null|none)$/i;

export type Opened = { refused: Lookalike } | { decoder: RowDecoder };

/**
 * Recognises an export by its first bytes.
 * @param head the file's begin: all of it, or at least 64 KiB.
 * @param credited takes the rows of our own exports that come from an account's records.
 */
export function openExport(
  head: Uint8Array,
  dictionary: Dictionary,
  sink: ExportSink,
  credited = sink,
): Opened {
  const refused = looksLike(head);
  if (refused) return { refused };
  for (const encoding of ['utf-8', 'gb18030']) {
    for (const delimiter of [',', ';', '\t']) {
      const decoder = new ExportDecoder(encoding, delimiter.charCodeAt(0), dictionary, sink, credited);
      if (decoder.readHeader(head)) return { decoder };
    }
  }
  const cells = new TextDecoder('utf-8')
    .decode(firstLine(head))
    .split(/[,;\t]/)
    .map(cell =>
      cell
        .replace(/["']/g, '')
        .replace(/^\uFEFF/, '')
        .trim()
        .toLowerCase(),
    );
  return { refused: headerLooksLike(cells) };
}

export class ExportDecoder extends RowDecoder {
  #at: Record<ColumnRole, number> = Object.fromEntries(COLUMN_ROLES.map(role => [role, -1])) as Record<
    ColumnRole,
    number
  >;
  #header = '';
  #types = new BytesCache();
  #assets = new BytesCache();
  #parties = new BytesCache();
  #moment = new MomentReader();
  /** Of registrations, ms east of UTC. */
  #zone = 0;
  #amount = new DecimalReader();
  #value = new DecimalReader();
  #creditedTypes = new BytesCache();
  #credited = new BytesCache();
  #rows: MonthRows | undefined;
  #creditedRows: MonthRows | undefined;

  constructor(
    encoding: string,
    delimiter: number,
    dictionary: Dictionary,
    sink: ExportSink,
    private readonly creditedSink: ExportSink,
  ) {
    super(encoding, delimiter, dictionary, sink);
  }

  /** @returns whether the first line names the columns of an export. */
  readHeader(head: Uint8Array): boolean {
    const n = this.takeHeader(head);
    if (n < REQUIRED.length || n > 60) return false;
    this.columns.forEach((cell, i) => {
      const role = aliasOf(withoutZone(cell));
      if (role && this.#at[role] < 0) this.#at[role] = i;
    });
    this.#header = this.columns.join('\n');
    this.#moment = new MomentReader(this.#zoneOf('time'));
    this.#zone = this.#zoneOf('registration');
    return REQUIRED.every(role => this.#at[role] >= 0);
  }

  #zoneOf(role: ColumnRole): number {
    return zoneOf(this.columns[this.#at[role]] ?? '') ?? 0;
  }

  protected record(n: number): void {
    const { buf, starts, ends } = this.scanner;
    const at = this.#at;
    if (n !== this.columns.length && !this.#onlyEmptyAfter(n)) {
      this.reject('', { is: 'columns', found: n, expected: this.columns.length });
      return;
    }
    const time = at.time;
    if (!this.#moment.read(buf, starts[time], ends[time])) {
      // Parts of an export that were put together repeat the header: not a row.
      if (this.#isHeader(n)) return;
      this.rejectField(time, text => ({ is: 'moment', text }));
      return;
    }
    if (!this.#amount.read(buf, starts[at.amount], ends[at.amount])) {
      this.rejectDecimal(at.amount, this.#amount);
      return;
    }
    const value = this.#value;
    let priced = at.value >= 0 && ends[at.value] > starts[at.value];
    if (priced && !value.read(buf, starts[at.value], ends[at.value])) {
      if (!NOTHING.test(this.field(at.value).trim())) {
        this.rejectDecimal(at.value, value);
        return;
      }
      priced = false;
    }
    const isCredited = this.#at.kind >= 0 && this.#isCredited();
    const type = this.#type(isCredited);
    const asset = type < 0 ? -1 : this.asset(this.#assets, at.asset);
    if (asset < 0) return;
    const party = this.#party();
    if (party < 0) return;

    const { month } = this.#moment;
    let rows = isCredited ? this.#creditedRows : this.#rows;
    if (!rows || rows.month !== month) {
      rows = (isCredited ? this.creditedSink : this.sink).month(month);
      if (isCredited) this.#creditedRows = rows;
      else this.#rows = rows;
    }
    const inMonth = this.#moment.time;
    if (priced) {
      rows.push(inMonth, party, type, asset, this.#amount.low, this.#amount.high, value.low, value.high);
    } else {
      rows.push(
        inMonth,
        party,
        type,
        asset,
        this.#amount.low,
        this.#amount.high,
        UNPRICED_LOW,
        UNPRICED_HIGH,
      );
    }
    this.tally.row(month, inMonth, this.dictionary.referralOf(party), priced ? value : undefined);
  }

  /** Spreadsheets add empty columns at the end of lines. */
  #onlyEmptyAfter(n: number): boolean {
    if (n < this.columns.length || n > 60) return false;
    for (let i = this.columns.length; i < n; i++) {
      if (this.scanner.ends[i] > this.scanner.starts[i]) return false;
    }
    return true;
  }

  #isHeader(n: number): boolean {
    if (n !== this.columns.length) return false;
    // Joined files carry a byte order mark in the middle, and a quote behind it is then no quote to the scanner.
    const cells = this.columns.map((_, i) =>
      this.field(i)
        .replace(/^\uFEFF?"?|"$/g, '')
        .trim(),
    );
    return cells.join('\n') === this.#header;
  }

  /** Whether a row of ours comes from an account's records. Older exports of ours say only that it was credited. */
  #isCredited(): boolean {
    const { friend, code, status, source } = this.#at;
    const { starts, ends } = this.scanner;
    const has = (column: number) => column >= 0 && ends[column] > starts[column];
    const says = (column: number, word: string) =>
      this.cached(this.#credited, column, text => (text === word ? 1 : 0)) === 1;
    if (source >= 0) return says(source, 'account');
    return has(status) && !has(friend) && !has(code) && says(status, 'credited');
  }

  #type(isCredited: boolean): number {
    const { type, kind } = this.#at;
    if (kind < 0) {
      return this.cached(this.#types, type, text => this.dictionary.type(text, 'commission'));
    }
    // An export of our own: every row says what it is.
    const { buf, starts, ends } = this.scanner;
    const cache = isCredited ? this.#creditedTypes : this.#types;
    cache.begin();
    cache.add(buf, starts[type], ends[type]);
    cache.add(buf, starts[kind], ends[kind]);
    let answer = cache.find();
    if (answer >= 0) return answer;
    const name = this.field(kind).trim();
    if (!KINDS.includes(name as Kind)) {
      this.reject(this.columns[kind], { is: 'kind', text: name.slice(0, 60) });
      return -1;
    }
    answer = this.dictionary.type(this.field(type).trim(), name as Kind, isCredited);
    if (answer < 0) this.reject(this.columns[type], { is: 'full' });
    else cache.set(answer);
    return answer;
  }

  #party(): number {
    const { buf, starts, ends } = this.scanner;
    const { friend, sub, registration, code } = this.#at;
    const cache = this.#parties;
    cache.begin();
    cache.add(buf, starts[friend], ends[friend]);
    if (sub >= 0) cache.add(buf, starts[sub], ends[sub]);
    if (registration >= 0) cache.add(buf, starts[registration], ends[registration]);
    if (code >= 0) cache.add(buf, starts[code], ends[code]);
    const known = cache.find();
    if (known >= 0) return known;
    const text = (column: number) => (column < 0 ? '' : this.field(column).trim());
    const optional = (column: number) => text(column).replace(NOTHING, '');
    // A zero date is how some writers say that there is none.
    const since = optional(registration).replace(/^(?:1970-01-01|0000-00-00) 00:00:00$/, '');
    const moment = since === '' ? Number.NaN : parseMoment(since, this.#zone);
    if (moment === undefined) {
      this.reject(this.columns[registration], { is: 'moment', text: since.slice(0, 60) });
      return -1;
    }
    const party = this.dictionary.party(optional(friend), optional(sub), moment, optional(code));
    cache.set(party);
    return party;
  }

  protected override field(column: number, scanner = this.scanner): string {
    const text = super.field(column, scanner);
    // Only our own exports guard texts against being read as formulas.
    return this.#at.kind < 0 ? text : unguardFormula(text);
  }
}
