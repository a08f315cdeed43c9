/**
 * A writer that is wrong on purpose: it moves the cursor first and brings the rows in a transaction of its own, a
 * moment later. A death in between loses rows for ever, and the kill test must see that.
 */
import { readManifest } from '../../../lib/store/read';
import { type Commit, commit as realCommit } from '../../../lib/store/write';

export * from '../../../lib/store/write';

export async function commit(db: Parameters<typeof realCommit>[0], all: Commit): Promise<void> {
  const before = (await readManifest(db)).books.real;
  const after = all.manifest.books.real;
  if (!before || !after || all.rollups.size === 0) return realCommit(db, all);
  const { manifest } = all;
  const cursorFirst = { ...before, cursors: after.cursors };
  await realCommit(db, { rollups: new Map(), manifest: { ...manifest, books: { real: cursorFirst } } });
  await new Promise(done => setTimeout(done, 400));
  await realCommit(db, { ...all, manifest: { ...manifest, generation: manifest.generation + 1 } });
}
