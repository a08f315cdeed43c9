import type { Receipt } from '../domain/receipt';
import type { Rollup } from '../domain/rollup';
import type { BatchEntry, Book, BookId, Manifest } from '../store/manifest';
import { readManifest } from '../store/read';
import type { Database } from '../store/schema';
import { commit, sweep } from '../store/write';
import { type BookChange, nextBook } from './next-book';
import { OpenBook } from './open-book';

/** The one writer at a time, across worker, background and tabs. */
const WRITER_LOCK = 'ledger';

/** What every job that writes needs. */
export interface WriterEnv {
  db: Database;
  locks: LockManager;
  /** A clock, ms. */
  now: () => number;
  /** A key that is new each time. */
  id: () => string;
  /** Told of every generation. */
  committed?: (manifest: Manifest) => Promise<void>;
  /** Deletes what dead writers left, before and after. The background does so once a run instead. */
  tidy?: boolean;
  /** For tests that need a broken writer; everything else uses the real one. */
  commit?: typeof commit;
}

/** The ledger as a change finds it, under the writer's lock. */
export interface LedgerNow {
  db: Database;
  manifest: Manifest;
  /** Key of what the change writes. */
  key: string;
}

export interface Change extends BookChange {
  /** Which book changes; absent: the real one. */
  book?: BookId;
  /** What the change starts from; absent: the real book as it is. Undo starts from an older one. */
  from?: OpenBook;
  /** Sums of `from` that are not stored yet, by their keys. */
  rollups?: Map<string, Rollup>;
  /** Told when all is written but the commit. A batch that is new with it can be undone. @throws to stop the change. */
  receipt?: (at: number) => Receipt;
  /** The batches that can be undone, without the receipt's; absent: as they are. */
  batches?: BatchEntry[];
}

/** Works out a change of the real book, or of another; undefined: nothing changes. It writes nothing itself. */
export type ChangeMaker = (real: OpenBook, ledger: LedgerNow) => Promise<Change | undefined>;

/** Does something as the one writer there is. */
export const asWriter = <T>({ locks }: Pick<WriterEnv, 'locks'>, work: () => Promise<T>): Promise<T> =>
  locks.request(WRITER_LOCK, work);

/**
 * The one way a book changes: under the lock the change is worked out from the ledger as it is, its rows are put where
 * nothing refers to them, and one transaction makes them true. A death at any moment leaves the ledger of before or
 * the one of after. Only one book stands at a time: real rows let the demo go.
 * @param andThen asked once the change is there and before any other writer is let in: a second change, which takes the
 * first one back.
 * @returns the ledger as it is then, and whether this changed it.
 * @throws DamagedLedger, Outpaced, and what `make` and the disk throw; nothing has changed then.
 */
export async function changeBook(
  env: WriterEnv,
  make: ChangeMaker,
  andThen?: () => Promise<ChangeMaker | undefined>,
): Promise<{ manifest: Manifest; changed: boolean }> {
  const { db, tidy } = env;
  const done = await asWriter(env, async () => {
    if (tidy) await sweep(db);
    let found = await changeAsWriter(env, make);
    const second = found.changed ? await andThen?.() : undefined;
    if (second) found = await changeAsWriter(env, second);
    // What is committed is committed; what could not be tidied the next writer tidies.
    if (tidy) await sweep(db).catch(() => {});
    return found;
  });
  if (done.changed) await env.committed?.(done.manifest);
  return done;
}

async function changeAsWriter(
  env: WriterEnv,
  make: ChangeMaker,
): Promise<{ manifest: Manifest; changed: boolean }> {
  const { db } = env;
  const manifest = await readManifest(db);
  const key = env.id();
  const real = await OpenBook.open(db, manifest.books.real);
  const wanted = await make(real, { db, manifest, key });
  if (!wanted) return { manifest, changed: false };
  const { book = 'real', from = real } = wanted;
  const { state, commit: rest } = await nextBook(db, from, wanted, `${key}/${book}`);
  const rollups = new Map([...(wanted.rollups ?? []), ...rest.rollups]);
  const at = env.now();
  const receipt = wanted.receipt?.(at);
  const batches = withBatch(wanted.batches ?? manifest.batches, manifest.generation, receipt);
  const next: Manifest = {
    generation: manifest.generation + 1,
    at,
    books: isEmpty(state) && (book === 'demo' || batches.length === 0) ? {} : { [book]: state },
    batches,
  };
  await (env.commit ?? commit)(db, { ...rest, rollups, manifest: next, ...(receipt && { receipt }) });
  return { manifest: next, changed: true };
}

const isEmpty = ({ rows, reaches, cursors = {} }: Book) =>
  rows === 0 && reaches.length === 0 && Object.keys(cursors).length === 0;

function withBatch(batches: BatchEntry[], generation: number, receipt: Receipt | undefined): BatchEntry[] {
  if (!receipt || batches.some(batch => batch.id === receipt.batch)) return batches;
  const { batch: id, at, files, added } = receipt;
  return [...batches, { id, at, files: files.map(file => file.name), rows: added, before: generation }];
}
