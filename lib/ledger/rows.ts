import type { Kind } from '../domain/commission';
import { joinColumns, sortByTime } from '../domain/commission';
import { firstDayOf, type Month, momentOf } from '../domain/day';
import { lookupOf } from '../domain/dictionary';
import { halves, UNPRICED_HIGH, UNPRICED_LOW } from '../domain/money';
import type { Span } from '../domain/period';
import { radixOrder } from '../domain/radix-order';
import { NOBODY } from '../domain/rollup';
import type { Database } from '../store/schema';
import { LedgerReader } from './reader';
import {
  type Block,
  matching,
  type RowNames,
  type RowQuery,
  type RowTest,
  ranksOf,
  rowTest,
} from './row-query';
import { type RowTotals, TotalsTally } from './row-totals';

/** A row as a screen shows it. */
export interface Row {
  /** ms */
  time: number;
  type: string;
  kind: Kind;
  asset: string;
  /** 1e-8 of the asset; value in 1e-8 of the reporting currency, undefined where unpriced. */
  amount: bigint;
  value?: bigint;
  referral: string;
  sub: string;
  code: string;
}

export interface RowAnswer {
  count: number;
  totals: RowTotals;
  first: Row[];
}

/** Rows of the first page: what a tall screen shows, and some more. */
export const PAGE = 120;

export class Superseded extends Error {
  override name = 'Superseded';
}

/**
 * The rows of the ledger for one screen: filtered, ordered and paged. Lives in a worker of its own, so that a million
 * rows never wait for the page nor the page for them. Months stay in memory once read.
 */
export class Rows {
  #ledger: Promise<LedgerReader> | undefined;
  #blocks = new Map<Month, Block>();
  #meaning: Promise<RowNames> | undefined;
  #asked = 0;
  #positions = new Uint32Array(0);
  #open: Block[] = [];
  #bases: number[] = [];

  constructor(private readonly database: () => Promise<Database>) {}

  /** Forgets what it has read: the ledger has a new generation. */
  renew(): void {
    this.#ledger = undefined;
    this.#meaning = undefined;
    this.#blocks.clear();
  }

