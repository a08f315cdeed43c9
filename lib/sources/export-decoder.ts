/**
 * The referral commission export of Binance: header, columns and quirks as in docs/facts/binance.md §2.1. One public
 * row exists; Chinese headers and GB18030 are read by a public tool.
 */
import { KINDS, type Kind, type MonthRows } from '../domain/commission';
import type { Dictionary } from '../domain/dictionary';
import type { FileChoice } from '../domain/file-choice';
import { unguardFormula } from '../domain/formula-guard';
import { UNPRICED_HIGH, UNPRICED_LOW } from '../domain/money';
import type { FileFigures, Lookalike } from '../domain/receipt';
import { BytesCache } from './bytes-cache';
import { DECIMAL_COMMA, DecimalReader, hasDecimalComma } from './decimal-bytes';
import { aliasOf, COLUMN_ROLES, type ColumnRole, REQUIRED } from './export-columns';
import { dateOrderOf, isLocalDate, unlocalDate } from './local-dates';
import { MomentReader, parseMoment } from './moment-bytes';
import { type ExportSink, RowDecoder } from './row-decoder';
import { ORIGIN_WORDS, ORIGINS, type OriginKind } from './row-origin';
import { chooseZone, hasStrangeZone, withoutZone, zoneOf } from './zone';

/** What exports and spreadsheets write where there is nothing. */
const NOTHING = /^(?:|-{1,2}|—|n\/a|null|none)$/i;

/** An id of many digits as spreadsheets show it. Codes have no plus sign. */
const POWER_OF_TEN = /^\d(?:[.,]\d+)?E\+\d+$/i;

export class ExportDecoder extends RowDecoder {
  #at = Object.fromEntries(COLUMN_ROLES.map(role => [role, -1])) as Record<ColumnRole, number>;
  #types = new BytesCache();
  #assets = new BytesCache();
  #parties = new BytesCache();
  #moment = new MomentReader();
  #zones: FileFigures['zones'];
  /** The zone of its times, where the file's name tells one. */
  #told: number | undefined;
  /** Of registrations, ms east of UTC. */
  #zone = 0;
  /** Of dates that a spreadsheet has written. */
  #order: FileChoice['order'];
  /** A spreadsheet has turned some id into a power of ten. */
  #hasPowers = false;
  #amount = new DecimalReader();
  #value = new DecimalReader();
  /** Of rows of our own files, by their origin. */
  #ownTypes = ORIGINS.map(() => [new BytesCache(), new BytesCache()]);
  #words = new BytesCache();
  #statuses = new BytesCache();
  #rows: (MonthRows | undefined)[] = [];

  constructor(
    encoding: string,
    delimiter: number,
    dictionary: Dictionary,
    private readonly sinkOf: (kind: OriginKind) => ExportSink,
  ) {
    super(encoding, delimiter, dictionary, sinkOf('export'));
  }

