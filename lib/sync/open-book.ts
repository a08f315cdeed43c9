import { type Columns, joinColumns } from '../domain/commission';
import { type Month, startOfMonth } from '../domain/day';
import { Dictionary, type Names } from '../domain/dictionary';
import type { MissingPart } from '../domain/missing';
import type { Parties } from '../domain/referral';
import type { SourceId, SourceRows } from '../domain/source';
import { type Book, type ChunkRef, missingOf, sourceOf } from '../store/manifest';
import { readChunks, readNames, readParties, readSourceRows } from '../store/read';
import type { Database } from '../store/schema';

/** A dictionary with more blocks than this is written anew as one. */
const MOST_BLOCKS = 8;

/** How much a dictionary holds of each list. */
interface Sizes {
  types: number;
  assets: number;
  codes: number;
  referrals: number;
  parties: number;
}

const sizesOf = ({ names }: Dictionary): Sizes => ({
  types: names.types.length,
  assets: names.assets.length,
  codes: names.codes.length,
  referrals: names.referrals.length,
  parties: names.subs.length,
});

/** A dictionary block as it is stored, and the keys of all blocks with it. */
interface DictionaryBlock {
  keys: string[];
  /** Absent when the dictionary has not grown: most syncs bring no new words. */
  block?: { key: string; names: Names; parties: Parties };
}

/** A book as it stands, with its dictionary ready to grow. What is new in it is what it holds beyond its opening. */
export class OpenBook {
  #sizes: Sizes;
  #rows = new Map<Month, Promise<SourceRows[]>>();
  /** What stored blocks say of some party is no longer so. */
  #isOutdated = false;

  /** @param state undefined: there is no such book yet. */
  constructor(
    private readonly db: Database,
    readonly state: Book | undefined,
    readonly dictionary: Dictionary,
  ) {
    this.#sizes = sizesOf(dictionary);
  }

  static async open(db: Database, state: Book | undefined): Promise<OpenBook> {
    return new OpenBook(db, state, await openDictionary(db, state));
  }

  /** The same book after a change that is not committed yet; what is new in its dictionary stays new. */
  changed(state: Book): OpenBook {
    const next = new OpenBook(
      this.db,
      { ...state, dictionary: this.state?.dictionary ?? [] },
      this.dictionary,
    );
    next.#sizes = this.#sizes;
    next.#isOutdated = this.#isOutdated;
    return next;
  }

  /** All stored rows of a month, read once and kept, because what is changed is summed again. */
  rows(month: Month): Promise<SourceRows[]> {
    let rows = this.#rows.get(month);
    if (!rows) {
      const state = this.state?.months.find(s => s.month === month);
      rows = state ? readSourceRows(this.db, state) : Promise.resolve([]);
      this.#rows.set(month, rows);
    }
    return rows;
  }

  /** Stored rows of one source in a month. They are not kept: a statement can have millions of them. */
  async rowsOf(month: Month, source: SourceId): Promise<SourceRows[]> {
    const state = this.state?.months.find(s => s.month === month);
    const chunks = state?.chunks.filter(chunk => sourceOf(chunk) === source) ?? [];
    return state && chunks.length > 0 ? readSourceRows(this.db, { ...state, chunks }) : [];
  }

  /** The rows of some of a month's chunks, in their order. */
  async rowsIn(month: Month, chunks: ChunkRef[]): Promise<SourceRows[]> {
    const state = this.state?.months.find(s => s.month === month);
    if (!state || chunks.length === 0) return [];
    const known = await this.#rows.get(month);
    if (!known) return readSourceRows(this.db, { ...state, chunks });
    return chunks.map(chunk => known[state.chunks.indexOf(chunk)]);
  }

  /** Missing rows of one source in a month. */
  missingParts(source: SourceId, month: Month): Promise<MissingPart[]> {
    return Promise.all(
      missingOf(this.state, source, month).map(async ({ month: _, chunks, ...part }) => ({
        ...part,
        columns: joinColumns(await readChunks(this.db, { chunks })),
      })),
    );
  }

  /** Takes note of when new rows of a month were earned. */
  earned(month: Month, columns: Columns): void {
    if (this.dictionary.earned(columns, startOfMonth(month)) < this.#sizes.parties) this.#isOutdated = true;
  }

  /** What has to be stored of the dictionary: the part that its earlier blocks do not hold, or all of it. */
  dictionaryBlock(key: string): DictionaryBlock {
    const { names, parties } = this.dictionary;
    const keys = this.state?.dictionary ?? [];
    const before = this.#sizes;
    if (!this.state || keys.length >= MOST_BLOCKS || this.#isOutdated)
      return { keys: [key], block: { key, names, parties } };
    const after = sizesOf(this.dictionary);
    if ((Object.keys(after) as (keyof Sizes)[]).every(list => after[list] === before[list])) return { keys };
    return {
      keys: [...keys, key],
      block: {
        key,
        names: {
          types: names.types.slice(before.types),
          assets: names.assets.slice(before.assets),
          codes: names.codes.slice(before.codes),
          referrals: names.referrals.slice(before.referrals),
          subs: names.subs.slice(before.parties),
          ...(names.countries && { countries: names.countries.slice(before.referrals) }),
        },
        parties: {
          referral: parties.referral.slice(before.parties),
          code: parties.code.slice(before.parties),
          registration: parties.registration.slice(before.parties),
          since: parties.since?.slice(before.parties),
          referrals: parties.referrals,
        },
      },
    };
  }
}

/** A book's dictionary as it stands. */
export async function openDictionary(db: Database, book: Book | undefined): Promise<Dictionary> {
  if (!book || book.dictionary.length === 0) return new Dictionary();
  return new Dictionary(await readNames(db, book.dictionary), await readParties(db, book.dictionary));
}
