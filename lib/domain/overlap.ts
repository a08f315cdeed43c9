import type { Columns } from './commission';
import type { FileCoverage } from './coverage';
import { groupIdentical } from './multiset';
import { pairOff, type SamePayment, withDetails, withoutDetails } from './same-payment';

/**
 * Files dropped together are one batch. Parts of one export add up; exports that overlap are united, of each row the
 * larger count. What tells them apart is what they share: parts meet at most in one group of equal rows, at a seam.
 */
export interface FileRows {
  reach: FileCoverage;
  rows: number;
}

/** A month's rows with the file of each: `ends[f]` is the end of file f's rows, files in order. */
export interface MonthOfFiles {
  /** Moment of the month's begin in ms. */
  begin: number;
  columns: Columns;
  ends: number[];
}

interface Pair {
  a: number;
  b: number;
  shared: FileCoverage;
  /** Rows of the shared time that both have, and in how many different groups. */
  matched: number;
  groups: number;
  /** Rows of the shared time in each. */
  inA: number;
  inB: number;
}

const within = (reach: FileCoverage, moment: number) => reach.first <= moment && moment <= reach.last;

function overlappingPairs(files: FileRows[]): Pair[] {
  const pairs: Pair[] = [];
  files.forEach((one, a) => {
    for (let b = a + 1; b < files.length; b++) {
      const other = files[b];
      if (one.rows === 0 || other.rows === 0) continue;
      const first = Math.max(one.reach.first, other.reach.first);
      const last = Math.min(one.reach.last, other.reach.last);
      if (first <= last) pairs.push({ a, b, shared: { first, last }, matched: 0, groups: 0, inA: 0, inB: 0 });
    }
  });
  return pairs;
}

/** One file's copies of a row: `positions` of them, all identical. */
interface Run {
  file: number;
  positions: number[];
}

/** Visits every row that stands in more than one file, with each file's copies. */
function eachShared(month: MonthOfFiles, visit: (runs: Run[], moment: number) => void): void {
  const { of, count } = groupIdentical(month.columns);
  const start = new Uint32Array(count + 1);
  for (let i = 0; i < of.length; i++) start[of[i] + 1]++;
  for (let g = 0; g < count; g++) start[g + 1] += start[g];
  const rows = new Uint32Array(of.length);
  const next = start.slice();
  const fileOf = new Uint16Array(of.length);
  for (let i = 0, file = 0; i < of.length; i++) {
    while (i >= month.ends[file]) file++;
    fileOf[i] = file;
    rows[next[of[i]]++] = i;
  }
  for (let g = 0; g < count; g++) {
    // Positions ascend within a group, and files follow one another, so the ends tell whether two files meet here.
    if (fileOf[rows[start[g]]] === fileOf[rows[start[g + 1] - 1]]) continue;
    const runs: Run[] = [];
    for (let at = start[g]; at < start[g + 1]; at++) {
      const run = runs.at(-1);
      if (run?.file === fileOf[rows[at]]) run.positions.push(rows[at]);
      else runs.push({ file: fileOf[rows[at]], positions: [rows[at]] });
    }
    visit(runs, month.begin + month.columns.time[rows[start[g]]]);
  }
}

function countRowsOf(pairs: Pair[], month: MonthOfFiles): void {
  month.ends.forEach((end, file) => {
    const mine = pairs.filter(p => p.a === file || p.b === file);
    if (mine.length === 0) return;
    for (let i = file === 0 ? 0 : month.ends[file - 1]; i < end; i++) {
      const moment = month.begin + month.columns.time[i];
      for (const pair of mine) {
        if (!within(pair.shared, moment)) continue;
        if (pair.a === file) pair.inA++;
        else pair.inB++;
      }
    }
  });
}

