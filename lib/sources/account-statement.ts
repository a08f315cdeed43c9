/**
 * The account statement ("Transaction History") of Binance: headers, dates, names and operations as in
 * docs/facts/binance.md §2.2. It tells of everything that moved; only what is surely referral income is taken. It
 * names no referrals, no codes and no values.
 */
import type { Kind, MonthRows } from '../domain/commission';
import { startOfMonth } from '../domain/day';
import type { Dictionary } from '../domain/dictionary';
import type { FileChoice } from '../domain/file-choice';
import { UNPRICED_HIGH, UNPRICED_LOW } from '../domain/money';
import type { FileFigures, Lookalike } from '../domain/receipt';
import { NOBODY } from '../domain/rollup';
import { BytesCache } from './bytes-cache';
import { DecimalReader } from './decimal-bytes';
import { MomentReader } from './moment-bytes';
import { type ExportSink, RowDecoder } from './row-decoder';
import { chooseZone, withoutZone, zoneOf } from './zone';

/** Operations that are referral money, whatever else is in the statement. Bonus-like ones are too ambiguous to take. */
const OPERATIONS = new Map<string, Kind>([
  ['commission history', 'commission'],
  ['commission rebate', 'commission'],
  ['referral commission', 'commission'],
  ['referrer rebates', 'commission'],
  ['referrer rebate', 'commission'],
  ['commission fee shared with you', 'kickback'],
  ['referral kickback', 'kickback'],
  ['referee rebates', 'kickback'],
]);

const NEEDED = ['time', 'account', 'operation', 'asset', 'amount'] as const;
const ROLES = [...NEEDED, 'user'] as const;
type Role = (typeof ROLES)[number];

