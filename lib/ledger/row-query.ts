import { ACCOUNTS, marketOf } from '../domain/account';
import { hasBit } from '../domain/bits';
import { type Columns, KINDS, type Kind } from '../domain/commission';
import type { CoverageClaim } from '../domain/coverage-claim';
import { DAY_MS, type Month, momentOf } from '../domain/day';
import type { Names } from '../domain/dictionary';
import type { RowNarrowing } from '../domain/narrowing';
import type { Span } from '../domain/period';
import type { Parties } from '../domain/referral';
import { compareIds } from '../domain/referral-list';
import { type Lookup, NOBODY } from '../domain/rollup';

/** The columns of the table of commissions, as sorting names them. */
export const ROW_COLUMNS = [
  'time',
  'market',
  'type',
  'asset',
  'amount',
  'value',
  'referral',
  'code',
] as const;
export type RowColumn = (typeof ROW_COLUMNS)[number];

export interface RowQuery extends RowNarrowing {
  span: Span;
  kinds: Kind[];
  /** One bit a party: only these. */
  among?: Uint32Array;
  /** Only this referral, by id. */
  referral?: string;
  /** Part of a referral's id, an order type, an asset or a code. */
  search?: string;
  sort: RowColumn;
  descending: boolean;
}

/** A month's rows, oldest first. */
export interface Block {
  month: Month;
  begin: number;
  columns: Columns;
  /** Where exports and the account's own records agree (`Choice.confirmed`). */
  confirmed?: Uint8Array;
}

/** What rows mean: the source's dictionary. */
export interface RowNames {
  names: Names;
  parties: Parties;
  lookup: Lookup;
  /** Type → pair (lib/domain/source). */
  pairs: Uint8Array;
  /** What each source speaks for. */
  claims: CoverageClaim[];
}

/** Which rows a query wants, decided per dictionary entry, so that a row costs two look-ups. */
export interface RowTest {
  type: Uint8Array;
  party: Uint8Array;
  /** With a search: types, assets and parties that match it; a row needs one of them. */
  found?: { type: Uint8Array; asset: Uint8Array; party: Uint8Array };
}

/** @internal */
export function rowTest(query: RowQuery, { names, parties, lookup }: RowNames): RowTest {
  const kinds = query.kinds.map(kind => KINDS.indexOf(kind));
  const account = query.account ? ACCOUNTS.indexOf(query.account) : -1;
  const referral = query.referral === undefined ? -1 : names.referrals.indexOf(query.referral);
  const type = Uint8Array.from(names.types, (_, i) =>
    kinds.includes(lookup.kindOfType[i]) && (account < 0 || lookup.accountOfType[i] === account) ? 1 : 0,
  );
  const party = Uint8Array.from(names.subs, (_, p) => {
    if (query.referral !== undefined && parties.referral[p] !== referral) return 0;
    return query.among && !hasBit(query.among, p) ? 0 : 1;
  });
  const needle = query.search?.trim().toLowerCase();
  if (!needle) return { type, party };
  const holds = (text: string | undefined) => (text?.toLowerCase().includes(needle) ? 1 : 0);
  const ofReferral = Uint8Array.from(names.referrals, holds);
  const ofCode = Uint8Array.from(names.codes, holds);
  return {
    type,
    party,
    found: {
      type: Uint8Array.from(names.types, t => holds(t.literal)),
      asset: Uint8Array.from(names.assets, holds),
      party: Uint8Array.from(names.subs, (sub, p) =>
        ofReferral[parties.referral[p]] || ofCode[parties.code[p]] || holds(sub) ? 1 : 0,
      ),
    },
  };
}

/** @internal Positions of the wanted rows of a block. */
export function matching(
  { begin, columns }: Block,
  { span }: RowQuery,
  { type, party, found }: RowTest,
): Uint32Array {
  const from = momentOf(span.from) - begin;
  const end = momentOf(span.to) + DAY_MS - begin;
  const rows = new Uint32Array(columns.time.length);
  let n = 0;
  for (let i = 0; i < columns.time.length; i++) {
    const time = columns.time[i];
    if (time < from || time >= end || !type[columns.type[i]] || !party[columns.party[i]]) continue;
    if (
      found &&
      !found.type[columns.type[i]] &&
      !found.asset[columns.asset[i]] &&
      !found.party[columns.party[i]]
    )
      continue;
    rows[n++] = i;
  }
  return rows.subarray(0, n);
}

/** @internal The place of each dictionary entry in the order of its texts; equal texts share one. */
export function ranksOf(column: RowColumn, { names, parties }: RowNames): Uint32Array {
  const plain = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
  const rank = (texts: string[], compare = plain) => {
    const sorted = [...new Set(texts)].sort(compare);
    const places = new Map(sorted.map((text, i) => [text, i]));
    return Uint32Array.from(texts, text => places.get(text)!);
  };
  if (column === 'asset') return rank(names.assets);
  if (column === 'type') return rank(names.types.map(type => type.literal));
  if (column === 'market') return rank(names.types.map(type => marketOf(type.literal)));
  const ranks = column === 'code' ? rank(names.codes) : rank(names.referrals, compareIds);
  return Uint32Array.from(names.subs, (_, p) => {
    if (column === 'code') return ranks[parties.code[p]];
    return parties.referral[p] === NOBODY ? 0 : ranks[parties.referral[p]] + 1;
  });
}
