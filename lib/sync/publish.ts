import type { Columns } from '../domain/commission';
import { joinColumns, sortByTime } from '../domain/commission';
import { inCurrency, lacksOf } from '../domain/currency';
import { firstDayOf, type Month, momentOf } from '../domain/day';
import { Dictionary, lookupOf, type Names } from '../domain/dictionary';
import { UNPRICED } from '../domain/money';
import type { Receipt } from '../domain/receipt';
import type { Parties } from '../domain/referral';
import { type Rollup, rollUp } from '../domain/rollup';
import {
  chooseSources,
  countedRows,
  EXPORT,
  pairsOfTypes,
  type SourceId,
  type SourceRows,
  sameChoice,
  settle,
} from '../domain/source';
import { readRates } from '../store/connections';
import {
  type BatchEntry,
  type Book,
  type BookId,
  type ChunkRef,
  type Manifest,
  type MonthState,
  voicesOf,
} from '../store/manifest';
import { readNames, readParties, readSourceRows } from '../store/read';
import type { Database } from '../store/schema';
import { CHUNK_ROWS, type Commit, type commit, putChunks } from '../store/write';
import { glanceOf } from './glance-of';

/** A book's dictionary as it stands, ready to grow. */
export async function openDictionary(db: Database, book: Book | undefined): Promise<Dictionary> {
  if (!book || book.dictionary.length === 0) return new Dictionary();
  return new Dictionary(await readNames(db, book.dictionary), await readParties(db, book.dictionary));
}

/** Rows to add to a book. */
export interface Addition {
  db: Database;
  /** The book as it is. */
  before: Book | undefined;
  book: BookId;
  /** Key of everything this addition writes. */
  batch: string;
  dictionary: Dictionary;
  /** New rows by month, already without what the ledger has. */
  added: Map<Month, SourceRows[]>;
  /** The added rows take the place of what their source has in their months. */
  replaces?: boolean;
  /** Sources whose stored rows leave the book. */
  drops?: (source: SourceId) => boolean;
  reaches: Book['reaches'];
  cursors?: Book['cursors'];
  apart?: Book['apart'];
}

const PIECES = 8;

/** The part of a dictionary that its earlier blocks do not hold; all of it when there are many blocks. */
function dictionaryBlock(
  dictionary: Dictionary,
  book: Book | undefined,
  sizes: Sizes,
): { names: Names; parties: Parties; replaces: boolean } {
  const { names, parties } = dictionary;
  const replaces = !book || book.dictionary.length >= PIECES;
  if (replaces) return { names, parties, replaces };
  return {
    replaces,
    names: {
      types: names.types.slice(sizes.types),
      assets: names.assets.slice(sizes.assets),
      codes: names.codes.slice(sizes.codes),
      referrals: names.referrals.slice(sizes.referrals),
      subs: names.subs.slice(sizes.parties),
      ...(names.countries && { countries: names.countries.slice(sizes.referrals) }),
    },
    parties: {
      referral: parties.referral.slice(sizes.parties),
      code: parties.code.slice(sizes.parties),
      registration: parties.registration.slice(sizes.parties),
      referrals: parties.referrals,
    },
  };
}

/** How much a dictionary held before rows were read: what is beyond is new. */
export interface Sizes {
  types: number;
  assets: number;
  codes: number;
  referrals: number;
  parties: number;
}

export function sizesOf({ names }: Dictionary): Sizes {
  return {
    types: names.types.length,
    assets: names.assets.length,
    codes: names.codes.length,
    referrals: names.referrals.length,
    parties: names.subs.length,
  };
}

const grew = (a: Sizes, b: Sizes) => (Object.keys(a) as (keyof Sizes)[]).some(key => a[key] !== b[key]);

/** Rows of one source in one month, and the chunks they are stored in once `puts` are through. */
interface Stored {
  refs: ChunkRef[];
  rows: SourceRows[];
}

/**
 * Writes what an addition needs as orphans and returns the commit that would make it true.
 * @param stored the rows of a month, if the caller has read them already.
 */
