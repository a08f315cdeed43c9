import { coveredDays } from '../domain/coverage';
import { FILE_KINDS } from '../domain/file-kinds';
import type { Span } from '../domain/period';
import { EXPORT, type SourceId } from '../domain/source';
import { bySource } from '../domain/source-rank';
import { type Book, type BookId, claimsOf, type Manifest, shownBook } from '../store/manifest';

/** The book a screen shows, and what time it speaks for. */
export interface BookView {
  id: BookId;
  state: Book;
  /** Days some file speaks for. */
  covered: Span[];
  /** Those of them that a file speaks for which names referrals and codes. */
  named: Span[];
  /** Who speaks, and for which days: exports first, then connections, then statements. */
  sources: { source: SourceId; covered: Span[] }[];
  /** First to last of them. */
  known: Span;
  /** The moment of the last row. */
  upTo: number;
}

export function bookViewOf(manifest: Manifest): BookView | undefined {
  const id = shownBook(manifest);
  const state = id && manifest.books[id];
  const claims = state ? claimsOf(state) : [];
  if (!state || claims.length === 0) return undefined;
  const upTo = claims.reduce((moment, claim) => Math.max(moment, claim.last), 0);
  // A connection is asked for years in which the user may not have been an affiliate yet.
  const begin = state.months.reduce(
    (moment, month) => month.chunks.reduce((first, chunk) => Math.min(first, chunk.first), moment),
    upTo,
  );
  const spoken = claims.flatMap(claim =>
    claim.last < begin ? [] : [{ ...claim, first: Math.max(claim.first, begin) }],
  );
  const covered = coveredDays(spoken);
  const sources = [...new Set(spoken.map(claim => claim.source))].sort(bySource);
  return {
    id,
    state,
    covered,
    named: coveredDays(state.reaches.filter(reach => FILE_KINDS[reach.source ?? EXPORT].namesReferrals)),
    sources: sources.map(source => ({
      source,
      covered: coveredDays(spoken.filter(claim => claim.source === source)),
    })),
    known: { from: covered[0].from, to: covered[covered.length - 1].to },
    upTo,
  };
}
