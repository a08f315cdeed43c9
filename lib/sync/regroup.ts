import { readConnections } from '../store/connections';
import type { Database } from '../store/schema';
import type { ChangeMaker } from './change-book';

/** The book as the connections are now: which of them tell of the same money as the exports. */
export const regrouped: ChangeMaker = async (real, { db }) =>
  real.state && { separate: await separateConnections(db) };

/** The same without the rows of a connection that is to leave no trace. */
export const withoutConnection =
  (leaving: string): ChangeMaker =>
  async ({ state }, { db }) => {
    if (!state) return undefined;
    const cursors = Object.entries(state.cursors ?? {}).filter(([, cursor]) => cursor.source !== leaving);
    return {
      drop: source => source === leaving,
      cursors: Object.fromEntries(cursors),
      separate: await separateConnections(db),
    };
  };

/** Connections whose money no export here tells of: they count beside everything else. */
export async function separateConnections(db: Database): Promise<string[]> {
  return (await readConnections(db)).filter(connection => !connection.ownsExports).map(({ id }) => id);
}
