import { coveredDays } from '../domain/coverage';
import { type Day, dayOf, firstDayOf, type Month, momentOf, monthOf } from '../domain/day';
import { lookupOf } from '../domain/dictionary';
import { type Figures, monthsOf } from '../domain/metric';
import type { Comparison, Span } from '../domain/period';
import { type Crowd, crowdOf, type Parties, type Registrations, registrationsOf } from '../domain/referral';
import { type Rollup, rollUp } from '../domain/rollup';
import { type Manifest, type SourceId, type SourceState, shownSource } from '../store/manifest';
import { readChunks, readManifest, readNames, readParties, readRollup } from '../store/read';
import type { Database } from '../store/schema';

/** The source a screen shows, and what time it speaks for. */
export interface SourceView {
  id: SourceId;
  state: SourceState;
  /** Days some file speaks for. */
  covered: Span[];
  /** First to last of them. */
  known: Span;
  /** The moment of the last row. */
  upTo: number;
}

/**
 * One generation of the ledger, read as screens need it: rollups month by month, kept once read. Immutable chunks
 * make that safe: what a generation names never changes.
 */
export class LedgerReader {
  #rollups = new Map<Month, Rollup>();
  #parties: Promise<Parties> | undefined;
  #crowd: Crowd | undefined;
  #registrations = new Map<string, Registrations>();
  #partials = new Map<number, Promise<Rollup | undefined>>();

  private constructor(
    private readonly db: Database,
    readonly manifest: Manifest,
    readonly source: SourceView | undefined,
  ) {}

  static async open(db: Database): Promise<LedgerReader> {
    const manifest = await readManifest(db);
    return new LedgerReader(db, manifest, viewOf(manifest));
  }

  /** What figures over these spans are computed from. */
  async figures(spans: Span[], code?: string): Promise<{ figures: Figures; code?: number }> {
    const { source } = this;
    if (!source) return { figures: NO_FIGURES };
    this.#parties ??= readParties(this.db, source.state.dictionary);
    const missing = source.state.months.filter(
      state =>
        !this.#rollups.has(state.month) &&
        spans.some(s => monthOf(s.from) <= state.month && state.month <= monthOf(s.to)),
    );
    const codeAt = code === undefined ? undefined : this.#codeAt(code);
    const [parties] = await Promise.all([
      this.#parties,
      ...missing.map(async state => {
        this.#rollups.set(state.month, await readRollup(this.db, state.rollup));
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
    return {
      figures: {
        rollups: wanted,
        parties,
        crowd: this.#crowd,
        registrations: this.#registrationsOf(parties, codeAt),
      },
      ...(codeAt !== undefined && { code: codeAt }),
    };
  }

  /** A code nobody has used is no position: nothing matches it. */
  #codeAt(code: string): number {
    return this.source!.state.codes.indexOf(code) >>> 0;
  }

  #registrationsOf(parties: Parties, code: number | undefined): Registrations {
    const key = String(code);
    let found = this.#registrations.get(key);
    if (!found) {
      found = registrationsOf(parties, code === undefined ? undefined : p => parties.code[p] === code);
      this.#registrations.set(key, found);
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
      readNames(this.db, source.state.dictionary),
      readChunks(this.db, { ...state, chunks }),
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
const NO_REGISTRATIONS: Registrations = { count: 0, moments: new Float64Array(0) };

const NO_FIGURES: Figures = {
  rollups: new Map(),
  parties: NO_PARTIES,
  crowd: crowdOf(NO_PARTIES),
  registrations: NO_REGISTRATIONS,
};

export function viewOf(manifest: Manifest): SourceView | undefined {
  const id = shownSource(manifest);
  const state = id && manifest.sources[id];
  if (!state || state.reaches.length === 0) return undefined;
  const covered = coveredDays(state.reaches);
  return {
    id,
    state,
    covered,
    known: { from: covered[0].from, to: covered[covered.length - 1].to },
    upTo: state.reaches.reduce((moment, reach) => Math.max(moment, reach.last), 0),
  };
}

/** The part of a span inside `known`, as months need it; a span outside becomes one empty day. */
function clip(span: Span, known: Span): Span {
  const from: Day = Math.max(span.from, known.from);
  return { from, to: Math.max(from, Math.min(span.to, known.to)) };
}
