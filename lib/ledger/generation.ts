import { type Columns, joinColumns, sortByTime } from '../domain/commission';
import { firstDayOf, type Month, momentOf } from '../domain/day';
import { lookupOf } from '../domain/dictionary';
import { pairsOfTypes } from '../domain/lane';
import { memo, once } from '../domain/memo';
import type { Span } from '../domain/period';
import { type ChunkRef, claimsOf, type MissingState } from '../store/manifest';
import type { LedgerReader } from './reader';
import { type Block, matching, type RowNames, type RowQuery, type RowTest } from './row-query';

/** The matching rows of one month. */
export interface Part {
  block: Block;
  rows: Uint32Array;
}

/**
 * One generation of the ledger as rows: what has been read of it stays in memory. Its chunks never change, so that a
 * query or an export that began with it ends with it, whatever is committed meanwhile.
 */
export class Generation {
  #block = memo((month: Month) => this.#read(month));

  constructor(private readonly ledger: LedgerReader) {}

  /** The same rows with values in BUSD, as an import reads them back. */
  inBase(): Generation {
    const ledger = this.ledger.inBase();
    return ledger === this.ledger ? this : new Generation(ledger);
  }

  /** Rows that files lack. */
  missing(): MissingState[] {
    return this.ledger.book?.state.missing ?? [];
  }

  rowsIn(chunks: ChunkRef[]): Promise<Columns[]> {
    return this.ledger.rowsIn(chunks);
  }

  /** The dictionary of the shown source. */
  readonly meaning = once(async (): Promise<RowNames> => {
    const book = this.ledger.book?.state;
    const [{ figures }, names] = await Promise.all([this.ledger.figures([]), this.ledger.names()]);
    return {
      names,
      parties: figures.parties,
      lookup: lookupOf(names, figures.parties),
      pairs: pairsOfTypes(names.types),
      claims: book ? claimsOf(book) : [],
    };
  });

  /** The months of a span that have rows, oldest first. */
  monthsIn(span: Span): Month[] {
    return (this.ledger.book?.state.months ?? [])
      .map(state => state.month)
      .filter(month => firstDayOf(month) <= span.to && firstDayOf(month + 1) > span.from);
  }

  /** The matching rows of one month, oldest first. */
  async match(month: Month, query: RowQuery, test: RowTest): Promise<Part> {
    const block = await this.#block(month);
    return { block, rows: matching(block, query, test) };
  }

  async #read(month: Month): Promise<Block> {
    const parts = await this.ledger.rowsOf(month);
    const columns = parts.length === 1 ? parts[0] : joinColumns(parts);
    const confirmed = this.ledger.book?.state.months.find(s => s.month === month)?.choice?.confirmed;
    return {
      month,
      begin: momentOf(firstDayOf(month)),
      columns: sortByTime(columns),
      ...(confirmed && { confirmed }),
    };
  }
}
