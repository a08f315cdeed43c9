import { ACCOUNTS, accountOf, marketOf } from './account';
import { type Columns, KINDS, type Kind } from './commission';
import type { Parties } from './referral';
import { type Lookup, NOBODY } from './rollup';

/** What a row's order type says, kept as the source spelled it. */
export interface RowType {
  literal: string;
  kind: Kind;
  /** The row stands in the records of the user's own account: it has been paid. */
  credited?: true;
  /** The row comes from a copy that a spreadsheet has saved. */
  copied?: true;
  /** The row stands in an export, and our own file says that it has been paid. */
  confirmed?: true;
}
/** Where rows come from, as far as their type tells. */
export type TypeMark = Pick<RowType, 'credited' | 'copied' | 'confirmed'>;

/** Reported: in an export alone. Credited: in the records of the user's own account. */
export type Status = 'reported' | 'credited';
export const statusOf = ({ credited, confirmed }: RowType): Status =>
  credited || confirmed ? 'credited' : 'reported';

/** The texts of a source's dictionary, as stored. Positions are what rows and `Parties` hold. */
export interface Names {
  types: RowType[];
  assets: string[];
  codes: string[];
  referrals: string[];
  /** Party → sub-account id, '' where there is none; of nobody's rows the own account, shortened. */
  subs: string[];
  /** Referral → country as the source gives it; absent where a source has no countries. */
  countries?: string[];
}

/** Rows hold types and assets in sixteen bits. */
const MOST = 65_535;

/** A source's dictionary while rows are read: only ever grows, so positions stay valid across batches. */
export class Dictionary {
  readonly names: Names;
  #types = new Map<string, number>();
  #assets = new Map<string, number>();
  #codes = new Map<string, number>();
  #referrals = new Map<string, number>();
  #parties = new Map<string, number>();
  #referralOf: number[];
  #codeOf: number[];
  #registration: number[];
  /** Party → moment of its earliest row, ms. */
  #since: number[];

  constructor(names?: Names, parties?: Parties) {
    this.names = names ?? { types: [], assets: [], codes: [], referrals: [], subs: [] };
    this.#referralOf = Array.from(parties?.referral ?? []);
    this.#codeOf = Array.from(parties?.code ?? []);
    this.#registration = Array.from(parties?.registration ?? []);
    this.#since = this.#registration.map((_, p) => parties?.since?.[p] ?? Number.POSITIVE_INFINITY);
    this.names.types.forEach((type, i) => {
      this.#types.set(typeKey(type), i);
    });
    this.names.assets.forEach((asset, i) => {
      this.#assets.set(asset, i);
    });
    this.names.codes.forEach((code, i) => {
      this.#codes.set(code, i);
    });
    this.names.referrals.forEach((id, i) => {
      this.#referrals.set(id, i);
    });
    this.names.subs.forEach((sub, p) => {
      const id = this.#referralOf[p] === NOBODY ? '' : this.names.referrals[this.#referralOf[p]];
      this.#parties.set(partyKey(id, sub, this.#registration[p], this.names.codes[this.#codeOf[p]]), p);
    });
  }

  /** @returns the position, or -1 when the dictionary is full. */
  type(literal: string, kind: Kind, mark: TypeMark = {}): number {
    const type: RowType = { literal, kind, ...mark };
    return intern(this.#types, typeKey(type), this.names.types, () => type);
  }

  /** @returns the position, or -1 when the dictionary is full. */
  asset(ticker: string): number {
    return intern(this.#assets, ticker, this.names.assets, () => ticker);
  }

  /** @param registration ms, or NaN. */
  party(id: string, sub: string, registration: number, code: string): number {
    const key = partyKey(id, sub, registration, code);
    const known = this.#parties.get(key);
    if (known !== undefined) return known;
    const party = this.names.subs.length;
    this.#parties.set(key, party);
    this.names.subs.push(sub);
    this.#registration.push(registration);
    this.#since.push(Number.POSITIVE_INFINITY);
    this.#codeOf.push(grow(this.#codes, code, this.names.codes));
    this.#referralOf.push(id === '' ? NOBODY : grow(this.#referrals, id, this.names.referrals));
    return party;
  }

  /**
   * Takes note of when parties have earned.
   * @param begin of the rows' month, ms.
   * @returns the first of the parties of which an earlier row was not known; Infinity for none.
   */
  earned({ time, party }: Pick<Columns, 'time' | 'party'>, begin: number): number {
    let first = Number.POSITIVE_INFINITY;
    for (let i = 0; i < time.length; i++) {
      const p = party[i];
      if (begin + time[i] >= this.#since[p] || this.#referralOf[p] === NOBODY) continue;
      this.#since[p] = begin + time[i];
      if (p < first) first = p;
    }
    return first;
  }

  referralOf(party: number): number {
    return this.#referralOf[party];
  }

  codeOf(party: number): string {
    return this.names.codes[this.#codeOf[party]];
  }

  /** ms, or NaN. */
  registrationOf(party: number): number {
    return this.#registration[party];
  }

  get parties(): Parties {
    return {
      referral: Uint32Array.from(this.#referralOf),
      code: Uint32Array.from(this.#codeOf),
      registration: Float64Array.from(this.#registration),
      since: Float64Array.from(this.#since),
      referrals: this.names.referrals.length,
    };
  }
}

function typeKey({ literal, kind, credited, copied, confirmed }: RowType): string {
  const origin = credited ? 'credited ' : copied ? 'copied ' : '';
  return `${origin}${confirmed ? 'confirmed ' : ''}${kind} ${literal}`;
}

function partyKey(id: string, sub: string, registration: number, code: string): string {
  return JSON.stringify([id, sub, Number.isNaN(registration) ? null : registration, code]);
}

function grow(map: Map<string, number>, text: string, list: string[]): number {
  let position = map.get(text);
  if (position === undefined) {
    position = list.push(text) - 1;
    map.set(text, position);
  }
  return position;
}

function intern<T>(map: Map<string, number>, key: string, list: T[], make: () => T): number {
  const known = map.get(key);
  if (known !== undefined) return known;
  if (list.length >= MOST) return -1;
  map.set(key, list.length);
  return list.push(make()) - 1;
}

/** What rolling up needs of a dictionary. */
export function lookupOf(names: Names, parties: Parties): Lookup {
  return {
    accountOfType: Uint8Array.from(names.types, t => ACCOUNTS.indexOf(accountOf(marketOf(t.literal)))),
    kindOfType: Uint8Array.from(names.types, t => KINDS.indexOf(t.kind)),
    codeOfParty: parties.code,
    referralOfParty: parties.referral,
  };
}
