import type { FilterAccount } from '../domain/account';
import type { Columns } from '../domain/commission';
import { type Countries, type CountryMapping, countriesOf, partiesOf } from '../domain/country';
import { type Day, dayOf, firstDayOf, type Month, momentOf, monthOf } from '../domain/day';
import { lookupOf, type Names } from '../domain/dictionary';
import { type Figures, monthsOf, type Selection } from '../domain/metric';
import { PartySet } from '../domain/party-set';
import type { Comparison, Span } from '../domain/period';
import { type Crowd, crowdOf, type Parties, type Registrations, registrationsOf } from '../domain/referral';
import { type PerReferral, withinSpan } from '../domain/referral-table';
import { type Rollup, rollUp } from '../domain/rollup';
import { countedRows, pairsOfTypes, type SourceRows } from '../domain/source';
import type { Manifest, MonthState } from '../store/manifest';
import { readChunks, readManifest, readNames, readParties, readRollup, readSourceRows } from '../store/read';
import type { Database } from '../store/schema';
import { type SourceView, viewOf } from './source-view';

/** The parts of a filter that choose people. */
export interface Whose {
  code?: string;
  /** ISO code or UNKNOWN; needs `countries`. */
  country?: string;
}

/** So many spans' sums by referral are kept: some hundred kB each. */
const KEPT = 12;

/**
 * One generation of the ledger, read as screens need it: rollups month by month, kept once read. Immutable chunks
 * make that safe: what a generation names never changes.
 */
export class LedgerReader {
  #rollups = new Map<Month, Rollup>();
  #parties: Promise<Parties> | undefined;
  #crowd: Crowd | undefined;
  #registrations = new Map<PartySet | undefined, Map<number | undefined, Registrations>>();
  #partials = new Map<number, Promise<Rollup | undefined>>();
  #names: Promise<Names> | undefined;
  #countries: { mapping: CountryMapping; found: Promise<Countries> } | undefined;
  #ofCode = new Map<PartySet | undefined, Map<number, PartySet>>();
  #within = new Map<string, PerReferral>();
  #sets = new WeakMap<Countries, Map<string, PartySet>>();

  private constructor(
    private readonly db: Database,
    readonly manifest: Manifest,
    readonly source: SourceView | undefined,
  ) {}

  static async open(db: Database): Promise<LedgerReader> {
    const manifest = await readManifest(db);
    return new LedgerReader(db, manifest, viewOf(manifest));
  }

  /** The texts of the shown source: read when the first screen needs names. */
  names(): Promise<Names> {
    this.#names ??= readNames(this.db, this.source?.state.dictionary ?? []);
    return this.#names;
  }

  /** Every referral's country, for one state of what the user has told. */
  countries(mapping: CountryMapping): Promise<Countries> {
    if (this.#countries?.mapping !== mapping) {
      this.#countries = { mapping, found: this.#findCountries(mapping) };
    }
    return this.#countries.found;
  }

