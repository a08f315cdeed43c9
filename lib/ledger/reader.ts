import { type Columns, sliceColumns } from '../domain/commission';
import { type Countries, partiesOf } from '../domain/country';
import type { Currency } from '../domain/currency';
import { type Day, dayOf, firstDayOf, type Month, momentOf, monthOf } from '../domain/day';
import { lookupOf, type Names } from '../domain/dictionary';
import { type Figures, monthsOf, type Selection } from '../domain/metric';
import { NO_FIGURES } from '../domain/no-figures';
import { PartySet } from '../domain/party-set';
import type { Comparison, Span } from '../domain/period';
import { type Crowd, crowdOf, type Parties, type Registrations, registrationsOf } from '../domain/referral';
import { type Rollup, rollUp } from '../domain/rollup';
import { countedRows, pairsOfTypes, type SourceRows } from '../domain/source';
import { valuedIn } from '../domain/sum-month';
import type { Manifest, MonthState } from '../store/manifest';
import { readRates } from '../store/prices';
import { readManifest, readNames, readParties, readRollup, readSourceRows } from '../store/read';
import type { Database } from '../store/schema';
import { type SourceView, viewOf } from './source-view';

/** The parts of a filter that choose people. */
export interface Whose {
  code?: string;
  /** ISO code or UNKNOWN; needs `countries`. */
  country?: string;
}

/**
 * One generation of the ledger, read as screens need it: rollups month by month, kept once read. Immutable chunks
 * make that safe: what a generation names never changes.
 */
export class LedgerReader {
  #rollups = new Map<Month, Rollup>();
  #parties: Promise<Parties> | undefined;
  #crowd: Crowd | undefined;
  #registrations = new Map<PartySet | undefined, Map<number | undefined, Registrations>>();
  #base: LedgerReader | undefined;
  #partials = new Map<number, Promise<Rollup | undefined>>();
  #names: Promise<Names> | undefined;
  #ofCode = new Map<PartySet | undefined, Map<number, PartySet>>();
  #sets = new WeakMap<Countries, Map<string, PartySet>>();

  private constructor(
    private readonly db: Database,
    readonly manifest: Manifest,
    readonly source: SourceView | undefined,
    /** Values as they are stored, whatever currency the ledger is reported in. */
    private readonly stored = false,
  ) {}

  static async open(db: Database): Promise<LedgerReader> {
    const manifest = await readManifest(db);
    return new LedgerReader(db, manifest, viewOf(manifest));
  }

  /** The currency other than BUSD that values are read in. */
  get currency(): Currency | undefined {
    return this.stored ? undefined : this.source?.state.currency;
  }

  /** The same ledger with values in BUSD: thresholds of programmes are, and what is written into files. */
  inBase(): LedgerReader {
    if (!this.currency) return this;
    this.#base ??= new LedgerReader(this.db, this.manifest, this.source, true);
    return this.#base;
  }

  /** The texts of the shown source: read when the first screen needs names. */
  names(): Promise<Names> {
    this.#names ??= readNames(this.db, this.source?.state.dictionary ?? []);
    return this.#names;
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
    const { db, currency } = this;
    const [rows, names, rates] = await Promise.all([
      readSourceRows(db, state),
      state.choice && this.names(),
      currency && readRates(db, currency),
    ]);
    const counted = names
      ? countedRows(rows, state.choice, pairsOfTypes(names.types))
      : rows.map(part => part.columns);
    return valuedIn(state.month, counted, rates || undefined);
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

  /**
   * A month's rollup; one that an older version wrote is summed again from its rows, as are values in BUSD where the
   * stored ones are in another currency.
   */
  async #rollupOf(state: MonthState): Promise<Rollup> {
    if (this.currency === this.source!.state.currency) {
      const rollup = await readRollup(this.db, state.rollup);
      if (rollup.odd) return rollup;
    }
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
    const parts = columns.map(c => sliceColumns(c, lowerBound(c.time, from), lowerBound(c.time, to)));
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

/** The part of a span inside `known`, as months need it; a span outside becomes one empty day. */
function clip(span: Span, known: Span): Span {
  const from: Day = Math.max(span.from, known.from);
  return { from, to: Math.max(from, Math.min(span.to, known.to)) };
}