export async function prepare(
  addition: Addition,
  sizes: Sizes,
  stored: Map<Month, SourceRows[]> = new Map(),
): Promise<{ state: Book; commit: Omit<Commit, 'manifest'> }> {
  const { db, before, book, batch, dictionary, added, drops = () => false } = addition;
  const lookup = lookupOf(dictionary.names, dictionary.parties);
  const pairs = pairsOfTypes(dictionary.names.types);
  const rates = before?.currency && (await readRates(db, before.currency));
  const months = new Map<Month, MonthState>(before?.months.map(state => [state.month, state]));
  const rollups = new Map<string, Rollup>();
  const reaches = [...(before?.reaches ?? []), ...addition.reaches];
  const cursors = addition.cursors ?? before?.cursors;
  const apart = addition.apart ?? before?.apart ?? [];
  const voices = voicesOf({ reaches, cursors }).filter(voice => !apart.includes(voice.source));
  const emptied: Month[] = [];
  // The disk writes one month while the next is summed.
  const puts: Promise<unknown>[] = [];

  for (const month of [...new Set([...added.keys(), ...months.keys()])].sort((a, b) => a - b)) {
    const state = months.get(month);
    const dropping = state?.chunks.some(chunk => drops(chunk.source ?? EXPORT));
    const incoming = (added.get(month) ?? []).filter(
      rows => addition.replaces || rows.columns.time.length > 0,
    );
    const present = [
      ...(state?.chunks.map(chunk => chunk.source ?? EXPORT) ?? []),
      ...incoming.map(rows => rows.source),
    ].filter(source => !apart.includes(source) && !drops(source));
    const chosen = chooseSources(month, voices, present);
    if (incoming.length === 0 && !dropping) {
      // Rows that came long ago may count, or no more, because another source tells of them now.
      if (!state || chosen?.key === state.choice?.key) continue;
    }
    const kept: Stored = { refs: [], rows: [] };
    const rows = state ? (stored.get(month) ?? (await readSourceRows(db, state))) : [];
    for (const [i, part] of rows.entries()) {
      if (drops(part.source)) continue;
      kept.refs.push(state!.chunks[i]);
      kept.rows.push(part);
    }
    const all = place(addition, month, kept, incoming, puts);
    if (all.refs.length === 0) {
      months.delete(month);
      emptied.push(month);
      continue;
    }
    const choice = chosen && settle(chosen, all.rows, pairs);
    if (incoming.length === 0 && !dropping && sameChoice(choice, state!.choice)) continue;
    const rollup = `${batch}/${book}/${month}`;
    const counted = countedRows(all.rows, choice, pairs);
    const lacks = rates ? lacksOf(month, counted, rates) : [];
    rollups.set(rollup, rollUp(month, rates ? inCurrency(month, counted, rates) : counted, lookup));
    months.set(month, {
      month,
      chunks: all.refs,
      rollup,
      ...(choice && { choice }),
      ...(lacks.length > 0 && { lacks }),
    });
  }

  await Promise.all(puts);
  const key = `${batch}/${book}`;
  const states = [...months.values()].sort((a, b) => a.month - b.month);
  const rest = {
    months: states,
    rows: states.reduce((n, state) => n + state.chunks.reduce((sum, chunk) => sum + chunk.rows, 0), 0),
    referrals: dictionary.names.referrals.length,
    reaches,
    ...(cursors && { cursors }),
    ...(apart.length > 0 && { apart }),
    codes: dictionary.names.codes,
    ...(before?.currency && { currency: before.currency }),
    glance: glanceOf(rollups.values(), emptied, before?.glance, dictionary.parties),
  };
  // Most syncs bring no new words.
  if (before && !grew(sizes, sizesOf(dictionary))) {
    return { state: { dictionary: before.dictionary, ...rest }, commit: { rollups } };
  }
  const block = dictionaryBlock(dictionary, before, sizes);
  return {
    state: { dictionary: block.replaces ? [key] : [...before!.dictionary, key], ...rest },
    commit: { rollups, dictionary: { key, parties: block.parties, names: block.names } },
  };
}

/** Puts a month's new rows as chunks beside the stored ones. */
function place(
  { db, book, batch, replaces }: Addition,
  month: Month,
  kept: Stored,
  incoming: SourceRows[],
  puts: Promise<unknown>[],
): Stored {
  const all: Stored = { refs: [...kept.refs], rows: [...kept.rows] };
  for (const source of new Set(incoming.map(rows => rows.source))) {
    const parts = rowsOf(incoming, source);
    // A connection brings a few rows an hour: they join the last chunk until it is full.
    const isLeaving = (ref: ChunkRef) =>
      (ref.source ?? EXPORT) === source && (replaces || (source !== EXPORT && ref.rows < CHUNK_ROWS));
    for (let i = all.refs.length - 1; i >= 0; i--) {
      if (!isLeaving(all.refs[i])) continue;
      if (!replaces) parts.push(all.rows[i].columns);
      all.refs.splice(i, 1);
      all.rows.splice(i, 1);
    }
    const sorted = sortByTime(joinColumns(parts));
    const { refs, chunks, stored } = putChunks(db, `${batch}/${book}`, month, sorted, source);
    puts.push(stored);
    all.refs.push(...refs);
    all.rows.push(...chunks.map(chunk => ({ source, columns: chunk })));
  }
  return all;
}

/** The books that are not demo data, which never stands beside real rows. */
export function withoutDemo(manifest: Manifest): Manifest['books'] {
  const { demo: _, ...real } = manifest.books;
  return real;
}

/** Publishes a real batch: demo data leaves in the same moment. */
export async function publishBatch(
  db: Database,
  manifest: Manifest,
  prepared: Awaited<ReturnType<typeof prepare>>,
  receipt: Receipt,
  publish: typeof commit,
): Promise<Manifest> {
  const entry: BatchEntry = {
    id: receipt.batch,
    at: receipt.at,
    files: receipt.files.map(file => file.name),
    rows: receipt.added,
    before: manifest.generation,
  };
  const next: Manifest = {
    generation: manifest.generation + 1,
    at: receipt.at,
    books: { ...withoutDemo(manifest), real: prepared.state },
    batches: [...manifest.batches, entry],
  };
  await publish(db, { ...prepared.commit, manifest: next, receipt });
  return next;
}

/** The rows a month's stored ones are of one source. */
export const rowsOf = (rows: SourceRows[], source: SourceId): Columns[] =>
  rows.filter(part => part.source === source).map(part => part.columns);

/** The same rows without their values: those come from prices, which may have been missing the last time. */
export function blank(parts: Columns[]): Columns[] {
  return parts.map(columns => ({
    ...columns,
    value: new BigInt64Array(columns.time.length).fill(UNPRICED),
  }));
}

/** The first moment of a month. */
export const beginOf = (month: Month): number => momentOf(firstDayOf(month));