/** Whether two files are exports that overlap, not parts of one. */
function isOverlap({ a, b, shared, matched, groups, inA, inB }: Pair, files: FileRows[]): boolean {
  if (groups > 1) return true;
  const isWhole = matched > 0 && matched === Math.min(files[a].rows, files[b].rows);
  return isWhole || (shared.first < shared.last && matched * 2 > Math.max(inA, inB));
}

/** Equal rows at the end of one file and the start of another: both count, because they may be two payments. */
export interface Seam {
  /** Positions in the drop. */
  files: [number, number];
  /** ms */
  moment: number;
  /** Rows that both have. */
  rows: number;
}

export interface SharedRows {
  /** For each month the positions to leave out, because another file of the drop tells of the same payment. */
  leftOut: Set<number>[];
  /** The months' rows, those that stay with what the others tell of them. */
  columns: Columns[];
  seams: Seam[];
}

/** What the files of a drop have in common. */
export function sharedRows(files: FileRows[], months: MonthOfFiles[], same: SamePayment): SharedRows {
  const shared: SharedRows = {
    leftOut: months.map(() => new Set()),
    columns: months.map(({ columns }) => columns),
    seams: [],
  };
  const pairs = overlappingPairs(files);
  if (pairs.length === 0) return shared;
  const alike = months.map(month => ({ ...month, columns: withoutDetails(month.columns, same) }));
  const seams = new Map<Pair, Seam>();
  for (const [m, month] of alike.entries()) {
    const { columns } = months[m];
    countRowsOf(pairs, month);
    eachShared(month, (runs, moment) => {
      for (const pair of pairs) {
        if (!within(pair.shared, moment)) continue;
        const a = runs.find(run => run.file === pair.a);
        const b = runs.find(run => run.file === pair.b);
        if (!a || !b) continue;
        const rows = pairOff(columns, same, a.positions, b.positions).twins.length;
        if (rows === 0) continue;
        pair.matched += rows;
        pair.groups++;
        seams.set(pair, { files: [pair.a, pair.b], moment, rows });
      }
    });
  }
  const overlaps = pairs.filter(pair => isOverlap(pair, files));
  shared.seams = pairs.flatMap(pair => (overlaps.includes(pair) ? [] : (seams.get(pair) ?? [])));
  if (overlaps.length === 0) return shared;
  for (const [m, month] of alike.entries()) {
    eachShared(month, (runs, moment) => {
      for (const together of overlapping(runs, overlaps, moment)) {
        const united = unitedRuns(together, shared.columns[m], same);
        for (const again of united.leftOut) shared.leftOut[m].add(again);
        shared.columns[m] = united.columns;
      }
    });
  }
  return shared;
}

/** The copies of a row in files that overlap, file by file, those of files that overlap together. */
function overlapping(runs: Run[], overlaps: Pair[], moment: number): Run[][] {
  const leader = runs.map((_, i) => i);
  const find = (i: number): number => (leader[i] === i ? i : find(leader[i]));
  for (const { a, b, shared } of overlaps) {
    const i = runs.findIndex(run => run.file === a);
    const j = runs.findIndex(run => run.file === b);
    if (i >= 0 && j >= 0 && within(shared, moment)) leader[find(i)] = find(j);
  }
  return runs.map((_, i) => runs.filter((_, j) => find(j) === i)).filter(together => together.length > 1);
}

/** Of each row the larger count: what one file has beyond the files before it stays too. */
function unitedRuns(
  runs: Run[],
  columns: Columns,
  same: SamePayment,
): { leftOut: number[]; columns: Columns } {
  const [{ positions: first }, ...others] = runs;
  const kept = [...first];
  const leftOut: number[] = [];
  for (const { positions } of others) {
    const { twins, sure } = pairOff(columns, same, kept, positions);
    const told = new Set(twins.map(([, again]) => again));
    leftOut.push(...told);
    kept.push(...positions.filter(row => !told.has(row)));
    columns = withDetails(columns, columns, sure, same);
  }
  return { leftOut, columns };
}
