import type { Columns } from '../domain/commission';
import type { Names } from '../domain/dictionary';
import { halves } from '../domain/money';
import type { Parties } from '../domain/referral';
import type { Rollup } from '../domain/rollup';
import { EXPORT, type SourceRows } from '../domain/source';
import { emptyManifest, type Manifest, type MonthState } from './manifest';
import type { Database } from './schema';

/** Something the manifest names is not there or not whole. Never shown as zeros. */
export class DamagedLedger extends Error {
  override name = 'DamagedLedger';
}

/** The newest manifest: the ledger. */
export async function readManifest(db: Database): Promise<Manifest> {
  const cursor = await db.transaction('manifests').store.openCursor(null, 'prev');
  return cursor?.value ?? emptyManifest();
}

export async function readManifestAt(db: Database, generation: number): Promise<Manifest | undefined> {
  return generation === 0 ? emptyManifest() : db.get('manifests', generation);
}

export async function readRollup(db: Database, key: string): Promise<Rollup> {
  const rollup = await db.get('rollups', key);
  if (!rollup) throw new DamagedLedger(`rollup ${key} is missing`);
  return rollup;
}

/** The rows of chunks, checked against the manifest. */
export async function readChunks(db: Database, state: Pick<MonthState, 'chunks'>): Promise<Columns[]> {
  return Promise.all(
    state.chunks.map(async ref => {
      const columns = await db.get('chunks', ref.id);
      if (!columns || columns.time.length !== ref.rows || checksum(columns) !== ref.checksum) {
        throw new DamagedLedger(`chunk ${ref.id} is missing or damaged`);
      }
      return columns;
    }),
  );
}

/** The same, each chunk with the source its rows are of. */
export async function readSourceRows(db: Database, state: MonthState): Promise<SourceRows[]> {
  const chunks = await readChunks(db, state);
  return chunks.map((columns, i) => ({ source: state.chunks[i].source ?? EXPORT, columns }));
}

/** A book's parties, its blocks put together. */
export async function readParties(db: Database, blocks: string[]): Promise<Parties> {
  const parts = await Promise.all(
    blocks.map(async key => {
      const part = await db.get('parties', key);
      if (!part) throw new DamagedLedger(`dictionary ${key} is missing`);
      return part;
    }),
  );
  if (parts.length === 1) return parts[0];
  const length = parts.reduce((n, part) => n + part.referral.length, 0);
  const all: Parties = {
    referral: new Uint32Array(length),
    code: new Uint32Array(length),
    registration: new Float64Array(length),
    since: new Float64Array(length).fill(Number.POSITIVE_INFINITY),
    referrals: parts.at(-1)?.referrals ?? 0,
  };
  let at = 0;
  for (const part of parts) {
    all.referral.set(part.referral, at);
    all.code.set(part.code, at);
    all.registration.set(part.registration, at);
    if (part.since) all.since!.set(part.since, at);
    at += part.referral.length;
  }
  return all;
}

/** A book's texts, its blocks put together. */
export async function readNames(db: Database, blocks: string[]): Promise<Names> {
  const all: Names = { types: [], assets: [], codes: [], referrals: [], subs: [] };
  for (const key of blocks) {
    const part = await db.get('names', key);
    if (!part) throw new DamagedLedger(`dictionary ${key} is missing`);
    for (const type of part.types) all.types.push(type);
    for (const list of ['assets', 'codes', 'referrals', 'subs'] as const) {
      for (const text of part[list]) all[list].push(text);
    }
    if (part.countries) all.countries = [...(all.countries ?? []), ...part.countries];
  }
  return all;
}

/** A number that changes with any bit of the rows. Against damage, not against forgery. */
export function checksum(c: Columns): number {
  let h = 0x811c9dc5 ^ c.time.length;
  for (const words of [c.time, c.party, halves(c.amount), halves(c.value)]) {
    for (let i = 0; i < words.length; i++) h = Math.imul(h ^ words[i], 0x01000193) ^ (h >>> 15);
  }
  for (const words of [c.type, c.asset]) {
    for (let i = 0; i < words.length; i++) h = Math.imul(h ^ words[i], 0x01000193) ^ (h >>> 15);
  }
  return h >>> 0;
}
