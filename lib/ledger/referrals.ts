import { type CountryMapping, UNKNOWN } from '../domain/country';
import { type CountryShare, countryShares } from '../domain/country-share';
import { momentOf } from '../domain/day';
import type { Filter } from '../domain/filter';
import { type Figures, referralsIn } from '../domain/metric';
import type { ReferralNote } from '../domain/notebook';
import { countBefore } from '../domain/referral';
import type { ReferralList, ReferralShow } from '../domain/referral-list';
import { type ReferralTable, referralTable, withinSpan } from '../domain/referral-table';
import type { LedgerReader } from './reader';
import { type Scope, scopeOf } from './scope';

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

const tables = new WeakMap<LedgerReader, Promise<{ table: ReferralTable; positions: Map<string, number> }>>();

/** The life of every referral: worked out once a generation. */
export function readReferralTable(
  ledger: LedgerReader,
): Promise<{ table: ReferralTable; positions: Map<string, number> }> {
  let found = tables.get(ledger);
  if (!found) {
    found = (async () => {
      const { known } = ledger.source!;
      const [{ figures }, names] = await Promise.all([ledger.figures([known]), ledger.names()]);
      return { table: referralTable(figures), positions: new Map(names.referrals.map((id, i) => [id, i])) };
    })();
    tables.set(ledger, found);
  }
  return found;
}

/** What the Referrals section shows for a filter. @param show which referrals the list holds. */
export async function readReferrals(
  ledger: LedgerReader,
  filter: Filter,
  now: number,
  mapping: CountryMapping,
  notes: Readonly<Record<string, ReferralNote>>,
  show: ReferralShow = 'all',
): Promise<ReferralsView> {
  const scope = scopeOf(ledger, filter, now);
  const { span, bars } = scope;
  const countries = await ledger.countries(mapping);
  const [{ figures, select }, { table, positions }, names] = await Promise.all([
    ledger.figures([span], filter, countries),
    readReferralTable(ledger),
    ledger.names(),
  ]);
  const { moments } = figures.registrations;
  const within = withinSpan(figures, span, filter.account, select.code);
  const codes = new Array<string>(figures.parties.referrals);
  const registered = new Float64Array(figures.parties.referrals).fill(Number.NaN);
  const country = new Array<string>(figures.parties.referrals);
  for (let r = 0; r < codes.length; r++) {
    const home = table.home[r];
    codes[r] = home < 0 ? '' : names.codes[figures.parties.code[home]];
    if (home >= 0) registered[r] = figures.parties.registration[home];
    country[r] = countries.list[countries.of[r]];
  }
  const list: ReferralList = {
    ids: names.referrals,
    registered,
    code: codes,
    country,
    note: r => noteText(notes[names.referrals[r]]),
    table,
    within,
    shown: new Uint32Array(0),
  };
  list.shown = shownReferrals(list, figures, select.code, filter.country, span, show);
  return {
    ...scope,
    fresh: bars.map(bar => BigInt(referralsIn(figures, bar.span, false))),
    cumulative: bars.map(bar => BigInt(countBefore(moments, momentOf(bar.span.to + 1)))),
    newReferrals: BigInt(referralsIn(figures, span, filter.period === 'all')),
    countries: countryShares(figures, span, { account: filter.account, code: select.code }, countries),
    hasCountries: countries.of.some(position => position !== 0),
    list,
    positions,
  };
}

/** Note and tags as one text: what the list shows and search looks through. */
export function noteText(note: ReferralNote | undefined): string {
  return [...(note?.tags ?? []).map(tag => `#${tag}`), note?.note ?? ''].filter(Boolean).join(' ');
}

function shownReferrals(
  list: ReferralList,
  { parties }: Figures,
  code: number | undefined,
  country: string | undefined,
  span: { from: number; to: number },
  show: ReferralShow,
): Uint32Array {
  const { table, within, registered } = list;
  // A referral belongs to every code that one of its parties has.
  const ofCode = new Uint8Array(parties.referrals).fill(code === undefined ? 1 : 0);
  if (code !== undefined) {
    for (let p = 0; p < parties.referral.length; p++) {
      if (parties.code[p] === code && parties.referral[p] < ofCode.length) ofCode[parties.referral[p]] = 1;
    }
  }
  const from = momentOf(span.from);
  const end = momentOf(span.to + 1);
  const wanted: Record<ReferralShow, (r: number) => boolean> = {
    all: () => true,
    earning: r => within.seen[r] === 1,
    new: r => registered[r] >= from && registered[r] < end,
    idle: r => table.total.seen[r] === 0 || within.seen[r] === 0,
  };
  const positions: number[] = [];
  for (let r = 0; r < ofCode.length; r++) {
    if (table.home[r] < 0 || !ofCode[r] || !wanted[show](r)) continue;
    if (country !== undefined && (list.country[r] ?? UNKNOWN) !== country) continue;
    positions.push(r);
  }
  return Uint32Array.from(positions);
}
