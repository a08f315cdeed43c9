import { countBefore } from '../domain/binary-search';
import type { Countries, CountryMapping } from '../domain/country';
import { type CountryShare, countryShares } from '../domain/country-share';
import { momentOf } from '../domain/day';
import type { Filter } from '../domain/filter';
import { weakMemo } from '../domain/memo';
import { referralsIn } from '../domain/metric';
import type { ReferralNote } from '../domain/notebook';
import type { Span } from '../domain/period';
import type { Registrations } from '../domain/referral';
import type { ReferralList, ReferralShow } from '../domain/referral-list';
import { type ReferralColumns, referralTable } from '../domain/referral-table';
import { readCountries } from './countries';
import type { LedgerReader } from './reader';
import { type Scope, scopeOf } from './scope';
import { readWithin } from './within';

export interface ReferralsView extends Scope {
  /** New referrals, and all there were by its end, per bar. */
  fresh: bigint[];
  cumulative: bigint[];
  newReferrals: bigint;
  countries: CountryShare[];
  /** Some referral has a country: from the source, or from the user. */
  hasCountries: boolean;
  list: ReferralList;
  /** Referral ids by position, and back. */
  positions: ReadonlyMap<string, number>;
}

/** The life of every referral: worked out once a generation. */
export const readReferralTable = weakMemo(
  async (ledger: LedgerReader): Promise<{ table: ReferralColumns; positions: Map<string, number> }> => {
    const { known } = ledger.book!;
    const [{ figures }, names] = await Promise.all([ledger.figures([known]), ledger.names()]);
    return { table: referralTable(figures), positions: new Map(names.referrals.map((id, i) => [id, i])) };
  },
);

/** What the Referrals section shows for a filter; nothing without a ledger. @param show which referrals the list holds. */
export async function readReferrals(
  ledger: LedgerReader,
  filter: Filter,
  now: number,
  mapping: CountryMapping,
  notes: Readonly<Record<string, ReferralNote>>,
  show: ReferralShow = 'all',
): Promise<ReferralsView | undefined> {
  if (!ledger.book) return undefined;
  const scope = scopeOf(ledger, filter, now);
  const { span, bars } = scope;
  const countries = await readCountries(ledger, mapping);
  const [{ figures }, { figures: everywhere }, within, { table, positions }, names, faces] =
    await Promise.all([
      ledger.figures([span], filter, countries),
      // Countries are compared with each other, so the filter's own does not narrow them.
      ledger.figures([], { ...filter, country: undefined }),
      readWithin(ledger, span, filter),
      readReferralTable(ledger),
      ledger.names(),
      readFaces(ledger)(countries),
    ]);
  const { moments } = figures.registrations;
  const list: ReferralList = {
    ...faces,
    note: r => noteText(notes[names.referrals[r]]),
    table,
    within,
    shown: new Uint32Array(0),
  };
  list.shown = shownReferrals(list, figures.registrations, span, show);
  return {
    ...scope,
    fresh: bars.map(bar => BigInt(referralsIn(figures, bar.span, false))),
    cumulative: bars.map(bar => BigInt(countBefore(moments, momentOf(bar.span.to + 1)))),
    newReferrals: BigInt(referralsIn(figures, span, filter.period === 'all')),
    countries: countryShares(within, everywhere.registrations, span, countries),
    hasCountries: countries.list.length > 1,
    list,
    positions,
  };
}

/** What stays the same of the referrals whatever the filter. */
const readFaces = weakMemo((ledger: LedgerReader) =>
  weakMemo(
    async (countries: Countries): Promise<Pick<ReferralList, 'ids' | 'registered' | 'code' | 'country'>> => {
      const [{ figures }, { table }, names] = await Promise.all([
        ledger.figures([]),
        readReferralTable(ledger),
        ledger.names(),
      ]);
      const { parties } = figures;
      return {
        ids: names.referrals,
        registered: Float64Array.from(table.home, p => (p < 0 ? Number.NaN : parties.registration[p])),
        code: Array.from(table.home, p => (p < 0 ? '' : names.codes[parties.code[p]])),
        country: Array.from(countries.of, position => countries.list[position]),
      };
    },
  ),
);

/** Note and tags as one text: what the list shows and search looks through. */
export function noteText(note: ReferralNote | undefined): string {
  return [...(note?.tags ?? []).map(tag => `#${tag}`), note?.note ?? ''].filter(Boolean).join(' ');
}

/** @param registrations of the referrals that code and country leave. */
function shownReferrals(
  { table, within }: ReferralList,
  registrations: Registrations,
  span: Span,
  show: ReferralShow,
): Uint32Array {
  const from = momentOf(span.from);
  const end = momentOf(span.to + 1);
  const wanted: Record<ReferralShow, (r: number) => boolean> = {
    all: () => true,
    earning: r => within.seen[r] === 1,
    new: r => registrations.of[r] >= from && registrations.of[r] < end,
    idle: r => table.total.seen[r] === 0 || within.seen[r] === 0,
  };
  const accepts = wanted[show];
  const { of } = registrations;
  const positions = new Uint32Array(of.length);
  let n = 0;
  for (let r = 0; r < of.length; r++) if (of[r] !== -1 && accepts(r)) positions[n++] = r;
  return positions.subarray(0, n);
}
