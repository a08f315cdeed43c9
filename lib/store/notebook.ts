import {
  EMPTY_NOTEBOOK,
  type Entries,
  NOTEBOOK_SECTIONS,
  type Notebook,
  type Section,
  withEntries,
} from '../domain/notebook';
import type { Database } from './schema';

/** Everything the user has written down. */
export async function readNotebook(db: Database): Promise<Notebook> {
  const tx = db.transaction('notebook');
  const read = NOTEBOOK_SECTIONS.map(async section => [section, await tx.store.get(section)] as const);
  const found = (await Promise.all(read)).filter(([, value]) => value !== undefined);
  return { ...EMPTY_NOTEBOOK, ...Object.fromEntries(found) };
}

/** Puts entries into a section and takes out those that are null, in one transaction. */
export async function writeEntries<S extends Section>(
  db: Database,
  section: S,
  entries: Entries<S>,
): Promise<void> {
  const tx = db.transaction('notebook', 'readwrite', { durability: 'strict' });
  const before = ((await tx.store.get(section)) ?? EMPTY_NOTEBOOK[section]) as Notebook[S];
  await tx.store.put(withEntries(before, entries), section);
  await tx.done;
}
