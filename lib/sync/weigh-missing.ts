import { type Columns, emptyColumns } from '../domain/commission';
import type { FileCoverage } from '../domain/coverage';
import { type Month, startOfMonth } from '../domain/day';
import { FILE_KINDS, type FileKindId } from '../domain/file-kinds';
import { filterColumns, type MissingChange, missingAfterImport, toldIn } from '../domain/missing';
import type { SamePayment } from '../domain/same-payment';
import type { OpenBook } from './open-book';
import type { MonthMissing } from './place-missing';

const NONE = emptyColumns(0);

/** Finds what the files of one kind and batch lack, month by month, and what that changes of the book's missing rows. */
export class MissingWeigher {
  /** Rows that the files lack. */
  lacking = 0;
  /** Rows that were removed because a file lacked them, and that these files have. */
  returned = 0;
  readonly months: MonthMissing[] = [];

  /** @param reaches the time the files speak for. */
  constructor(
    private readonly book: OpenBook,
    private readonly kind: FileKindId,
    private readonly batch: string,
    private readonly reaches: FileCoverage[],
    private readonly same: SamePayment,
  ) {}

  /** Whether the files speak for a month's moment, given in ms since it began. */
  covers(month: Month, time: number): boolean {
    const moment = startOfMonth(month) + time;
    return this.reaches.some(reach => reach.first <= moment && moment <= reach.last);
  }

  /**
   * @param beyond stored rows of the covered time that the files have not, or less often.
   * @param incoming all rows of the files; of them `fresh` are new.
   */
  async weigh(month: Month, beyond: Columns, incoming = NONE, fresh = NONE): Promise<MissingChange> {
    const { kind, batch, same } = this;
    const parts = await this.book.missingParts(kind, month);
    const lacking = this.#spokenOf(month, beyond, incoming);
    if (parts.length + lacking.time.length === 0) return { parts, leaving: NONE, returning: NONE };
    const spokenOf = (rows: Columns) => this.#speaks(month, rows, incoming);
    const { returned, ...change } = missingAfterImport(parts, { batch, lacking, fresh, spokenOf }, same);
    this.lacking += lacking.time.length;
    this.returned += returned;
    this.months.push({ source: kind, month, parts: change.parts });
    return change;
  }

  #spokenOf(month: Month, rows: Columns, incoming: Columns): Columns {
    const speaks = this.#speaks(month, rows, incoming);
    return filterColumns(rows, i => speaks[i]);
  }

  /**
   * For which rows the files speak: for all of their time; where files of this kind are often filtered, only for rows
   * that these have too, because then Binance doubled what an older one has more often.
   */
  #speaks(month: Month, rows: Columns, incoming: Columns): boolean[] {
    const told = FILE_KINDS[this.kind].missing === 'filtered' && toldIn(rows, incoming, this.same);
    return Array.from(rows.time, (time, i) => this.covers(month, time) && (!told || told[i]));
  }
}
