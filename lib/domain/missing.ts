import { type Columns, joinColumns, pickColumns } from './commission';
import { groupIdentical, unite } from './multiset';
import { rowsAgree, type SamePayment, withoutDetails } from './same-payment';

/**
 * Missing rows: stored ones that a newer file of their time has not. The newest import is the newest word. Rows that it
 * lacks are asked about once; what the user decides is about these rows and stands: whenever a later file lacks them
 * again it is followed, and a file that has them lets them count, each as often as that file has it.
 */
export type Decision = 'kept' | 'removed';

/** Missing rows of one source and month. They lie beside the ledger's own rows, of which all but those out are part. */
export interface MissingPart {
  /** The newest batch that lacks them. */
  batch: string;
  /** Absent: nobody has decided, and they count. */
  decided?: Decision;
  /** A file newer than that batch has them again: they count. */
  again?: true;
  columns: Columns;
}

/** How a month's missing rows change, and with them the rows that count. */
export interface MissingChange {
  parts: MissingPart[];
  leaving: Columns;
  returning: Columns;
}

/** What has become of missing rows: nobody has decided, what was decided, or a newer file has them again. */
export const MISSING_FATES = ['open', 'kept', 'removed', 'again'] as const;
export type MissingFate = (typeof MISSING_FATES)[number];

export const fateOf = ({ decided, again }: Omit<MissingPart, 'columns'>): MissingFate =>
  again ? 'again' : (decided ?? 'open');

/** Rows that do not count. */
const isOut = (part: MissingPart): boolean => fateOf(part) === 'removed';

/** The rows that count after a change. @returns the same columns when nothing changes. */
export function withoutLeaving(
  rows: Columns,
  { leaving, returning }: Pick<MissingChange, 'leaving' | 'returning'>,
  same: SamePayment,
): Columns {
  const all = returning.time.length > 0 ? joinColumns([rows, returning]) : rows;
  return leaving.time.length > 0 ? shared(leaving, all, same).left : all;
}

/**
 * What an import of a month's rows does to its missing ones.
 * @param files `lacking`: stored rows that the files have not, though they speak for them; `fresh`: rows that the ledger
 * did not have; `spokenOf`: for which of some rows the files speak, one flag a row.
 */
export function missingAfterImport(
  before: MissingPart[],
  files: { batch: string; lacking: Columns; fresh: Columns; spokenOf: (rows: Columns) => boolean[] },
  same: SamePayment,
): MissingChange & { returned: number } {
  const { batch } = files;
  const parts: MissingPart[] = [];
  const leaving: Columns[] = [];
  let open = files.lacking;
  let fresh = files.fresh;
  let returned = 0;
  for (const part of keptFirst(before)) {
    if (isOut(part)) {
      const { both, rest, left } = shared(part.columns, fresh, same);
      fresh = left;
      returned += both.time.length;
      parts.push({ ...part, columns: rest }, { ...part, again: true, columns: both });
      continue;
    }
    const spoken = files.spokenOf(part.columns);
    const told = filterColumns(part.columns, i => spoken[i]);
    parts.push({ ...part, columns: filterColumns(part.columns, i => !spoken[i]) });
    // Those that nobody has decided about are asked about anew below, if these files lack them too.
    if (!part.decided) continue;
    const { both, rest, left } = shared(told, open, same);
    open = left;
    parts.push({ batch, decided: part.decided, columns: both }, { ...part, again: true, columns: rest });
    if (part.decided === 'removed') leaving.push(both);
  }
  parts.push({ batch, columns: open });
  return { parts: tidied(parts), leaving: joinColumns(leaving), returning: joinColumns([]), returned };
}

/** What a decision about some of the missing rows does. @param isMeant tells which. */
export const missingAfterDecision = (
  before: MissingPart[],
  isMeant: (part: MissingPart) => boolean,
  decided: Decision,
): MissingChange => changed(before.map(part => [part, isMeant(part) ? { ...part, decided } : part]));

/**
 * What becomes of an older book's missing rows when it takes the place of a newer one: what has been decided about them
 * since stands. A decision about rows that the older book does not miss goes with what made them missing.
 */
export function missingAfterUndo(
  before: MissingPart[],
  newer: MissingPart[],
  same: SamePayment,
): MissingChange {
  const decisions: Record<Decision, Columns> = {
    kept: rowsOf(newer, 'kept'),
    removed: rowsOf(newer, 'removed'),
  };
  const turns: [MissingPart, MissingPart][] = [];
  const settle = (part: MissingPart, decided: Decision): MissingPart => {
    const { both, rest, left } = shared(part.columns, decisions[decided], same);
    decisions[decided] = left;
    turns.push([
      { ...part, columns: both },
      { ...part, decided, columns: both },
    ]);
    return { ...part, columns: rest };
  };
  // What is decided as it was comes first, so that equal rows with several decisions keep their own.
  const left = before.map(part => (part.decided ? settle(part, part.decided) : part));
  for (const part of left) {
    const rest = settle(settle(part, 'kept'), 'removed');
    turns.push([rest, rest]);
  }
  return changed(turns);
}

/**
 * Which rows stand in the files at all, as the same payment.
 * @returns one flag a row.
 */
export function toldIn(rows: Columns, files: Columns, same: SamePayment): boolean[] {
  if (rows.time.length === 0) return [];
  const all = joinColumns([rows, files]);
  const { of } = groupIdentical(withoutDetails(all, same));
  const told = new Map<number, number[]>();
  const first = rows.time.length;
  for (let i = first; i < of.length; i++) told.set(of[i], [...(told.get(of[i]) ?? []), i]);
  return Array.from(rows.time, (_, i) => (told.get(of[i]) ?? []).some(j => rowsAgree(all, same, i, j)));
}

/** The rows of these positions. */
export const filterColumns = (columns: Columns, isIn: (i: number) => boolean): Columns =>
  pickColumns(columns, Uint32Array.from(columns.time.keys()).filter(isIn));

/** Rows as often as others have them, those beyond that, and what is left of the others. */
function shared(rows: Columns, others: Columns, same: SamePayment) {
  const { added, missing } = unite([others], rows, () => true, same);
  const beyond = new Set(added);
  return {
    both: filterColumns(rows, i => !beyond.has(i)),
    rest: pickColumns(rows, added),
    left: pickColumns(others, missing),
  };
}

function changed(turns: [MissingPart, MissingPart][]): MissingChange {
  const those = (was: boolean) =>
    joinColumns(turns.filter(([a, b]) => isOut(a) === was && isOut(b) !== was).map(([part]) => part.columns));
  return { parts: tidied(turns.map(([, part]) => part)), leaving: those(false), returning: those(true) };
}

const rowsOf = (parts: MissingPart[], decided: Decision): Columns =>
  joinColumns(parts.filter(part => part.decided === decided).map(part => part.columns));

const keptFirst = (parts: MissingPart[]) =>
  [...parts].sort((a, b) => Number(a.decided === 'removed') - Number(b.decided === 'removed'));

/** One part of each kind, and none without rows. */
function tidied(parts: MissingPart[]): MissingPart[] {
  const kinds = new Map<string, MissingPart>();
  for (const part of parts) {
    if (part.columns.time.length === 0) continue;
    const key = JSON.stringify([part.batch, part.decided, part.again]);
    const known = kinds.get(key);
    kinds.set(key, known ? { ...part, columns: joinColumns([known.columns, part.columns]) } : part);
  }
  return [...kinds.values()];
}
