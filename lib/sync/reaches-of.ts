import type { Columns } from '../domain/commission';
import { seenAt } from '../domain/counted-rows';
import type { FileCoverage } from '../domain/coverage';
import { type PairSpan, spanOfClaim } from '../domain/coverage-claim';
import { endOfDay, type Month, momentOf, startOfMonth } from '../domain/day';
import { FILE_KINDS, type FileKindId } from '../domain/file-kinds';
import { PAIRS } from '../domain/lane';
import { EXPORT } from '../domain/source';
import { type Batch, type PairsByDay, rowsOfFile } from './batch-rows';
import { kindOfFile } from './read-files';

/**
 * What the files of a drop speak for: each for its time, and for what it has rows of, because an export without futures
 * says nothing of futures.
 * @param key of the batch.
 * @param told the time that the first file says its rows speak for, if it does.
 */
export function reachesOf(
  batch: Batch,
  key: string,
  pairOfType: Uint8Array,
  told?: FileCoverage[],
): FileCoverage[] {
  return batch.files.flatMap((file, index) => {
    if (file.refused) return [];
    const says = index === 0 && told ? told : (batch.told[index] ?? []);
    const plain = says === told || says.length > 0 ? says : reachOf(batch, index, pairOfType);
    const own = batch.own[index];
    if (!own) return plain;
    // Our own file says of each moment which source it was counted from, and no other source there speaks for it again.
    const left = [...own.days].reduce(
      (reaches, [kind, days]) =>
        reaches.flatMap(reach => ((reach.source ?? EXPORT) === kind ? [reach] : without(reach, days))),
      plain,
    );
    const itself =
      says.length > 0 ? own.shared.map(reach => cut(reach, says)) : [...own.alone, ...own.shared];
    return [...left, ...itself].map(reach => ({ ...reach, own: `${key}/${index}` }));
  });
}

/** A reach of one pair, without what its source does not speak for at its ends. */
function cut(reach: FileCoverage, says: FileCoverage[]): FileCoverage {
  const pair = 31 - Math.clz32(reach.pairs!);
  const spans = says
    .filter(({ source = EXPORT }) => source === (reach.source ?? EXPORT))
    .flatMap(said => {
      const span = spanOfClaim(said, pair);
      return span && span[0] <= reach.last && reach.first <= span[1] ? [span] : [];
    });
  if (spans.length === 0) return reach;
  return {
    ...reach,
    first: Math.max(reach.first, Math.min(...spans.map(([first]) => first))),
    last: Math.min(reach.last, Math.max(...spans.map(([, last]) => last))),
  };
}

function reachOf(batch: Batch, index: number, pairOfType: Uint8Array): FileCoverage[] {
  const file = batch.files[index];
  if (file.refused || file.first === undefined) return [];
  const kind = kindOfFile(file);
  const spans = spansOf(rowsOf(batch, index, kind), pairOfType, kind);
  const pairs = spans.reduce((pairs, [pair]) => pairs | (1 << pair), 0);
  if (pairs === 0 && !FILE_KINDS[kind].speaksWhenEmpty) return [];
  return [
    {
      first: file.first,
      last: seenAt(kind, file.last!),
      pairs,
      spans,
      ...(kind !== EXPORT && { source: kind }),
    },
  ];
}

/** From when to when a file has rows of each pair. */
function spansOf(months: Map<Month, Columns>, pairOfType: Uint8Array, kind: FileKindId): PairSpan[] {
  const first = new Float64Array(PAIRS).fill(Number.POSITIVE_INFINITY);
  const last = new Float64Array(PAIRS);
  for (const [month, { time, type }] of months) {
    const begin = startOfMonth(month);
    for (let i = 0; i < time.length; i++) {
      const pair = pairOfType[type[i]];
      const moment = begin + time[i];
      if (moment < first[pair]) first[pair] = moment;
      if (moment > last[pair]) last[pair] = moment;
    }
  }
  const spans = Array.from(first, (from, pair): PairSpan => [pair, from, seenAt(kind, last[pair])]);
  return spans.filter(([, from]) => from < Number.POSITIVE_INFINITY);
}

const rowsOf = ({ kinds }: Batch, index: number, kind: FileKindId) =>
  rowsOfFile(kinds.find(rows => rows.kind === kind)!, index);

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
      if (!(pairs & bit) || endOfDay(day) < first || momentOf(day) > reach.last) continue;
      keep(Math.min(momentOf(day) - 1, reach.last));
      first = endOfDay(day) + 1;
    }
    keep(reach.last);
  }
  return [...left.values()];
}