  async #findCountries(mapping: CountryMapping): Promise<Countries> {
    const { figures } = await this.figures([]);
    const names = await this.names();
    return countriesOf(
      figures.parties,
      figures.crowd,
      names.referrals,
      names.codes,
      mapping,
      names.countries,
    );
  }

  /** The months of rows, checked, as the store has them. */
  async rowsOf(month: Month): Promise<Columns[]> {
    const state = this.source?.state.months.find(s => s.month === month);
    return state ? this.#counted(state) : [];
  }

  /** All rows of a month with their source, whichever counts. */
  async sourceRowsOf(month: Month): Promise<SourceRows[]> {
    const state = this.source?.state.months.find(s => s.month === month);
    return state ? readSourceRows(this.db, state) : [];
  }

  /** Rows that count: where several sources tell of the same money, those of the chosen one. */
  async #counted(state: MonthState): Promise<Columns[]> {
    if (!state.choice) return readChunks(this.db, state);
    const [rows, names] = await Promise.all([readSourceRows(this.db, state), this.names()]);
    return countedRows(rows, state.choice, pairsOfTypes(names.types));
  }

  /** What each referral brought in a span (`withinSpan`). The spans asked for last are kept: one click leads back. */
  async within(span: Span, account?: FilterAccount, code?: string): Promise<PerReferral> {
    const key = `${span.from} ${span.to} ${account} ${code}`;
    const kept = this.#within.get(key);
    if (kept) return kept;
    const { figures, select } = await this.figures([span], { code });
    const within = withinSpan(figures, span, account, select.code);
    if (this.#within.size >= KEPT) this.#within.delete(this.#within.keys().next().value!);
    this.#within.set(key, within);
    return within;
  }

  /**
   * What figures over these spans are computed from, and what of `whose` they are to be narrowed to.
   * @param countries needed only where `whose` names a country.
   */
  async figures(
    spans: Span[],
    whose: Whose = {},
    countries?: Countries,
  ): Promise<{ figures: Figures; select: Omit<Selection, 'account'> }> {
    const { source } = this;
    if (!source) return { figures: NO_FIGURES, select: {} };
    this.#parties ??= readParties(this.db, source.state.dictionary);
    const missing = source.state.months.filter(
      state =>
        !this.#rollups.has(state.month) &&
        spans.some(s => monthOf(s.from) <= state.month && state.month <= monthOf(s.to)),
    );
    const code = whose.code === undefined ? undefined : this.#codeAt(whose.code);
    const [parties] = await Promise.all([
      this.#parties,
      ...missing.map(async state => {
        this.#rollups.set(state.month, await this.#rollupOf(state));
      }),
    ]);
    this.#crowd ??= crowdOf(parties);
    const wanted = new Map<Month, Rollup>();
    for (const span of spans) {
      for (const month of monthsOf(clip(span, source.known))) {
        const rollup = this.#rollups.get(month);
        if (rollup) wanted.set(month, rollup);
      }
    }
    const among =
      whose.country === undefined || !countries ? undefined : this.#among(countries, whose.country, parties);
    return {
      figures: {
        rollups: wanted,
        parties,
        crowd: this.#crowd,
        registrations: this.#registrationsOf(parties, code, among),
      },
      select: {
        ...(code !== undefined && { code }),
        ...(among && { among }),
        ...((code !== undefined || among) && { people: this.#people(parties, code, among) }),
      },
    };
  }

  /** Those of a code and a country together; kept, so that what they have been counted for is. */
  #people(parties: Parties, code: number | undefined, among: PartySet | undefined): PartySet {
    if (code === undefined) return among!;
    const sets = this.#ofCode.get(among) ?? new Map<number, PartySet>();
    this.#ofCode.set(among, sets);
    let found = sets.get(code);
    if (!found) {
      found = PartySet.where(parties, p => parties.code[p] === code && (!among || among.has(p)));
      sets.set(code, found);
    }
    return found;
  }

  /** A month's rollup; one that an older version wrote is summed again from its rows. */
  async #rollupOf(state: MonthState): Promise<Rollup> {
    const rollup = await readRollup(this.db, state.rollup);
    if (rollup.odd) return rollup;
    const [parties, names, columns] = await Promise.all([this.#parties!, this.names(), this.#counted(state)]);
    return rollUp(state.month, columns, lookupOf(names, parties));
  }

  #among(countries: Countries, country: string, parties: Parties): PartySet {
    const sets = this.#sets.get(countries) ?? new Map<string, PartySet>();
    this.#sets.set(countries, sets);
    let found = sets.get(country);
    if (!found) {
      found = partiesOf(countries, country, parties);
      sets.set(country, found);
    }
    return found;
  }

  /** A code nobody has used is no position: nothing matches it. */
  #codeAt(code: string): number {
    return this.source!.state.codes.indexOf(code) >>> 0;
  }

  #registrationsOf(parties: Parties, code: number | undefined, among: PartySet | undefined): Registrations {
    // Sets are kept, so one that is there is the key.
    const byCode = this.#registrations.get(among) ?? new Map<number | undefined, Registrations>();
    this.#registrations.set(among, byCode);
    let found = byCode.get(code);
    if (!found) {
      const all = code === undefined && !among;
      const only = (p: number) =>
        (code === undefined || parties.code[p] === code) && (!among || among.has(p));
      found = registrationsOf(parties, all ? undefined : only);
      byCode.set(code, found);
    }
    return found;
  }

  /** The begun day a comparison ends in, summed up to its moment from the rows of that month. */
  async partial({ until }: Comparison): Promise<Rollup | undefined> {
    const { source } = this;
    if (until === undefined || !source) return undefined;
    let found = this.#partials.get(until);
    if (!found) {
      found = this.#readPartial(source, until);
      this.#partials.set(until, found);
    }
    return found;
  }

  async #readPartial(source: SourceView, until: number): Promise<Rollup | undefined> {
    const day = dayOf(until);
    const month = monthOf(day);
    const begin = momentOf(firstDayOf(month));
    const state = source.state.months.find(s => s.month === month);
    if (!state) return undefined;
    const chunks = state.chunks.filter(c => c.first < until && c.last >= momentOf(day));
    const [parties, names, columns] = await Promise.all([
      this.#parties ?? readParties(this.db, source.state.dictionary),
      this.names(),
      this.#counted({ ...state, chunks }),
    ]);
    const from = momentOf(day) - begin;
    const to = until - begin;
    // Chunks are in order of time, so the day is one stretch of each.
    const parts = columns.map(c => {
      const low = lowerBound(c.time, from);
      const high = lowerBound(c.time, to);
      return {
        time: c.time.subarray(low, high),
        party: c.party.subarray(low, high),
        type: c.type.subarray(low, high),
        asset: c.asset.subarray(low, high),
        amount: c.amount.subarray(low, high),
        value: c.value.subarray(low, high),
      };
    });
    return rollUp(month, parts, lookupOf(names, parties));
  }
}

function lowerBound(sorted: Uint32Array, value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle] < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

const NO_PARTIES: Parties = {
  referral: new Uint32Array(0),
  code: new Uint32Array(0),
  registration: new Float64Array(0),
  referrals: 0,
};
const NO_REGISTRATIONS: Registrations = { count: 0, moments: new Float64Array(0), of: new Float64Array(0) };

const NO_FIGURES: Figures = {
  rollups: new Map(),
  parties: NO_PARTIES,
  crowd: crowdOf(NO_PARTIES),
  registrations: NO_REGISTRATIONS,
};

/** The part of a span inside `known`, as months need it; a span outside becomes one empty day. */
function clip(span: Span, known: Span): Span {
  const from: Day = Math.max(span.from, known.from);
  return { from, to: Math.max(from, Math.min(span.to, known.to)) };
}
