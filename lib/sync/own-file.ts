import { pickColumns } from '../domain/commission';
import { seenAt } from '../domain/counted-rows';
import type { FileCoverage } from '../domain/coverage';
import { LATEST } from '../domain/coverage-claim';
import { type Day, dayOf, endOfDay, momentOf, startOfMonth } from '../domain/day';
import type { FileKindId } from '../domain/file-kinds';
import { PAIRS } from '../domain/lane';
import { EXPORT } from '../domain/source';
import {
  type KindBatch,
  monthOfKind,
  type OwnFile,
  type PairsByDay,
  rowsOfFile,
  takeFile,
} from './batch-rows';

/** Kinds whose rows our own files hold, the best first. */
const OWN_KINDS = ['export', 'copy', 'credited'] as const;
type OwnKind = (typeof OWN_KINDS)[number];

/** A stretch of a day that sources have told, `sources` a set of positions in `OWN_KINDS`. */
interface Run {
  first: number;
  last: number;
  sources: number;
}

/**
 * Tells the sources of one of our own files from each other. Where two of them stand on one day, each speaks from its
 * first row to the other's; where their rows stand among each other, those of the worse one go beside the better.
 * @returns undefined for any other file.
 */
export function ownFile(
  kinds: KindBatch[],
  index: number,
  own: FileKindId,
  span: { first?: number; last?: number },
  pairOfType: Uint8Array,
): OwnFile | undefined {
  const of = (kind: FileKindId) => kinds.find(rows => rows.kind === kind)!;
  const has = (kind: OwnKind) => rowsOfFile(of(kind), index).size > 0;
  if (!OWN_KINDS.some(kind => kind !== own && kind !== EXPORT && has(kind))) return undefined;
  const days = new Map<OwnKind, PairsByDay>(
    OWN_KINDS.map(kind => [kind, pairsByDay(of(kind), index, pairOfType)]),
  );
  const shared = sharedDays([...days.values()]);
  const runs = runsOn(shared, kinds, index, pairOfType);
  const alone = [...days].flatMap(([kind, all]) => (kind === own ? [] : onDays(minus(all, shared), kind)));
  const together: FileCoverage[] = [];
  for (const [cell, some] of runs) {
    for (const { first, last, sources } of some) {
      const best = OWN_KINDS[31 - Math.clz32(sources & -sources)];
      const isMixed = (sources & (sources - 1)) !== 0;
      const pairs = 1 << (cell % PAIRS);
      together.push({
        first,
        last,
        pairs,
        ...sourceOfReach(best),
        ...(isMixed && { beside: true as const }),
      });
    }
  }
  putBeside(kinds, index, runs, pairOfType);
  const { first = 0, last = Number.POSITIVE_INFINITY } = span;
  // The first and the last day of a file may be parts of days.
  const within = (reach: FileCoverage): FileCoverage => ({
    ...reach,
    first: Math.max(reach.first, first),
    last: Math.min(reach.last, seenAt(reach.source ?? EXPORT, last)),
  });
  return { alone: alone.map(within), shared: together.map(within), days };
}

const sourceOfReach = (kind: OwnKind) => (kind === EXPORT ? {} : { source: kind });

function pairsByDay(batch: KindBatch, index: number, pairOfType: Uint8Array): PairsByDay {
  const days: PairsByDay = new Map();
  for (const [month, { time, type }] of rowsOfFile(batch, index)) {
    const begin = startOfMonth(month);
    for (let i = 0; i < time.length; i++) {
      const day = dayOf(begin + time[i]);
      days.set(day, (days.get(day) ?? 0) | (1 << pairOfType[type[i]]));
    }
  }
  return days;
}

/** Days and pairs that more than one source tells. */
function sharedDays(all: PairsByDay[]): PairsByDay {
  const [seen, shared]: [PairsByDay, PairsByDay] = [new Map(), new Map()];
  for (const days of all) {
    for (const [day, pairs] of days) {
      const before = seen.get(day) ?? 0;
      seen.set(day, before | pairs);
      if (before & pairs) shared.set(day, (shared.get(day) ?? 0) | (before & pairs));
    }
  }
  return shared;
}

const minus = (days: PairsByDay, others: PairsByDay): PairsByDay =>
  new Map([...days].map(([day, pairs]) => [day, pairs & ~(others.get(day) ?? 0)]));

