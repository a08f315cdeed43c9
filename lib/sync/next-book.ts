import type { SourceChoice } from '../domain/counted-rows';
import type { FileCoverage } from '../domain/coverage';
import { LATEST } from '../domain/coverage-claim';
import { type Currency, hasRate, type Rates } from '../domain/currency';
import { type Month, startOfMonth } from '../domain/day';
import { lookupOf } from '../domain/dictionary';
import { pairsOfTypes } from '../domain/lane';
import type { Rollup } from '../domain/rollup';
import type { MonthBefore } from '../domain/same-money';
import { settle } from '../domain/settle-edges';
import type { SourceId, SourceRows } from '../domain/source';
import { chooseSources, sameChoice } from '../domain/source-choice';
import { type Summing, sumMonth } from '../domain/sum-month';
import { type Book, claimsOf, type MonthState, sourceOf } from '../store/manifest';
import { readRates } from '../store/prices';
import type { Database } from '../store/schema';
import type { Commit } from '../store/write';
import { glanceOf } from './glance-of';
import type { OpenBook } from './open-book';
import { type MonthMissing, placeMissing } from './place-missing';
import { type Placed, placeRows } from './place-rows';

/** How a book is to change. What is absent stays as it is. */
export interface BookChange {
  /** New rows by month, without what the book has already. */
  add?: Map<Month, SourceRows[]>;
  /** Rows by month that take the place of all that their source has there. */
  replace?: Map<Month, SourceRows[]>;
  /** Sources whose rows leave the book. */
  drop?: (source: SourceId) => boolean;
  /** Missing rows that take the place of all that their source has in their month. */
  missing?: MonthMissing[];
  coverage?: FileCoverage[];
  cursors?: Book['cursors'];
  /** Connections whose money no export here tells of. */
  separate?: SourceId[];
  /** The currency to sum in; none: BUSD. Months whose sums would be others now are summed again. */
  currency?: { is: Currency | undefined };
}

/**
 * Makes the book that a change leads to. New chunks are put as orphans; nothing else is written.
 * @param key of everything that is written.
 */
export async function nextBook(
  db: Database,
  open: OpenBook,
  change: BookChange,
  key: string,
): Promise<{ state: Book; commit: Omit<Commit, 'manifest'> }> {
  const { state: before, dictionary } = open;
  const { add = new Map(), replace = new Map(), drop = () => false } = change;
  const coverage = change.coverage ?? before?.reaches ?? [];
  const cursors = change.cursors ?? before?.cursors;
  const separate = change.separate ?? before?.apart ?? [];
  const currency = change.currency ? change.currency.is : before?.currency;
  const rates = currency && (await readRates(db, currency));
  const { names, parties } = dictionary;
  const summing: Summing = { pairs: pairsOfTypes(names.types), lookup: lookupOf(names, parties), rates };
  const claims = claimsOf({ reaches: coverage, cursors }).filter(({ source }) => !separate.includes(source));
  const isOutdated = change.currency ? outdatedIn(rates, currency !== before?.currency) : () => false;
  const months = new Map<Month, MonthState>(before?.months.map(state => [state.month, state]));
  const rollups = new Map<string, Rollup>();
  const emptied: Month[] = [];
  // The disk writes one month while the next is summed.
  const puts: Promise<unknown>[] = [];

  /** The month before, as this change leaves it. */
  async function monthBefore(month: Month): Promise<MonthBefore> {
    const end = startOfMonth(month);
    const chunks = months.get(month - 1)?.chunks.filter(chunk => chunk.last >= end - 3 * LATEST) ?? [];
    const rows = previous?.month === month - 1 ? previous.rows : await open.rowsIn(month - 1, chunks);
    return { rows, length: end - startOfMonth(month - 1) };
  }

  let previous: { month: Month; rows: SourceRows[] } | undefined;
  for (const month of [...new Set([...add.keys(), ...replace.keys(), ...months.keys()])].sort(
    (a, b) => a - b,
  )) {
    const state = months.get(month);
    const replacing: SourceRows[] = replace.get(month) ?? [];
    const incoming = [...(add.get(month) ?? []), ...replacing].filter(rows => rows.columns.time.length > 0);
    const leaves = (source: SourceId) => drop(source) || replacing.some(rows => rows.source === source);
    const chunks = state?.chunks.filter(chunk => !leaves(sourceOf(chunk))) ?? [];
    for (const { columns } of incoming) open.earned(month, columns);
    const isTouched = incoming.length > 0 || chunks.length !== (state?.chunks.length ?? 0);
    const present = [...chunks.map(sourceOf), ...incoming.map(rows => rows.source)];
    const chosen = chooseSources(
      month,
      claims,
      present.filter(source => !separate.includes(source)),
    );
    // Rows that came long ago may count, or no more, because another source tells of them now.
    const reachesBack = chosen?.edges.some(({ at }) => at < 2 * LATEST) ?? false;
    const isChangedBefore = reachesBack && previous?.month === month - 1;
    const isSame = !isTouched && !isChangedBefore && chosen?.key === state?.choice?.key;
    if (!state && !isTouched) continue;
    if (isSame && !isOutdated(state!)) continue;
    const kept: Placed = { chunks, rows: await open.rowsIn(month, chunks) };
    const placed = placeRows(db, key, month, kept, incoming, puts);
    if (placed.chunks.length === 0) {
      months.delete(month);
      emptied.push(month);
      continue;
    }
    const choice: SourceChoice | undefined = isSame
      ? state!.choice
      : chosen &&
        settle(chosen, placed.rows, summing.pairs, reachesBack ? await monthBefore(month) : undefined);
    previous = { month, rows: placed.rows };
    if (!isTouched && sameChoice(choice, state!.choice) && !isOutdated(state!)) continue;
    const { rollup, lacks } = sumMonth(month, placed.rows, choice, summing);
    rollups.set(`${key}/${month}`, rollup);
    months.set(month, {
      month,
      chunks: placed.chunks,
      rollup: `${key}/${month}`,
      ...(choice && { choice }),
      ...(lacks.length > 0 && { lacks }),
    });
  }

  const missing = placeMissing(db, key, before, change.missing ?? [], puts);
  await Promise.all(puts);
  const states = [...months.values()].sort((a, b) => a.month - b.month);
  const { keys, block } = open.dictionaryBlock(key);
  return {
    state: {
      dictionary: keys,
      months: states,
      rows: states.reduce((n, state) => n + state.chunks.reduce((sum, chunk) => sum + chunk.rows, 0), 0),
      referrals: names.referrals.length,
      reaches: coverage,
      ...(cursors && { cursors }),
      ...(separate.length > 0 && { apart: separate }),
      ...(missing.length > 0 && { missing }),
      codes: names.codes,
      ...(currency && { currency }),
      glance: glanceOf(rollups.values(), emptied, before?.glance, parties),
    },
    commit: { rollups, ...(block && { dictionary: block }) },
  };
}

/** Whether a month's sums would be others now: in another currency all, else those with days that have a rate now. */
const outdatedIn =
  (rates: Rates | undefined, all: boolean) =>
  ({ lacks = [] }: MonthState): boolean =>
    all || (rates !== undefined && lacks.some(day => hasRate(rates, day)));
