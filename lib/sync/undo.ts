import { sliceColumns } from '../domain/commission';
import type { Month } from '../domain/day';
import type { Dictionary } from '../domain/dictionary';
import { missingAfterUndo } from '../domain/missing';
import { samePayments } from '../domain/same-payment';
import type { SourceRows } from '../domain/source';
import { isFromFiles } from '../domain/source-rank';
import { type Book, sourceOf } from '../store/manifest';
import { readManifestAt } from '../store/read';
import type { Change, ChangeMaker, LedgerNow } from './change-book';
import { missingChanged } from './change-missing';
import { nextBook } from './next-book';
import { OpenBook } from './open-book';

/**
 * What the ledger is without the last import: the files' rows as they were before it, and everything that connections
 * have brought, since too: Binance keeps some of that for three months only, so it must not go with an import. What has
 * been decided since about rows that were missing before it stands. Past the kept generations, or if another batch is the last one, nothing changes.
 * @param withDemo the demo stands again where the import let it go: for one that was cancelled while it committed.
 */
export const undone =
  (batch: string, withDemo = false): ChangeMaker =>
  async (real, { db, manifest }) => {
    const last = manifest.batches.at(-1);
    const before = last && (await readManifestAt(db, last.before));
    if (!before || last.id !== batch) return undefined;
    const { batches, books } = before;
    if (withDemo && books.demo) return { book: 'demo', from: await OpenBook.open(db, books.demo), batches };
    const now = real.state;
    const from = await OpenBook.open(db, books.real);
    // The newer dictionary has all words of the older one, at the same positions.
    const same = samePayments(real.dictionary);
    const decided = await missingChanged(from, async (parts, { source, month }) =>
      missingAfterUndo(parts, await real.missingParts(source, month), same),
    );
    if (!now || connected(now) === connected(books.real)) return { from, ...decided, batches };
    const add = new Map<Month, SourceRows[]>();
    for (const { month, chunks } of now.months) {
      const rows = await real.rowsIn(
        month,
        chunks.filter(chunk => !isFromFiles(sourceOf(chunk))),
      );
      if (rows.length > 0) add.set(month, translate(rows, real.dictionary, from.dictionary));
    }
    const { cursors = {}, apart: separate = [] } = now;
    return { from, ...decided, add, drop: source => !isFromFiles(source), cursors, separate, batches };
  };

/** What a change starts from that takes the place of the last import; undefined as for `undone`. */
export async function withoutBatch(
  batch: string,
  real: OpenBook,
  ledger: LedgerNow,
): Promise<Required<Pick<Change, 'from' | 'rollups' | 'batches'>> | undefined> {
  const change = await undone(batch)(real, ledger);
  if (!change) return undefined;
  const { from = real, batches = [] } = change;
  const { state, commit } = await nextBook(ledger.db, from, change, `${ledger.key}/without`);
  return { from: from.changed(state), rollups: commit.rollups, batches };
}

/** What connections have brought into a book, as a text that is another when it is. */
function connected(book: Book | undefined): string {
  const chunks = (book?.months ?? []).flatMap(month => month.chunks);
  const ids = chunks.filter(chunk => !isFromFiles(sourceOf(chunk))).map(chunk => chunk.id);
  return JSON.stringify([ids, book?.cursors ?? {}, book?.apart ?? []]);
}

/** Rows in the words of another dictionary, which takes in only what they use. */
function translate(rows: SourceRows[], from: Dictionary, to: Dictionary): SourceRows[] {
  const types = new Map<number, number>();
  const assets = new Map<number, number>();
  const nobody = to.party('', '', Number.NaN, '');
  return rows.map(({ source, columns }) => {
    const copy = sliceColumns(columns, 0, columns.time.length);
    for (let i = 0; i < copy.time.length; i++) {
      const { literal, kind, ...mark } = from.names.types[copy.type[i]];
      copy.type[i] = known(types, copy.type[i], () => to.type(literal, kind, mark));
      copy.asset[i] = known(assets, copy.asset[i], () => to.asset(from.names.assets[columns.asset[i]]));
    }
    // Records of an account name no referral.
    copy.party.fill(nobody);
    return { source, columns: copy };
  });
}

function known(map: Map<number, number>, position: number, find: () => number): number {
  let found = map.get(position);
  if (found === undefined) {
    found = find();
    map.set(position, found);
  }
  return found;
}