/** Days in a row with the same pairs are one reach. */
function onDays(days: PairsByDay, kind: OwnKind): FileCoverage[] {
  const reaches: FileCoverage[] = [];
  for (const [day, pairs] of [...days].sort(([a], [b]) => a - b)) {
    if (pairs === 0) continue;
    const before = reaches.at(-1);
    if (before?.pairs === pairs && before.last === momentOf(day) - 1) before.last = endOfDay(day);
    else reaches.push({ first: momentOf(day), last: endOfDay(day), pairs, ...sourceOfReach(kind) });
  }
  return reaches;
}

/** Who tells which part of the shared days: `day * PAIRS + pair` → its runs. */
function runsOn(
  shared: PairsByDay,
  kinds: KindBatch[],
  index: number,
  pairOfType: Uint8Array,
): Map<number, Run[]> {
  const moments = new Map<number, Map<number, number>>();
  for (const [position, kind] of OWN_KINDS.entries()) {
    const rows = kinds.find(rows => rows.kind === kind)!;
    for (const [month, { time, type }] of rowsOfFile(rows, index)) {
      for (let i = 0; i < time.length; i++) {
        const moment = startOfMonth(month) + time[i];
        const pair = pairOfType[type[i]];
        if (!((shared.get(dayOf(moment)) ?? 0) & (1 << pair))) continue;
        const cell = dayOf(moment) * PAIRS + pair;
        const own = moments.get(cell) ?? new Map<number, number>();
        moments.set(cell, own.set(moment, (own.get(moment) ?? 0) | (1 << position)));
      }
    }
  }
  return new Map([...moments].map(([cell, own]) => [cell, runsOfDay(Math.floor(cell / PAIRS), own)]));
}

/** @param moments who has rows when. */
function runsOfDay(day: Day, moments: Map<number, number>): Run[] {
  const plain: Run[] = [];
  for (const [at, sources] of [...moments].sort(([a], [b]) => a - b)) {
    const before = plain.at(-1);
    if (before?.sources === sources) before.last = at;
    else plain.push({ first: at, last: at, sources });
  }
  const runs: Run[] = [];
  for (const [i, run] of plain.entries()) {
    const before = runs.at(-1);
    const end = plain[i + 1]?.first ?? Number.POSITIVE_INFINITY;
    const isAmong = i > 0 && end - run.first < LATEST;
    const isMixed = isAmong || (run.sources & (run.sources - 1)) !== 0;
    // A short run between two others, and what stands beside it, is told together.
    if (before && isMixed && (before.sources & (before.sources - 1)) !== 0) {
      before.last = run.last;
      before.sources |= run.sources;
    } else if (before && isAmong) runs.push({ ...run, sources: run.sources | before.sources });
    else runs.push({ ...run });
  }
  return runs.map((run, i) => ({
    ...run,
    first: i === 0 ? momentOf(day) : run.first,
    last: i === runs.length - 1 ? endOfDay(day) : runs[i + 1].first - 1,
  }));
}

/** Takes rows of worse sources out of runs that several tell. */
function putBeside(
  kinds: KindBatch[],
  index: number,
  runs: Map<number, Run[]>,
  pairOfType: Uint8Array,
): void {
  const beside = kinds.find(({ kind }) => kind === 'beside')!;
  for (const [position, kind] of OWN_KINDS.entries()) {
    if (position === 0) continue;
    const rows = kinds.find(rows => rows.kind === kind)!;
    for (const [month, { time, type }] of rowsOfFile(rows, index)) {
      const begin = startOfMonth(month);
      const goes = Array.from(time, (inMonth, i) => {
        const moment = begin + inMonth;
        const own = runs.get(dayOf(moment) * PAIRS + pairOfType[type[i]]);
        const run = own?.find(({ first, last }) => first <= moment && moment <= last);
        return run !== undefined && (run.sources & ((1 << position) - 1)) !== 0;
      });
      if (!goes.includes(true)) continue;
      const columns = takeFile(rows, month, rows.ends.get(month)?.[index - 1] ?? 0);
      for (const [to, isGoing] of [
        [beside, true],
        [rows, false],
      ] as const) {
        const those = Uint32Array.from(goes.keys()).filter(i => goes[i] === isGoing);
        if (those.length > 0) monthOfKind(to, month).pushAll(pickColumns(columns, those));
      }
    }
  }
}