  #reader(): Promise<LedgerReader> {
    this.#ledger ??= this.database().then(LedgerReader.open);
    return this.#ledger;
  }

  /** @internal The dictionary of the shown source. */
  async meaning(): Promise<RowNames> {
    this.#meaning ??= (async () => {
      const ledger = await this.#reader();
      const [{ figures }, names] = await Promise.all([ledger.figures([]), ledger.names()]);
      return { names, parties: figures.parties, lookup: lookupOf(names, figures.parties) };
    })();
    return this.#meaning;
  }

  async #block(month: Month): Promise<Block> {
    let block = this.#blocks.get(month);
    if (!block) {
      const parts = await (await this.#reader()).rowsOf(month);
      const columns = parts.length === 1 ? parts[0] : joinColumns(parts);
      block = { month, begin: momentOf(firstDayOf(month)), columns: sortByTime(columns) };
      this.#blocks.set(month, block);
    }
    return block;
  }

  /** @internal The months of a span that have rows, oldest first. */
  async monthsIn(span: Span): Promise<Month[]> {
    const { source } = await this.#reader();
    return (source?.state.months ?? [])
      .map(state => state.month)
      .filter(month => firstDayOf(month) <= span.to && firstDayOf(month + 1) > span.from);
  }

  /** @internal The matching rows of one month, oldest first. */
  async match(month: Month, query: RowQuery, test: RowTest): Promise<{ block: Block; rows: Uint32Array }> {
    const block = await this.#block(month);
    return { block, rows: matching(block, query, test) };
  }

  /**
   * Answers a query and keeps its order for `page`.
   * @param early is called with the first rows as soon as they are known, before everything has been read.
   * @throws Superseded when a newer query came in between.
   */
  async open(query: RowQuery, early?: (rows: Row[]) => void): Promise<RowAnswer> {
    const asked = ++this.#asked;
    const meaning = await this.meaning();
    const test = rowTest(query, meaning);
    const months = await this.monthsIn(query.span);
    const newestFirst = query.sort !== 'time' || query.descending;
    if (newestFirst) months.reverse();
    const found: { block: Block; rows: Uint32Array }[] = [];
    const totals = new TotalsTally(meaning);
    let count = 0;
    let shown = false;
    for (const month of months) {
      const part = await this.match(month, query, test);
      if (asked !== this.#asked) throw new Superseded();
      found.push(part);
      count += part.rows.length;
      totals.add(part.block.columns, part.rows);
      if (early && !shown && query.sort === 'time' && count >= PAGE && month !== months.at(-1)) {
        early(firstRows(found, query.descending, meaning));
        shown = true;
      }
    }
    if (newestFirst) found.reverse();
    this.#keep(found, count);
    if (query.sort === 'time') {
      if (query.descending) this.#positions.reverse();
    } else this.#order(query, meaning, found, count);
    return { count, totals: totals.totals, first: await this.page(0, PAGE) };
  }

  /** Positions count through the open blocks, oldest first. */
  #keep(found: { block: Block; rows: Uint32Array }[], count: number): void {
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

  #order(
    query: RowQuery,
    meaning: RowNames,
    found: { block: Block; rows: Uint32Array }[],
    count: number,
  ): void {
    const low = new Uint32Array(count);
    const money = query.sort === 'amount' || query.sort === 'value';
    const high = money ? new Int32Array(count) : undefined;
    const ranks = money ? undefined : ranksOf(query.sort, meaning);
    let at = 0;
    for (const { block, rows } of found) {
      const { columns } = block;
      if (high) {
        const words = halves(query.sort === 'amount' ? columns.amount : columns.value);
        for (const row of rows) {
          low[at] = words[2 * row];
          high[at++] = words[2 * row + 1];
        }
      } else {
        const of = { asset: columns.asset, market: columns.type, type: columns.type }[query.sort as string];
        const positions = of ?? columns.party;
        for (const row of rows) low[at++] = ranks![positions[row]];
      }
    }
    const order = radixOrder(low, high, query.descending);
    const kept = this.#positions;
    this.#positions = order.map(i => kept[i]);
  }

  /** Rows `from` to `to` (not included) of the open query. */
  async page(from: number, to: number): Promise<Row[]> {
    const meaning = await this.meaning();
    const rows: Row[] = [];
    for (let i = Math.max(0, from); i < Math.min(to, this.#positions.length); i++) {
      const position = this.#positions[i];
      let b = this.#bases.length - 1;
      while (this.#bases[b] > position) b--;
      rows.push(rowAt(this.#open[b], position - this.#bases[b], meaning));
    }
    return rows;
  }
}

function firstRows(
  found: { block: Block; rows: Uint32Array }[],
  descending: boolean,
  meaning: RowNames,
): Row[] {
  const rows: Row[] = [];
  for (const part of found) {
    for (let i = 0; i < part.rows.length && rows.length < PAGE; i++) {
      const at = part.rows[descending ? part.rows.length - 1 - i : i];
      rows.push(rowAt(part.block, at, meaning));
    }
  }
  return rows;
}

/** @internal One row with its texts. */
export function rowAt({ begin, columns }: Block, i: number, { names, parties }: RowNames): Row {
  const party = columns.party[i];
  const type = names.types[columns.type[i]];
  const value = halves(columns.value.subarray(i, i + 1));
  const unpriced = value[0] === UNPRICED_LOW && value[1] === UNPRICED_HIGH;
  return {
    time: begin + columns.time[i],
    type: type.literal,
    kind: type.kind,
    asset: names.assets[columns.asset[i]],
    amount: columns.amount[i],
    ...(!unpriced && { value: columns.value[i] }),
    referral: parties.referral[party] === NOBODY ? '' : names.referrals[parties.referral[party]],
    sub: names.subs[party],
    code: names.codes[parties.code[party]],
  };
}