/** Header cells, lower-case and without spaces, accents and underscores; operations stay English in all of them. */
const ALIASES = new Map<string, Role>([
  ['userid', 'user'],
  ['iddeusuario', 'user'],
  ['iddousuario', 'user'],
  ['utctime', 'time'],
  ['time', 'time'],
  ['date', 'time'],
  ['tiempo', 'time'],
  ['hora', 'time'],
  ['tempo', 'time'],
  ['account', 'account'],
  ['cuenta', 'account'],
  ['conta', 'account'],
  ['operation', 'operation'],
  ['operacion', 'operation'],
  ['operacao', 'operation'],
  ['coin', 'asset'],
  ['moneda', 'asset'],
  ['moeda', 'asset'],
  ['change', 'amount'],
  ['cambio', 'amount'],
  ['cambiar', 'amount'],
  ['alterar', 'amount'],
]);
const plain = (cell: string) =>
  cell
    .normalize('NFKD')
    .replace(/[\p{M}\s_\ufeff"]/gu, '')
    .toLowerCase();

const HYPHEN = 45;

/**
 * Recognises a statement by its first bytes.
 * @param name the file's: where the header does not say that times are UTC, it tells their zone.
 */
export function openStatement(
  head: Uint8Array,
  name: string,
  dictionary: Dictionary,
  sink: ExportSink,
  choice: FileChoice = {},
): { decoder: RowDecoder } | { refused: Lookalike } {
  for (const delimiter of [',', ';', '\t']) {
    const decoder = new StatementDecoder('utf-8', delimiter.charCodeAt(0), dictionary, sink);
    if (!decoder.readHeader(head)) continue;
    const { zone, zones } = chooseZone(choice.zone, decoder.headerZone, zoneOf(name));
    if (zone === undefined) return { refused: 'statement-zone' };
    decoder.readIn(zone, zones);
    return { decoder };
  }
  return { refused: 'statement' };
}

/** A receipt names so many accounts of a file. */
const ACCOUNTS_NAMED = 10;

/** An account's id as it is kept and shown: enough to tell one's own apart. A spreadsheet's `9.1E+08` is none. */
function shortened(id: string): string {
  if (!/^\d+$/.test(id)) return '';
  return id.length > 6 ? `${id.slice(0, 3)}…${id.slice(-3)}` : id;
}

/** Cached answers from here on are other operations, by position. */
const OTHERS = 0x10000;

class StatementDecoder extends RowDecoder {
  /** ms east of UTC; undefined where the header does not say. */
  headerZone: number | undefined;
  #zone = 0;
  #zones: FileFigures['zones'];
  #at = Object.fromEntries(ROLES.map(role => [role, -1])) as Record<Role, number>;
  #types = new BytesCache();
  #assets = new BytesCache();
  #users = new BytesCache();
  #accounts = new Set<string>();
  #moment = new MomentReader();
  #amount = new DecimalReader();
  #others: { name: string; rows: number }[] = [];
  #rows: MonthRows | undefined;
  /** A moment whose year is written with two digits, with all four. */
  #long = new TextEncoder().encode('20yy-mm-dd hh:mm:ss');

  /** @returns whether the first line names the columns of a statement. */
  readHeader(head: Uint8Array): boolean {
    const n = this.takeHeader(head);
    if (n < NEEDED.length || n > 20) return false;
    this.columns.forEach((cell, i) => {
      const role = ALIASES.get(plain(withoutZone(cell)));
      if (role && this.#at[role] < 0) this.#at[role] = i;
    });
    const time = this.columns[this.#at.time] ?? '';
    this.headerZone = plain(time) === 'utctime' ? 0 : zoneOf(time);
    return NEEDED.every(role => this.#at[role] >= 0);
  }

  /** @param zone ms east of UTC. */
  readIn(zone: number, zones: FileFigures['zones']): void {
    this.#moment = new MomentReader(zone);
    this.#zone = zone;
    this.#zones = zones;
  }

  override figures(): FileFigures {
    const others = Object.fromEntries(this.#others.map(({ name, rows }) => [name, rows]));
    return {
      ...super.figures(),
      of: this.#isCopy() ? 'statement-copy' : 'statement',
      zone: this.#zone,
      ...(this.#others.length > 0 && { others }),
      ...(this.#zones && { zones: this.#zones }),
      ...(this.#accounts.size > 0 && { accounts: [...this.#accounts].slice(0, ACCOUNTS_NAMED) }),
    };
  }

  /** Whether a spreadsheet has saved the file again: Binance writes seconds. */
  #isCopy(): boolean {
    return super.figures().rows > 0 && (!this.#moment.hasSeconds || this.#amount.hasPowers);
  }

  protected record(n: number): void {
    const { buf, starts, ends } = this.scanner;
    const { time, asset, amount } = this.#at;
    if (n < this.columns.length) {
      this.reject('', { is: 'columns', found: n, expected: this.columns.length });
      return;
    }
    const type = this.#type();
    // Parts that were put together repeat the header.
    if (type === -2) return;
    const isRead = this.#readMoment(starts[time], ends[time]);
    const { month, time: inMonth } = this.#moment;
    if (type >= OTHERS || type === -1) {
      if (type >= OTHERS) this.#others[type - OTHERS].rows++;
      if (isRead) this.tally.seen(startOfMonth(month) + inMonth);
      return;
    }
    if (!isRead) {
      this.rejectField(time, text => ({ is: 'moment', text }));
      return;
    }
    if (!this.#amount.read(buf, starts[amount], ends[amount])) {
      this.rejectDecimal(amount, this.#amount);
      return;
    }
    const ticker = this.asset(this.#assets, asset);
    if (ticker < 0) return;
    if (this.#rows?.month !== month) this.#rows = this.sink.month(month);
    const party = this.#party();
    const { low, high } = this.#amount;
    this.#rows.push(inMonth, party, type, ticker, low, high, UNPRICED_LOW, UNPRICED_HIGH);
    this.tally.row(month, inMonth, NOBODY);
  }

  /** Nobody, of the account whose record it is: equal rows of two accounts are two payments. */
  #party(): number {
    const { user } = this.#at;
    const party = (text: string) => {
      const account = shortened(text);
      if (account !== '') this.#accounts.add(account);
      return this.dictionary.party('', account, Number.NaN, '');
    };
    return user < 0 ? party('') : this.cached(this.#users, user, party);
  }

  /** A row type, OTHERS and above for an operation that is none of ours, -1 rejected, -2 the header again. */
  #type(): number {
    const { buf, starts, ends } = this.scanner;
    const { account, operation } = this.#at;
    const cache = this.#types;
    cache.begin();
    cache.add(buf, starts[operation], ends[operation]);
    cache.add(buf, starts[account], ends[account]);
    let answer = cache.find();
    if (answer >= 0) return answer;
    const name = this.field(operation).trim();
    if (plain(name) === plain(this.columns[operation])) return -2;
    const kind = OPERATIONS.get(name.toLowerCase());
    if (kind) {
      // The operation alone does not say which market: the account it was booked to does.
      const literal = `${this.field(account).trim()} · ${name}`;
      answer = this.dictionary.type(literal, kind, { credited: true });
      if (answer < 0) {
        this.reject(this.columns[operation], { is: 'full' });
        return -1;
      }
    } else answer = OTHERS + this.#other(name);
    cache.set(answer);
    return answer;
  }

  /** Position of another operation among those that are counted by name. */
  #other(name: string): number {
    const short = name.slice(0, 60) || '–';
    const known = this.#others.findIndex(other => other.name === short);
    if (known >= 0) return known;
    // A hostile file has a new one in every row.
    if (this.#others.length >= 200) return this.#others.length - 1;
    return this.#others.push({ name: this.#others.length === 199 ? '…' : short, rows: 0 }) - 1;
  }

  #readMoment(from: number, to: number): boolean {
    const { buf } = this.scanner;
    if (to - from !== 17 || buf[from + 2] !== HYPHEN) return this.#moment.read(buf, from, to);
    // `21-01-21 18:52:34`, as statements of later years write dates.
    for (let i = 0; i < 17; i++) this.#long[i + 2] = buf[from + i];
    return this.#moment.read(this.#long, 0, 19);
  }
}
