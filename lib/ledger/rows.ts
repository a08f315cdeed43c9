import type { Kind } from '../domain/commission';
import { type Status, statusOf } from '../domain/dictionary';
import { halves, UNPRICED_HIGH, UNPRICED_LOW } from '../domain/money';
import { firstInOrder, radixOrder } from '../domain/radix-order';
import { NOBODY } from '../domain/rollup';
import { isConfirmed } from '../domain/source';
import type { Database } from '../store/schema';
import { Generation, type Part } from './generation';
import { LedgerReader } from './reader';
import { type Block, type RowNames, type RowQuery, ranksOf, rowTest } from './row-query';
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
  status: Status;
}

export interface RowAnswer {
  count: number;
  totals: RowTotals;
  first: Row[];
}

/** Rows of the first page: what a tall screen shows, and some more. */
export const PAGE = 120;

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
  async open(query: RowQuery, early?: (rows: Row[]) => void): Promise<RowAnswer> {
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
        const first = firstInOrder(low, high, query.descending, PAGE);
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
    return { count, totals: found.totals, first: await this.page(0, PAGE) };
  }

  /** The matching rows, oldest month first. Another order of the same rows finds them again. */
  async #find(
    query: RowQuery,
    generation: Generation,
    meaning: RowNames,
    asked: number,
    early?: (rows: Row[]) => void,
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
      if (early && !shown && sort === 'time' && count >= PAGE && month !== months.at(-1)) {
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
  async page(from: number, to: number): Promise<Row[]> {
    const meaning = this.#meaning;
    if (!meaning) return [];
    const rows: Row[] = [];
    for (let i = Math.max(0, from); i < Math.min(to, this.#positions.length); i++) {
      rows.push(this.#rowAt(this.#positions[i], meaning));
    }
    return rows;
  }

  #rowAt(position: number, meaning: RowNames): Row {
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

function firstRows(found: Part[], descending: boolean, meaning: RowNames): Row[] {
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
export function rowAt(block: Block, i: number, { names, parties, pairs }: RowNames): Row {
  const { begin, columns } = block;
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
    status: isConfirmed(block, columns, i, pairs) ? 'credited' : statusOf(type),
  };
}
