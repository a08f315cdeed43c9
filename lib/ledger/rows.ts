import { halves } from '../domain/money';
import { firstInOrder, radixOrder } from '../domain/radix-order';
import type { Database } from '../store/schema';
import { Generation, type Part } from './generation';
import { LedgerReader } from './reader';
import { type CommissionRow, firstRows, ROWS_A_PAGE, rowAt } from './row-at';
import { type Block, type RowNames, type RowQuery, ranksOf, rowTest } from './row-query';
import { type RowTotals, TotalsTally } from './row-totals';

export interface RowAnswer {
  count: number;
  totals: RowTotals;
  first: CommissionRow[];
}

interface Found {
  generation: Generation;
  query: Omit<RowQuery, 'sort' | 'descending'>;
  /** Oldest month first. */
  parts: Part[];
  count: number;
  totals?: RowTotals;
}

export class Superseded extends Error {
  override name = 'Superseded';
}

/**
 * The rows of the ledger for one screen: filtered, ordered and paged. Lives in a worker of its own, so that a million
 * rows never wait for the page nor the page for them. Months stay in memory once read.
 */
export class Rows {
  #now: Generation | undefined;
  #asked = 0;
  #positions = new Uint32Array(0);
  #open: Block[] = [];
  #bases: number[] = [];
  #found: Found | undefined;
  #meaning: RowNames | undefined;

  constructor(private readonly database: () => Promise<Database>) {}

  /** The ledger has a new generation: what comes next is asked of that. What is under way stays with its own. */
  renew(): void {
    this.#now = undefined;
    this.#found = undefined;
  }

  /** @internal The generation that is read now. */
  async generation(): Promise<Generation> {
    if (!this.#now) {
      const now = new Generation(await LedgerReader.open(await this.database()));
      this.#now ??= now;
    }
    return this.#now;
  }

  /**
   * Answers a query and keeps its order for `page`.
   * @param early is called with the first rows as soon as they are known, before everything has been read or ordered.
   * @throws Superseded when a newer query came in between.
   */
  async open(query: RowQuery, early?: (rows: CommissionRow[]) => void): Promise<RowAnswer> {
    const asked = ++this.#asked;
    const generation = await this.generation();
    const meaning = await generation.meaning();
    const found = await this.#find(query, generation, meaning, asked, early);
    const { parts, count } = found;
    this.#meaning = meaning;
    this.#keep(parts, count);
    if (query.sort === 'time') {
      if (query.descending) this.#positions.reverse();
    } else {
      const { low, high } = keysOf(query, meaning, parts, count);
      const kept = this.#positions;
      if (early) {
        const first = firstInOrder(low, high, query.descending, ROWS_A_PAGE);
        early(Array.from(first, i => this.#rowAt(kept[i], meaning)));
        // The message leaves with the end of this turn, not with the end of the sort.
        await new Promise(turn => setTimeout(turn));
        if (asked !== this.#asked) throw new Superseded();
      }
      this.#positions = radixOrder(low, high, query.descending);
      for (let i = 0; i < count; i++) this.#positions[i] = kept[this.#positions[i]];
    }
    if (!found.totals) {
      const tally = new TotalsTally(meaning);
      for (const { block, rows } of parts) tally.add(block.columns, rows);
      found.totals = tally.totals;
    }
    return { count, totals: found.totals, first: await this.page(0, ROWS_A_PAGE) };
  }

  /** The matching rows, oldest month first. Another order of the same rows finds them again. */
  async #find(
    query: RowQuery,
    generation: Generation,
    meaning: RowNames,
    asked: number,
    early?: (rows: CommissionRow[]) => void,
  ): Promise<Found> {
    const { sort, descending, ...rest } = query;
    const last = this.#found;
    if (last && last.generation === generation && sameQuery(last.query, rest)) return last;
    const test = rowTest(query, meaning);
    const months = generation.monthsIn(query.span);
    const newestFirst = sort !== 'time' || descending;
    if (newestFirst) months.reverse();
    const parts: Part[] = [];
    let count = 0;
    let shown = false;
    for (const month of months) {
      const part = await generation.match(month, query, test);
      if (asked !== this.#asked) throw new Superseded();
      parts.push(part);
      count += part.rows.length;
      if (early && !shown && sort === 'time' && count >= ROWS_A_PAGE && month !== months.at(-1)) {
        early(firstRows(parts, descending, meaning));
        shown = true;
      }
    }
    if (newestFirst) parts.reverse();
    const found: Found = { generation, query: rest, parts, count };
    this.#found = found;
    return found;
  }

  /** Positions count through the open blocks, oldest first. */
  #keep(found: Part[], count: number): void {
    this.#open = found.map(part => part.block);
    this.#bases = [];
    this.#positions = new Uint32Array(count);
    let base = 0;
    let at = 0;
    for (const { block, rows } of found) {
      this.#bases.push(base);
      for (let i = 0; i < rows.length; i++) this.#positions[at++] = base + rows[i];
      base += block.columns.time.length;
    }
  }

  /** Rows `from` to `to` (not included) of the open query. */
  async page(from: number, to: number): Promise<CommissionRow[]> {
    const meaning = this.#meaning;
    if (!meaning) return [];
    const rows: CommissionRow[] = [];
    for (let i = Math.max(0, from); i < Math.min(to, this.#positions.length); i++) {
      rows.push(this.#rowAt(this.#positions[i], meaning));
    }
    return rows;
  }

  #rowAt(position: number, meaning: RowNames): CommissionRow {
    let b = this.#bases.length - 1;
    while (this.#bases[b] > position) b--;
    return rowAt(this.#open[b], position - this.#bases[b], meaning);
  }
}

/** The same rows are asked for; sets of parties are kept, so an equal one is the same one or worth another look. */
function sameQuery(
  a: Omit<RowQuery, 'sort' | 'descending'>,
  b: Omit<RowQuery, 'sort' | 'descending'>,
): boolean {
  const { among: setA, ...restA } = a;
  const { among: setB, ...restB } = b;
  if (JSON.stringify(restA) !== JSON.stringify(restB) || setA?.length !== setB?.length) return false;
  return !setA || setA.every((word, i) => word === setB![i]);
}

/** What rows are ordered by, as integers. */
function keysOf(
  query: RowQuery,
  meaning: RowNames,
  parts: Part[],
  count: number,
): { low: Uint32Array; high?: Int32Array } {
  const low = new Uint32Array(count);
  const money = query.sort === 'amount' || query.sort === 'value';
  const high = money ? new Int32Array(count) : undefined;
  const ranks = money ? undefined : ranksOf(query.sort, meaning);
  let at = 0;
  for (const { block, rows } of parts) {
    const { columns } = block;
    if (high) {
      const words = halves(query.sort === 'amount' ? columns.amount : columns.value);
      for (let i = 0; i < rows.length; i++) {
        low[at] = words[2 * rows[i]];
        high[at++] = words[2 * rows[i] + 1];
      }
    } else {
      const of = { asset: columns.asset, market: columns.type, type: columns.type }[query.sort as string];
      const positions = of ?? columns.party;
      for (let i = 0; i < rows.length; i++) low[at++] = ranks![positions[rows[i]]];
    }
  }
  return { low, ...(high && { high }) };
}
