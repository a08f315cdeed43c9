import type { CarriedMissing } from '../domain/carried-missing';
import { joinColumns, sortByTime } from '../domain/commission';
import { startOfMonth } from '../domain/day';
import { sourceOf } from '../store/manifest';
import { csvSink } from './export-csv';
import type { Generation } from './generation';

/** Nobody waits for so few rows. */
const untold = () => {};

/** All missing rows of a ledger with what was decided about them, for a backup: one file of each fate and source. */
export async function carryMissing(generation: Generation): Promise<CarriedMissing[]> {
  const states = generation.missing();
  if (states.length === 0) return [];
  const meaning = { ...(await generation.meaning()), claims: [] };
  const fates = new Map<string, typeof states>();
  for (const state of states) {
    const key = `${state.decided} ${state.again} ${sourceOf(state.chunks[0])}`;
    fates.set(key, [...(fates.get(key) ?? []), state]);
  }
  return Promise.all(
    [...fates.values()].map(async all => {
      const sink = csvSink(meaning);
      for (const { month, chunks } of all) {
        const columns = sortByTime(joinColumns(await generation.rowsIn(chunks)));
        const rows = Uint32Array.from(columns.time.keys());
        sink.write({ month, begin: startOfMonth(month), columns }, rows, 0, rows.length);
      }
      const [{ decided, again }] = all;
      const file = await sink.finish(untold, () => false);
      return { ...(decided && { decided }), ...(again && { again }), rows: await file.text() };
    }),
  );
}
