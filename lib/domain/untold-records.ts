import { paymentKey, type SourceChoice, territory } from './counted-rows';
import { LATEST } from './coverage-claim';
import { EXPORT, type SourceId, type SourceRows } from './source';

/** Rows of accounts as our own files hold them: of which account they are is not known. */
const CREDITED: SourceId = 'credited';

/** Whether a source is an account's own record: it says nothing of other accounts. */
const isRecord = (source: SourceId): boolean => ![EXPORT, 'copy', CREDITED, 'beside'].includes(source);

/**
 * Rows that a file of ours has of an account, in the time of another record that has no such row: they may be another
 * account's, and count.
 * @returns their keys (`paymentKey`), one a row.
 */
export function untoldRecords(choice: SourceChoice, rows: SourceRows[], pairs: Uint8Array): string[] {
  const own = choice.sources.indexOf(CREDITED);
  if (own < 0 || !choice.sources.some(isRecord)) return [];
  const hiddenBy = hidden(choice, rows, pairs, own);
  const told = recordsOf(rows, pairs, hiddenBy);
  return [...hiddenBy].flatMap(([payment, all]) => beyond(all, told.get(payment) ?? []));
}

interface Hidden {
  time: number;
  key: string;
}

/** Rows of ours that a record hides, by pair, asset and amount. */
function hidden({ sources, ...choice }: SourceChoice, rows: SourceRows[], pairs: Uint8Array, own: number) {
  const all = new Map<string, Hidden[]>();
  const counts = sources.map((_, of) => of).filter(of => isRecord(sources[of]));
  const isIn = territory({ sources, ...choice });
  for (const { source, columns } of rows) {
    if (source !== CREDITED) continue;
    for (let i = 0; i < columns.time.length; i++) {
      const pair = pairs[columns.type[i]];
      const time = columns.time[i];
      if (isIn(own, pair, time) || !counts.some(of => isIn(of, pair, time))) continue;
      const payment = `${pair} ${columns.asset[i]} ${columns.amount[i]}`;
      const row = { time, key: paymentKey(own, columns, i) };
      const known = all.get(payment);
      if (known) known.push(row);
      else all.set(payment, [row]);
    }
  }
  return all;
}

/** The times of records' rows, of the payments that are asked for. */
function recordsOf(
  rows: SourceRows[],
  pairs: Uint8Array,
  asked: Map<string, unknown>,
): Map<string, number[]> {
  const times = new Map<string, number[]>();
  if (asked.size === 0) return times;
  for (const { source, columns } of rows) {
    if (!isRecord(source)) continue;
    for (let i = 0; i < columns.time.length; i++) {
      const payment = `${pairs[columns.type[i]]} ${columns.asset[i]} ${columns.amount[i]}`;
      if (!asked.has(payment)) continue;
      const known = times.get(payment);
      if (known) known.push(columns.time[i]);
      else times.set(payment, [columns.time[i]]);
    }
  }
  return times;
}

/** The keys of rows for which the others have none, one for each, within hours. */
function beyond(all: Hidden[], others: number[]): string[] {
  const left = [...others].sort((a, b) => a - b);
  let next = 0;
  return [...all]
    .sort((a, b) => a.time - b.time)
    .flatMap(({ time, key }) => {
      while (left[next] < time - LATEST) next++;
      if (left[next] <= time + LATEST) {
        next++;
        return [];
      }
      return [key];
    });
}
