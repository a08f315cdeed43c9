import type { Columns } from '../domain/commission';
import { sortByTime } from '../domain/commission';
import { DAY_MS, dayOf, type Month } from '../domain/day';
import { Dictionary, lookupOf, type Names } from '../domain/dictionary';
import type { Receipt } from '../domain/receipt';
import { type Parties, registrationsOf } from '../domain/referral';
import { dailyCommission, type Rollup, rollUp } from '../domain/rollup';
import type { BatchEntry, Glance, Manifest, MonthState, SourceId, SourceState } from '../store/manifest';
import { readChunks, readNames, readParties } from '../store/read';
import type { Database } from '../store/schema';
import { type Commit, type commit, putChunks } from '../store/write';

/** A source's dictionary as it stands, ready to grow. */
export async function openDictionary(db: Database, state: SourceState | undefined): Promise<Dictionary> {
  if (!state || state.dictionary.length === 0) return new Dictionary();
  return new Dictionary(await readNames(db, state.dictionary), await readParties(db, state.dictionary));
}

/** Rows to add to a source. */
export interface Addition {
  db: Database;
  manifest: Manifest;
  source: SourceId;
  /** Key of everything this addition writes. */
  batch: string;
  dictionary: Dictionary;
  /** New rows by month, already without what the ledger has. */
  added: Map<Month, Columns>;
  reaches: SourceState['reaches'];
  now: number;
}

const PIECES = 8;

/** The part of a dictionary that its earlier blocks do not hold; all of it when there are many blocks. */
function dictionaryBlock(
  dictionary: Dictionary,
  state: SourceState | undefined,
  sizes: Sizes,
): { names: Names; parties: Parties; replaces: boolean } {
  const { names, parties } = dictionary;
  const replaces = !state || state.dictionary.length >= PIECES;
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

function glanceOf(rollups: Iterable<Rollup>, before: Glance | undefined, parties: Parties): Glance {
  const days = new Map<number, { sum: bigint; unpriced: number }>();
  before?.commission.forEach((sum, i) => {
    days.set(before.first + i, { sum, unpriced: before.unpriced[i] });
  });
  // A month's rollup speaks for all its days, so its entries replace those of before.
  for (const rollup of rollups) for (const entry of dailyCommission(rollup)) days.set(entry.day, entry);
  const keys = [...days.keys()];
  const first = keys.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
  const length = keys.length === 0 ? 0 : keys.reduce((a, b) => Math.max(a, b), first) - first + 1;
  const moments = registrationsOf(parties).moments;
  const firstRegistration = moments.length > 0 ? dayOf(moments[0]) : 0;
  const registrations = new Uint32Array(
    moments.length > 0 ? dayOf(moments[moments.length - 1]) - firstRegistration + 1 : 0,
  );
  for (const moment of moments) registrations[Math.floor(moment / DAY_MS) - firstRegistration]++;
  return {
    first: length > 0 ? first : 0,
    commission: Array.from({ length }, (_, i) => days.get(first + i)?.sum ?? 0n),
    unpriced: Uint32Array.from({ length }, (_, i) => days.get(first + i)?.unpriced ?? 0),
    firstRegistration,
    registrations,
  };
}

/**
 * Writes what an addition needs as orphans and returns the commit that would make it true.
 * @param stored the chunks of a month, if the caller has read them already.
 */
export async function prepare(
  addition: Addition,
  sizes: Sizes,
  stored: Map<Month, Columns[]> = new Map(),
): Promise<{ state: SourceState; commit: Omit<Commit, 'manifest'> }> {
  const { db, manifest, source, batch, dictionary, added } = addition;
  const before = manifest.sources[source];
  const block = dictionaryBlock(dictionary, before, sizes);
  const lookup = lookupOf(dictionary.names, dictionary.parties);
  const months = new Map<Month, MonthState>(before?.months.map(state => [state.month, state]));
  const rollups = new Map<string, Rollup>();
  let rows = before?.rows ?? 0;
  // The disk writes one month while the next is summed.
  const puts: Promise<unknown>[] = [];

  for (const month of [...added.keys()].sort((a, b) => a - b)) {
    const columns = sortByTime(added.get(month)!);
    if (columns.time.length === 0) continue;
    const state = months.get(month);
    const older = stored.get(month) ?? (state ? await readChunks(db, state) : []);
    const { refs: chunks, stored: put } = putChunks(db, `${batch}/${source}`, month, columns);
    puts.push(put);
    const rollup = `${batch}/${source}/${month}`;
    rollups.set(rollup, rollUp(month, [...older, columns], lookup));
    months.set(month, { month, chunks: [...(state?.chunks ?? []), ...chunks], rollup });
    rows += columns.time.length;
  }

  await Promise.all(puts);
  const key = `${batch}/${source}`;
  return {
    state: {
      dictionary: block.replaces ? [key] : [...before!.dictionary, key],
      months: [...months.values()].sort((a, b) => a.month - b.month),
      rows,
      referrals: dictionary.names.referrals.length,
      reaches: [...(before?.reaches ?? []), ...addition.reaches],
      codes: dictionary.names.codes,
      glance: glanceOf(rollups.values(), before?.glance, dictionary.parties),
    },
    commit: { rollups, dictionary: { key, parties: block.parties, names: block.names } },
  };
}

/** The sources that are not demo data, which never stands beside real rows. */
export function withoutDemo(manifest: Manifest): Manifest['sources'] {
  const { demo: _, ...real } = manifest.sources;
  return real;
}

/** Publishes a real batch: demo data leaves in the same moment. */
export async function publishBatch(
  addition: Addition,
  prepared: Awaited<ReturnType<typeof prepare>>,
  receipt: Receipt,
  publish: typeof commit,
): Promise<Manifest> {
  const { db, manifest, source, batch, now } = addition;
  const entry: BatchEntry = {
    id: batch,
    source,
    at: now,
    files: receipt.files.map(file => file.name),
    rows: receipt.added,
    before: manifest.generation,
  };
  const next: Manifest = {
    generation: manifest.generation + 1,
    at: now,
    sources: { ...withoutDemo(manifest), [source]: prepared.state },
    batches: [...manifest.batches, entry],
  };
  await publish(db, { ...prepared.commit, manifest: next, receipt });
  return next;
}
