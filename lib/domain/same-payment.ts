import { marketOf } from './account';
import { type Columns, withoutValues } from './commission';
import { DAY_MS, MINUTE_MS } from './day';
import type { Dictionary, RowType } from './dictionary';
import { UNPRICED } from './money';

/**
 * What makes two rows one payment, however their files spelt it. A row is what happened: when, to whom, of which asset,
 * how much, in which market. The rest one file may have and another lack: then the fuller row stands for both.
 */
export interface SamePayment {
  /** Type → the first type that means the same market and kind. */
  typeOf: Uint16Array;
  /** Some types are spelt in two ways. */
  hasSpellings: boolean;
  /** Party → its referral. Parties that `fuller` makes are known too. */
  personOf: (party: number) => number;
  /** Whether nothing that both parties tell (sub id, registration, code) differs. */
  agree(a: number, b: number): boolean;
  /** The party that tells what either of two agreeing ones does. */
  fuller(a: number, b: number): number;
}

/** A payment in two places: where its row stays, and where the same is told again. */
export type Twin = [kept: number, again: number];

/** Whether nothing that two rows of one referral, moment, market and amount tell differs. */
export function rowsAgree({ party, value }: Columns, same: SamePayment, i: number, j: number): boolean {
  const [a, b] = [value[i], value[j]];
  return (a === b || a === UNPRICED || b === UNPRICED) && same.agree(party[i], party[j]);
}

/** The same rows with one spelling of each type. */
export const withOneSpelling = (c: Columns, { typeOf, hasSpellings }: SamePayment): Columns =>
  hasSpellings ? { ...c, type: c.type.map(type => typeOf[type]) } : c;

/** The same rows without what one file may tell of a payment and another not. */
export const withoutDetails = (c: Columns, same: SamePayment): Columns =>
  withoutValues({ ...withOneSpelling(c, same), party: c.party.map(same.personOf) });

/** Whether nothing tells two rows of one referral, moment, market and amount apart. */
const rowsEqual = ({ party, value }: Columns, i: number, j: number): boolean =>
  party[i] === party[j] && value[i] === value[j];

/** What two lists of rows have in common. */
export interface PairedOff {
  /** As many pairs as there can be of rows that agree, each row in one at most. */
  twins: Twin[];
  /** Those whose first row may take what the second tells: no unlike row could have been its partner. */
  sure: Twin[];
}

/**
 * Finds the rows that are one payment in two lists, both of one referral, moment, market and amount. Rows that are equal
 * come first: a fuller row must not take the place of one that is told twice.
 */
export function pairOff(c: Columns, same: SamePayment, ones: number[], others: number[]): PairedOff {
  const free = new Set(ones);
  const twins: Twin[] = [];
  const unlike = others.filter(other => {
    for (const one of free) {
      if (!rowsEqual(c, one, other)) continue;
      twins.push([one, other]);
      return !free.delete(one);
    }
    return true;
  });
  const partners = new Map<number, number>();
  // A row whose partners are all taken gets one if another row can make do with a partner that is left.
  const takes = (other: number, asked: Set<number>): boolean => {
    for (const one of free) {
      if (asked.has(one) || !rowsAgree(c, same, one, other)) continue;
      asked.add(one);
      const rival = partners.get(one);
      if (rival !== undefined && !takes(rival, asked)) continue;
      partners.set(one, other);
      return true;
    }
    return false;
  };
  for (const other of unlike) takes(other, new Set());
  const found = [...partners];
  const sure = found.filter(([one, other]) =>
    [...free].every(rival => rowsEqual(c, rival, one) || !rowsAgree(c, same, rival, other)),
  );
  return { twins: [...twins, ...found], sure };
}

/**
 * Gives rows what other rows tell of the same payments.
 * @param from where what is told again stands.
 * @returns the same columns where there is nothing to add.
 */
export function withDetails(c: Columns, from: Columns, sure: Twin[], same: SamePayment): Columns {
  let fuller: Columns | undefined;
  for (const [kept, again] of sure) {
    const { party, value } = fuller ?? c;
    const told = same.fuller(party[kept], from.party[again]);
    const isPriced = value[kept] === UNPRICED && from.value[again] !== UNPRICED;
    if (told === party[kept] && !isPriced) continue;
    fuller ??= { ...c, party: party.slice(), value: value.slice() };
    fuller.party[kept] = told;
    if (isPriced) fuller.value[kept] = from.value[again];
  }
  return fuller ?? c;
}

export function samePayments(dictionary: Dictionary): SamePayment {
  const { names } = dictionary;
  const first = new Map<string, number>();
  const typeOf = Uint16Array.from(names.types, (type, i) => {
    const meaning = meaningOf(type);
    if (!first.has(meaning)) first.set(meaning, i);
    return first.get(meaning)!;
  });
  const momentOf = (a: number, b: number) =>
    fullerMoment(dictionary.registrationOf(a), dictionary.registrationOf(b));
  return {
    typeOf,
    hasSpellings: typeOf.some((first, type) => first !== type),
    personOf: party => dictionary.referralOf(party),
    agree: (a, b) =>
      a === b ||
      (dictionary.referralOf(a) === dictionary.referralOf(b) &&
        isPart(names.subs[a], names.subs[b]) &&
        isPart(dictionary.codeOf(a), dictionary.codeOf(b)) &&
        momentOf(a, b) !== undefined),
    fuller(a, b) {
      if (a === b) return a;
      const id = names.referrals[dictionary.referralOf(a)] ?? '';
      const sub = names.subs[a] || names.subs[b];
      return dictionary.party(id, sub, momentOf(a, b)!, dictionary.codeOf(a) || dictionary.codeOf(b));
    },
  };
}

/** What an order type means: its market, or the word itself where the market is unknown (docs/facts/binance.md §2.1). */
function meaningOf({ literal, kind, credited }: RowType): string {
  const market = marketOf(literal);
  return `${credited ?? ''} ${kind} ${market === 'other' ? `"${literal.normalize('NFKC').toLowerCase().trim()}` : market}`;
}

const isPart = (a: string, b: string) => a === b || a === '' || b === '';

/** The more exact of two moments (ms, or NaN) where one is the other without its seconds or its time of day. */
function fullerMoment(a: number, b: number): number | undefined {
  if (a === b || Number.isNaN(b)) return a;
  if (Number.isNaN(a)) return b;
  const [early, late] = a < b ? [a, b] : [b, a];
  const isCut = [DAY_MS, MINUTE_MS].some(unit => early % unit === 0 && late - early < unit);
  return isCut ? late : undefined;
}
