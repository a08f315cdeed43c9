import { joinColumns } from '../domain/commission';
import type { Month } from '../domain/day';
import { type MissingChange, type MissingPart, withoutLeaving } from '../domain/missing';
import { type SamePayment, samePayments } from '../domain/same-payment';
import { columnsOf, type SourceId, type SourceRows } from '../domain/source';
import { sourceOf } from '../store/manifest';
import type { BookChange } from './next-book';
import type { OpenBook } from './open-book';
import type { MonthMissing } from './place-missing';

/** How missing rows of one source and month change; undefined: not at all. */
type MissingTurn = (
  parts: MissingPart[],
  of: { source: SourceId; month: Month },
  same: SamePayment,
) => Promise<MissingChange | undefined>;

/** A book's missing rows changed, and with them the rows that count. */
export async function missingChanged(
  open: OpenBook,
  turn: MissingTurn,
): Promise<Required<Pick<BookChange, 'missing' | 'replace'>>> {
  const same = samePayments(open.dictionary);
  const missing: MonthMissing[] = [];
  const replace = new Map<Month, SourceRows[]>();
  const states = open.state?.missing ?? [];
  const places = new Map(
    states.map(({ month, chunks: [chunk] }) => [
      `${sourceOf(chunk)} ${month}`,
      { source: sourceOf(chunk), month },
    ]),
  );
  for (const { source, month } of places.values()) {
    const change = await turn(await open.missingParts(source, month), { source, month }, same);
    if (!change) continue;
    missing.push({ source, month, parts: change.parts });
    if (change.leaving.time.length + change.returning.time.length === 0) continue;
    const stored = joinColumns(columnsOf(await open.rowsOf(month, source), source));
    const columns = withoutLeaving(stored, change, same);
    replace.set(month, [...(replace.get(month) ?? []), { source, columns }]);
  }
  return { missing, replace };
}
