import type { Columns } from './commission';
import type { FileCoverage } from './coverage';
import { groupIdentical } from './multiset';

/**
 * Files dropped together are one batch, and inside a batch every row counts: an export may come in parts. But people
 * also drop overlapping exports, or one export twice, together. What tells parts from repeats is the overlap: over
 * the time two files share, a repeat has *every* row of the other, and parts of one export have not.
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
      // Parts of one export may meet within a second; that alone does not make them repeats of each other.
      const same = one.reach.first === other.reach.first && one.reach.last === other.reach.last;
      if (first < last || (first === last && same)) {
        pairs.push({ a, b, shared: { first, last }, matched: 0, groups: 0, inA: 0, inB: 0 });
      }
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

/** A repeat has all rows of the shared time; a single common row proves it only if it is the whole file. */
function isRepeat(pair: Pair, files: FileRows[]): boolean {
  const smaller = Math.min(pair.inA, pair.inB);
  if (pair.matched === 0 || pair.matched !== smaller) return false;
  return pair.groups > 1 || smaller === Math.min(files[pair.a].rows, files[pair.b].rows);
}

/**
 * The rows of a batch that only repeat rows of another file of the same batch.
 * @returns for each month the positions to leave out (empty where there is nothing to leave out).
 */
export function repeatsAcrossFiles(files: FileRows[], months: MonthOfFiles[]): Set<number>[] {
  const none = months.map(() => new Set<number>());
  const pairs = overlappingPairs(files);
  if (pairs.length === 0) return none;
  for (const month of months) {
    countRowsOf(pairs, month);
    eachShared(month, (runs, moment) => {
      for (const pair of pairs) {
        if (!within(pair.shared, moment)) continue;
        const a = runs.find(run => run.file === pair.a);
        const b = runs.find(run => run.file === pair.b);
        if (!a || !b) continue;
        pair.matched += Math.min(a.positions.length, b.positions.length);
        pair.groups++;
      }
    });
  }
  const repeats = pairs.filter(pair => isRepeat(pair, files));
  if (repeats.length === 0) return none;
  return months.map(month => {
    const left = new Set<number>();
    eachShared(month, (runs, moment) => leaveOut(runs, repeats, moment, left));
    return left;
  });
}

/** Of files that repeat each other the one with the most copies of a row counts; the copies of the rest are left out. */
function leaveOut(runs: Run[], repeats: Pair[], moment: number, left: Set<number>): void {
  const leader = runs.map((_, i) => i);
  const find = (i: number): number => (leader[i] === i ? i : find(leader[i]));
  for (const { a, b, shared } of repeats) {
    const i = runs.findIndex(run => run.file === a);
    const j = runs.findIndex(run => run.file === b);
    if (i >= 0 && j >= 0 && within(shared, moment)) leader[find(i)] = find(j);
  }
  const best = new Map<number, number>();
  runs.forEach((run, i) => {
    const current = best.get(find(i));
    if (current === undefined || run.positions.length > runs[current].positions.length) best.set(find(i), i);
  });
  runs.forEach((run, i) => {
    if (best.get(find(i)) !== i) for (const position of run.positions) left.add(position);
  });
}
