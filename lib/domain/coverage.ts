import type { PairSpan } from './coverage-claim';
import { DAY_MS, dayOf } from './day';
import type { StoredFileKind } from './file-kinds';
import type { Span } from './period';

/** The time a batch speaks for: from its first to its last row. */
export interface FileCoverage {
  first: number;
  last: number;
  /** What of (`CoverageClaim.pairs`); absent: of everything. */
  pairs?: number;
  /** From the first to the last row of each pair (`CoverageClaim.spans`). */
  spans?: PairSpan[];
  /** Which kind of file speaks; absent: an export. */
  source?: StoredFileKind;
  /** Which of our own files with rows of several sources tells it: where these meet was settled when it was written. */
  own?: string;
  /** Rows of worse sources that the same file has of this time count too (`FILE_KINDS.beside`). */
  beside?: true;
}

/** Merges reaches into day spans, ascending and disjoint. A day that a file touches is covered. */
export function coveredDays(reaches: Pick<FileCoverage, 'first' | 'last'>[]): Span[] {
  const spans = reaches
    .map(r => ({ from: dayOf(r.first), to: dayOf(r.last) }))
    .sort((a, b) => a.from - b.from);
  const merged: Span[] = [];
  for (const span of spans) {
    const last = merged.at(-1);
    if (last && span.from <= last.to + 1) last.to = Math.max(last.to, span.to);
    else merged.push({ ...span });
  }
  return merged;
}

/** How many days of `span` are covered; 0 means that nothing is known of it, which is not the same as 0 earned. */
export function coveredWithin(covered: Span[], span: Span): number {
  let days = 0;
  for (const c of covered) days += Math.max(0, Math.min(c.to, span.to) - Math.max(c.from, span.from) + 1);
  return days;
}

/** Data that ends less than a day and a half ago: the exports of yesterday still count as fresh. */
export function isFresh(upTo: number, now: number): boolean {
  return now - upTo < 1.5 * DAY_MS;
}
