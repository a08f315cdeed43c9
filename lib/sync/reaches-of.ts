import type { Columns } from '../domain/commission';
import type { FileCoverage } from '../domain/coverage';
import { DAY_MS, type Day, dayOf, momentOf, startOfMonth } from '../domain/day';
import { FILE_KINDS } from '../domain/file-kinds';
import { EXPORT, PAIRS } from '../domain/source';
import { type Batch, type KindBatch, kindOfFile, rowsOfFile } from './read-files';

/** The pairs that rows stand for, by day. */
type PairsByDay = Map<Day, number>;

/**
 * What the files of a drop speak for: each for its time, and for what it has rows of, because an export without futures
 * says nothing of futures.
 * @param told the time that a file of ours says its rows speak for, if it does.
 */
export function reachesOf(batch: Batch, pairOfType: Uint8Array, told?: FileCoverage[]): FileCoverage[] {
  const exports = batch.kinds.find(({ kind }) => kind === EXPORT)!;
  const credited = batch.kinds.find(({ kind }) => kind === 'credited')!;
  const plain = told ?? batch.files.flatMap((_, index) => reachOf(batch, index, pairOfType));
  const days = pairsByDay(credited, pairOfType);
  if (days.size === 0) return plain;
  // Our own files say of each day which source it was counted from, and no other source there speaks for it again.
  const exportDays = pairsByDay(exports, pairOfType);
  return [
    ...plain.flatMap(reach => without(reach, reach.source === 'credited' ? exportDays : days)),
    ...[...days].map(([day, pairs]) => ({ ...wholeDay(day), pairs, source: 'credited' as const })),
  ];
}

function reachOf(batch: Batch, index: number, pairOfType: Uint8Array): FileCoverage[] {
  const file = batch.files[index];
  if (file.refused || file.first === undefined) return [];
  const kind = kindOfFile(file);
  let pairs = 0;
  const rows = batch.kinds.find(rows => rows.kind === kind)!;
  for (const { type } of rowsOfFile(rows, index).values()) for (const t of type) pairs |= 1 << pairOfType[t];
  if (pairs === 0 && !FILE_KINDS[kind].speaksWhenEmpty) return [];
  return [{ first: file.first, last: file.last!, pairs, ...(kind !== EXPORT && { source: kind }) }];
}

function pairsByDay({ months }: KindBatch, pairOfType: Uint8Array): PairsByDay {
  const days: PairsByDay = new Map();
  for (const rows of months.values()) {
    const { time, type }: Columns = rows.columns();
    const begin = startOfMonth(rows.month);
    for (let i = 0; i < time.length; i++) {
      const day = dayOf(begin + time[i]);
      days.set(day, (days.get(day) ?? 0) | (1 << pairOfType[type[i]]));
    }
  }
  return days;
}

const wholeDay = (day: Day) => ({ first: momentOf(day), last: momentOf(day) + DAY_MS - 1 });

/** A reach without some days of some pairs: what is left of each pair, alike ones together. */
function without(reach: FileCoverage, days: PairsByDay): FileCoverage[] {
  const taken = [...days].sort(([a], [b]) => a - b);
  const left = new Map<string, FileCoverage>();
  for (let pair = 0; pair < PAIRS; pair++) {
    const bit = 1 << pair;
    if (reach.pairs !== undefined && !(reach.pairs & bit)) continue;
    let { first } = reach;
    const keep = (last: number) => {
      if (first > last) return;
      const key = `${first} ${last}`;
      left.set(key, { ...reach, first, last, pairs: (left.get(key)?.pairs ?? 0) | bit });
    };
    for (const [day, pairs] of taken) {
      const { first: from, last: to } = wholeDay(day);
      if (!(pairs & bit) || to < first || from > reach.last) continue;
      keep(Math.min(from - 1, reach.last));
      first = to + 1;
    }
    keep(reach.last);
  }
  return [...left.values()];
}
