import { countBefore } from './binary-search';
import type { Kind } from './commission';
import { type Day, firstDayOf, type Month } from './day';
import type { RowNarrowing } from './narrowing';
import type { PartySet } from './party-set';
import type { Span } from './period';
import { type Cells, dayOfSlot, type Rollup, SLOTS, SLOTS_PER_DAY, slotsOf } from './rollup';

/** Which rows count. `code` is a position in the source's dictionary. */
export interface Selection extends RowNarrowing {
  code?: number;
  /** Only these parties: those of a country. Money has the code apart from it. */
  among?: PartySet;
  /** Only these parties are people that count: those of the code and the country together. */
  people?: PartySet;
}

/**
 * The one scan of rollups' cells: those of a kind that a selection leaves in a span, month by month in the order of
 * `rollups`, by day within a month.
 * @param visit is told the cells of a month, the position of one among them, and its day.
 */
export function eachCell(
  rollups: ReadonlyMap<Month, Rollup>,
  span: Span,
  kind: Kind,
  select: Selection,
  visit: (cells: Cells, at: number, day: Day) => void,
): void {
  const { code, among } = select;
  // One look-up a cell, instead of taking every slot apart.
  const wanted = new Uint8Array(SLOTS);
  for (const slot of slotsOf(kind, select)) wanted[slot] = 1;
  for (const [month, rollup] of rollups) {
    const first = firstDayOf(month);
    if (span.to < first || span.from > first + 30) continue;
    const cells = among ? among.cellsOf(rollup) : rollup.cells;
    const { slot } = cells;
    // Cells are in order of slot, and slots in order of day.
    const end = countBefore(slot, (span.to - first + 1) * SLOTS_PER_DAY);
    for (let at = countBefore(slot, (span.from - first) * SLOTS_PER_DAY); at < end; at++) {
      if (wanted[slot[at]] === 0 || (code !== undefined && cells.code[at] !== code)) continue;
      visit(cells, at, first + dayOfSlot(slot[at]));
    }
  }
}
