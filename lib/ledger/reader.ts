import { countBefore } from '../domain/binary-search';
import type { Selection } from '../domain/cells';
import { type Columns, sliceColumns } from '../domain/commission';
import { countedRows } from '../domain/counted-rows';
import type { Countries } from '../domain/country';
import type { Currency } from '../domain/currency';
import { dayOf, firstDayOf, type Month, momentOf, monthOf } from '../domain/day';
import { lookupOf, type Names } from '../domain/dictionary';
import { pairsOfTypes } from '../domain/lane';
import { memo, once } from '../domain/memo';
import type { Figures } from '../domain/metric';
import type { Narrowing } from '../domain/narrowing';
import { NO_FIGURES } from '../domain/no-figures';
import { People } from '../domain/people';
import type { Comparison, Span } from '../domain/period';
import { type Rollup, rollUp } from '../domain/rollup';
import type { SourceRows } from '../domain/source';
import { valuedIn } from '../domain/sum-month';
import type { ChunkRef, Manifest, MonthState } from '../store/manifest';
import { readRates } from '../store/prices';
import { readChunks, readManifest, readNames, readParties, readRollup, readSourceRows } from '../store/read';
import type { Database } from '../store/schema';
import { type BookView, bookViewOf } from './book-view';

/**
 * One generation of the ledger, read as screens need it: rollups month by month, kept once read. Immutable chunks
 * make that safe: what a generation names never changes.
 */
export class LedgerReader {
  /** The texts of the shown source: read when the first screen needs names. */
  readonly names = once((): Promise<Names> => readNames(this.db, this.book?.state.dictionary ?? []));
  #base = once(() => new LedgerReader(this.db, this.manifest, this.book, true));
  #people = once(async () => {
    const { dictionary, codes } = this.book!.state;
    return new People(await readParties(this.db, dictionary), codes);
  });
  #rollup = memo((state: MonthState) => this.#readRollup(state));
  #partial = memo((until: number) => this.#readPartial(until));

  private constructor(
    private readonly db: Database,
    readonly manifest: Manifest,
    readonly book: BookView | undefined,
    /** Values as they are stored, whatever currency the ledger is reported in. */
    private readonly stored = false,
  ) {}

  static async open(db: Database): Promise<LedgerReader> {
    const manifest = await readManifest(db);
    return new LedgerReader(db, manifest, bookViewOf(manifest));
  }

  /** The currency other than BUSD that values are read in. */
  get currency(): Currency | undefined {
    return this.stored ? undefined : this.book?.state.currency;
  }

  /** The same ledger with values in BUSD: thresholds of programmes are, and what is written into files. */
  inBase(): LedgerReader {
    return this.currency ? this.#base() : this;
  }

  /** The months of rows, checked, as the store has them. */
  async rowsOf(month: Month): Promise<Columns[]> {
    const state = this.book?.state.months.find(s => s.month === month);
    return state ? this.#counted(state) : [];
  }

  /** All rows of a month with their source, whichever counts. */
  async sourceRowsOf(month: Month): Promise<SourceRows[]> {
    const state = this.book?.state.months.find(s => s.month === month);
    return state ? readSourceRows(this.db, state) : [];
  }

  /** The rows of chunks of any kind, checked. */
  rowsIn(chunks: ChunkRef[]): Promise<Columns[]> {
    return readChunks(this.db, { chunks });
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
   * What figures over these spans are computed from, and what a narrowing leaves of them.
   * @param countries needed only where it names a country: see `readFigures`.
   */
  async figures(
    spans: Span[],
    narrowing: Narrowing = {},
    countries?: Countries,
  ): Promise<{ figures: Figures; select: Selection }> {
    const { book } = this;
    if (!book) return { figures: NO_FIGURES, select: {} };
    const months = book.state.months.filter(({ month }) =>
      spans.some(span => monthOf(span.from) <= month && month <= monthOf(span.to)),
    );
    const [people, ...rollups] = await Promise.all([this.#people(), ...months.map(this.#rollup)]);
    const { parties, crowd } = people;
    const { select, registrations } = people.narrowed(narrowing, countries);
    return {
      figures: {
        rollups: new Map(rollups.map(rollup => [rollup.month, rollup])),
        parties,
        crowd,
        registrations,
      },
      select,
    };
  }

  /**
   * A month's rollup; one that an older version wrote is summed again from its rows, as are values in BUSD where the
   * stored ones are in another currency.
   */
  async #readRollup(state: MonthState): Promise<Rollup> {
    if (this.currency === this.book!.state.currency) {
      const rollup = await readRollup(this.db, state.rollup);
      if (rollup.odd) return rollup;
    }
    const [{ parties }, names, columns] = await Promise.all([
      this.#people(),
      this.names(),
      this.#counted(state),
    ]);
    return rollUp(state.month, columns, lookupOf(names, parties));
  }

  /** The begun day a comparison ends in, summed up to its moment from the rows of that month. */
  async partial({ until }: Comparison): Promise<Rollup | undefined> {
    return until === undefined ? undefined : this.#partial(until);
  }

  async #readPartial(until: number): Promise<Rollup | undefined> {
    const day = dayOf(until);
    const month = monthOf(day);
    const begin = momentOf(firstDayOf(month));
    const state = this.book?.state.months.find(s => s.month === month);
    if (!state) return undefined;
    const chunks = state.chunks.filter(c => c.first < until && c.last >= momentOf(day));
    const [{ parties }, names, columns] = await Promise.all([
      this.#people(),
      this.names(),
      this.#counted({ ...state, chunks }),
    ]);
    const from = momentOf(day) - begin;
    const to = until - begin;
    // Chunks are in order of time, so the day is one stretch of each.
    const parts = columns.map(c => sliceColumns(c, countBefore(c.time, from), countBefore(c.time, to)));
    return rollUp(month, parts, lookupOf(names, parties));
  }
}