  /** @returns whether the first line names the columns of an export. */
  readHeader(head: Uint8Array): boolean {
    const n = this.takeHeader(head);
    if (n < REQUIRED.length || n > 60) return false;
    this.columns.forEach((cell, i) => {
      const role = aliasOf(withoutZone(cell));
      if (role && this.#at[role] < 0) this.#at[role] = i;
    });
    return REQUIRED.every(role => this.#at[role] >= 0);
  }

  /** Settles how times and numbers are read. @returns what has to be asked first. */
  readIn(head: Uint8Array, name: string, choice: FileChoice): Lookalike | undefined {
    const { time, registration, amount } = this.#at;
    const [timeCell, registrationCell = ''] = [this.columns[time], this.columns[registration]];
    if (hasStrangeZone(timeCell) && choice.zone === undefined) return 'zone';
    // Our own files tell UTC, however they are called.
    const nameZone = this.#at.kind < 0 ? zoneOf(name) : undefined;
    const { zone = 0, zones } = chooseZone(choice.zone, zoneOf(timeCell), nameZone);
    this.#zones = zones;
    if (nameZone !== undefined) this.#told = zone;
    this.#zone = choice.zone ?? zoneOf(registrationCell) ?? zone;
    const rows = () => this.firstRows(head, [time, registration, amount]);
    const isSemicolons = this.scanner.delimiter === ';'.charCodeAt(0);
    if (isSemicolons && hasDecimalComma(rows().map(row => row[2]))) {
      this.#amount = new DecimalReader(DECIMAL_COMMA);
      this.#value = new DecimalReader(DECIMAL_COMMA);
    }
    const [first = ['']] = rows();
    const isLocal = isLocalDate(first[0]);
    this.#order = isLocal ? (dateOrderOf(rows().flatMap(row => row.slice(0, 2))) ?? choice.order) : undefined;
    this.#moment = new MomentReader(zone, this.#order);
    return isLocal && !this.#order ? 'dates' : undefined;
  }

  override figures(): FileFigures {
    return {
      ...super.figures(),
      ...(this.#isCopy() && { of: 'copy' }),
      ...(this.#told !== undefined && { zone: this.#told }),
      ...(this.#zones && { zones: this.#zones }),
    };
  }

  /** Whether a spreadsheet has saved the file again, as far as its rows tell. */
  #isCopy(): boolean {
    const { rows } = super.figures();
    if (rows === 0) return false;
    if (!this.#moment.hasSeconds || this.#order || this.#hasPowers) return true;
    return this.#amount.hasPowers || this.#amount.point === DECIMAL_COMMA;
  }

  protected record(n: number): void {
    const { buf, starts, ends } = this.scanner;
    const at = this.#at;
    if (n !== this.columns.length && !this.onlyEmptyAfter(n)) {
      this.reject('', { is: 'columns', found: n, expected: this.columns.length });
      return;
    }
    if (!this.#moment.read(buf, starts[at.time], ends[at.time])) {
      // Parts of an export that were put together repeat the header: not a row.
      if (this.isHeaderAgain(n)) return;
      this.rejectField(at.time, text => ({ is: 'moment', text }));
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
    const origin = this.#at.kind < 0 ? 0 : this.#origin();
    const type = this.#type(origin);
    const asset = type < 0 ? -1 : this.asset(this.#assets, at.asset);
    if (asset < 0) return;
    const party = this.#party();
    if (party < 0) return;
    if (at.coveredTo >= 0 && ends[at.coveredTo] > starts[at.coveredTo]) this.#tell(origin, type);

    const { month } = this.#moment;
    let rows = this.#rows[origin];
    if (!rows || rows.month !== month) {
      rows = this.sinkOf(ORIGINS[origin].kind).month(month);
      this.#rows[origin] = rows;
    }
    const inMonth = this.#moment.time;
    const { low, high } = this.#amount;
    const valueLow = priced ? value.low : UNPRICED_LOW;
    rows.push(inMonth, party, type, asset, low, high, valueLow, priced ? value.high : UNPRICED_HIGH);
    this.tally.row(month, inMonth, this.dictionary.referralOf(party), priced ? value : undefined);
  }

  #tell(origin: number, type: number): void {
    const { coveredFrom, coveredTo } = this.#at;
    const [first, last] = [coveredFrom, coveredTo].map(at =>
      at < 0 ? undefined : parseMoment(this.field(at)),
    );
    if (first !== undefined && last !== undefined && first <= last)
      this.told.push({ kind: ORIGINS[origin].kind, type, first, last });
  }

  /** The position of a row's origin in a file of ours. Older ones say only that it was credited. */
  #origin(): number {
    const { friend, code, status, source } = this.#at;
    const { starts, ends } = this.scanner;
    const has = (column: number) => column >= 0 && ends[column] > starts[column];
    const position = (column: number, words: string[]) =>
      this.cached(this.#words, column, text => Math.max(0, words.indexOf(text)));
    if (source >= 0) return position(source, ORIGIN_WORDS);
    return has(status) && !has(friend) && !has(code) ? position(status, ['', 'credited']) : 0;
  }

  #isCredited(): boolean {
    const { status } = this.#at;
    return status >= 0 && this.cached(this.#statuses, status, text => Number(text === 'credited')) === 1;
  }

  #type(origin: number): number {
    const { type, kind } = this.#at;
    if (kind < 0) return this.cached(this.#types, type, text => this.dictionary.type(text, 'commission'));
    // An export of our own: every row says what it is.
    const { buf, starts, ends } = this.scanner;
    const { mark } = ORIGINS[origin];
    const isConfirmed = !('credited' in mark) && this.#isCredited();
    const cache = this.#ownTypes[origin][Number(isConfirmed)];
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
    answer = this.dictionary.type(this.field(type).trim(), name as Kind, {
      ...mark,
      ...(isConfirmed && { confirmed: true }),
    });
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
    for (const column of [friend, sub, code]) {
      if (!POWER_OF_TEN.test(text(column))) continue;
      this.#hasPowers = true;
      this.rejectField(column, text => ({ is: 'power', text }));
      return -1;
    }
    const optional = (column: number) => text(column).replace(NOTHING, '');
    // A zero date is how some writers say that there is none.
    const since = optional(registration).replace(/^(?:1970-01-01|0000-00-00) 00:00:00$/, '');
    const written = this.#order ? unlocalDate(since, this.#order) : since;
    const moment = since === '' ? Number.NaN : parseMoment(written, this.#zone);
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
