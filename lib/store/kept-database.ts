import { type Database, openDatabase } from './schema';

/** Opens the database once and again whenever the browser or another version took it away. Apart from what the popup loads, which is gone sooner. */
export function keptDatabase(): () => Promise<Database> {
  let kept: Promise<Database> | undefined;
  return () => {
    if (!kept) {
      const opening = openDatabase(() => {
        kept = undefined;
      });
      kept = opening;
      // What failed once is tried again.
      opening.catch(() => {
        kept = undefined;
      });
    }
    return kept;
  };
}
